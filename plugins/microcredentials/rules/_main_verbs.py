"""Find the main verbs of a sentence about teaching.

This module does not know grammar, only a list of verbs and the words around them. A word that can also be a noun
(plans, notes) counts as a verb only if the next word shows that it is one, so that writers get the benefit of the
doubt.
"""

import re
from dataclasses import dataclass

from ._tokens import word_set

VERBS = word_set(
    """accept accommodate acquire act adapt add address adjust administer advise advocate aim align allow analyze
    annotate answer anticipate apply appraise appreciate argue arrange articulate ask assemble assess assign assist
    attempt attend audit balance base be become begin believe blend break bring broaden build calculate call capture
    care carry categorize celebrate chair challenge change chart check choose clarify classify close co-plan co-teach
    coach code collaborate collect combine comment communicate compare compile complete compose comprehend conduct
    confer confirm connect consider construct consult contact contemplate continue contrast contribute convene convert
    coordinate correct counsel count create critique cue cultivate curate customize debrief decide decode decompose
    deepen defend define deliver demonstrate depict derive describe design detect determine develop devise diagnose
    differentiate direct discover discuss display dissolve distinguish distribute divide do document draft draw drill
    edit elaborate elicit embed embrace empathize employ enable encourage end engage enhance enjoy enrich ensure enter
    establish estimate evaluate examine exchange execute exhibit expand experience experiment explain explore express
    extend facilitate fade familiarize feel fill find fit follow form formulate foster frame gain gather generate get
    give go graph grasp greet group grow guide hand handle have hear help highlight hold hope host identify illustrate
    implement improve incorporate inform infuse inquire inspire instruct integrate intend internalize interpret
    intervene interview introduce invite involve issue join judge justify keep know label launch lead learn let limit
    link list listen locate log look maintain make manage map mark master match measure mediate meet memorize mentor
    model moderate modify monitor motivate name narrate narrow negotiate note notice nurture observe obtain offer open
    orchestrate order organize orient outline pair participate partner pause perceive perform persuade phrase pick
    pilot place plan play point pose post practice praise predict prepare present preview prioritize probe produce
    promote prompt propose protect provide publish pull put question quote raise rate reach react read realize reason
    recall receive recognize recommend record recruit redesign reduce refer refine reflect regard regroup rehearse
    reinforce relate remind remove render reorganize repair repeat replace report represent request require research
    resolve respect respond restate restore reteach return reveal revise revisit reword rewrite rotate run say scaffold
    schedule score search seek segment select send separate sequence serve set shape share shift show sign simplify
    sketch solicit solve sort source speak specify spell split sponsor stage start state steer stop strengthen strive
    structure study submit suggest summarize supervise supply support survey sustain swap tailor take talk tally teach
    tell test think tie track train transcribe transfer transform translate triangulate try turn tutor uncover
    understand unpack update use validate value vary verify view visit wait want watch weave weigh welcome widen
    withhold work write"""
)
_ALSO_NOUNS = word_set(
    """act address aim answer attempt attend audit balance base break call care challenge change chart check close
    coach code comment contact contrast count critique cue debrief design display document draft drill edit embrace end
    exchange experience experiment fit form frame gain graph group guide hand help highlight hope host issue judge
    label launch lead limit link list log look map mark master match measure mentor model moderate note offer order
    outline pair partner pause phrase pick pilot place plan play point post practice present preview probe prompt
    question quote rate reach reason record report request research respect return run say scaffold schedule score
    search segment sequence set shape share shift show sign sketch sort source spell split stage start state structure
    study supply support survey swap talk tally test tie track train transfer try turn tutor update use value view
    visit wait watch work"""
)
_AUXILIARIES = word_set(
    "am is are was were be been being has have had do does did can could may might must shall should will would"
)
_PAST_FORMS = word_set(
    """began begun brought built chose chosen did done drawn drew felt found gave given gone grew grown heard held kept
    knew known led left made met said sat saw seen shown spoke spoken taken taught thought told took went written
    wrote"""
)
_IRREGULAR = {"is": "be", "are": "be", "has": "have", "does": "do", "goes": "go"}
_CONJUNCTIONS = word_set("and or then but &")
_SUBORDINATING = word_set("that which who whom whose where when while until because if what how why whether so")
_OTHER_SUBJECTS = word_set("to students student learners children pupils families colleagues teachers them help let")
_WORDS_BEFORE_A_VERB = word_set("to you they we who that which not and or then educator educators students children")
_WORDS_AFTER_A_VERB = word_set(
    """a an the each every all both any its their his her this these those them it students student learners children
    families colleagues one two three four five six what how when them"""
)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")


@dataclass(frozen=True, slots=True)
class MainVerb:
    """A verb whose subject is the educator: its base form (``teach``) and its offsets in the text."""

    base: str
    start: int
    end: int


def _base_form(word: str) -> str | None:
    """Return the base form of *word*, a verb in the third person in lowercase: teaches → teach."""
    forms = (_IRREGULAR.get(word, ""), word[:-1], word[:-2], f"{word[:-3]}y" if word.endswith("ies") else "")
    return next((form for form in forms if form in VERBS), None) if word.endswith("s") or word in _IRREGULAR else None


def to_third_person(verb: str) -> str:
    """Return the form of *verb* that follows “the educator”: teach → teaches."""
    if verb in ("be", "have"):
        return {"be": "is", "have": "has"}[verb]
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{verb}s"


def _is_adverb(word: str) -> bool:
    """Return whether *word*, in lowercase, may come between a subject and its verb."""
    return word.endswith("ly") or word in ("also", "then", "often", "always", "first", "jointly")


def find_main_verbs(text: str, start: int, plural: bool = False) -> list[MainVerb]:
    """Return the main verbs of *text*, whose subject ends at offset *start*; after a *plural* subject, in base form.

    Words after a conjunction such as “when” or “that” belong to a different clause and are ignored.
    """
    found: list[MainVerb] = []
    tokens = [(match[0].lower(), match.start(), match.end()) for match in _WORD.finditer(text, start)]
    expected = True
    for i, (word, at, end) in enumerate(tokens):
        if word in _SUBORDINATING or (plural and word in _OTHER_SUBJECTS):
            break
        if found and not expected:
            expected = word in _CONJUNCTIONS or "," in text[tokens[i - 1][2] : at]
        if word in _CONJUNCTIONS or not expected or _is_adverb(word):
            continue
        verb = (word if word in VERBS else None) if plural else _base_form(word)
        following = tokens[i + 1][0] if i + 1 < len(tokens) else ""
        if verb and (not found or verb not in _ALSO_NOUNS or following in _WORDS_AFTER_A_VERB):
            found.append(MainVerb(verb, at, end))
        elif not found:
            break
        expected = False
    return found


def has_verb(sentence: str) -> bool:
    """Return whether *sentence* may contain a verb; False only if none of its words can be one."""
    found = [match[0].lower() for match in _WORD.finditer(sentence)]
    around = zip(["", *found], found, [*found[1:], ""], strict=False)
    return any(_may_be_verb(before, word, after) for before, word, after in around)


def _may_be_verb(before: str, word: str, after: str) -> bool:
    if word in _AUXILIARIES or word in _PAST_FORMS:
        return True
    if word.endswith("ing"):
        return after in _WORDS_AFTER_A_VERB
    if word.endswith("ed") and not before:
        return "-" not in word
    if word in VERBS:
        return word not in _ALSO_NOUNS or not before or before in _WORDS_BEFORE_A_VERB
    return (verb := _base_form(word)) is not None and (verb not in _ALSO_NOUNS or before in _WORDS_BEFORE_A_VERB)
