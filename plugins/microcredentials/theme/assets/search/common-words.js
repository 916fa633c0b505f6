/** Words that readers type around what they search for. */

const STOP_WORDS = new Set(
  (
    'a able about across after all almost also am among an and any are as at be because been but by can ' +
    'cannot could dear did do does either else ever every for from get got had has have he her hers him ' +
    'his how however i if in into is it its just least let like likely may me might most must my neither ' +
    'no nor not of off often on only or other our own rather said say says she should since so some than ' +
    'that the their them then there these they this tis to too twas us wants was we were what when where ' +
    'which while who whom why will with would yet you your'
  ).split(' '),
);

/**
 * Whether a word is too common to search for. The list is that of lunr.js and includes question words.
 * @param {string} word
 */
export const isStopWord = (word) => STOP_WORDS.has(word);

/** In “how to get better at giving feedback”, for example. They are ignored beside other words. */
const FILLERS = new Set(
  (
    'anything im ive id become being best better bring bringing come dont doesnt doing done easily find finding gets getting ' +
    'give gives giving go goes going good great help helped helping helps isnt keep keeping know knowing lets look ' +
    'looking lot lots made make makes making many really see seeing out something someone somebody stuff thing things ' +
    'tips try trying use used using want wanting way ways well'
  ).split(' '),
);

/** What readers call the things in the catalog. They are ignored beside facts: “free badges for coaches”. */
const OBJECTS = new Set(
  (
    'something anything badge badges certificate certificates class classes course courses credential credentials credit credits earn earned ' +
    'educator educators list micro microcredential microcredentials new option options pd professional development ' +
    'school show start teach teaching time training trainings work ones one complete completed takes take taking finish finished done ' +
    'during grade grades year level semester term stack stacks count counts counting toward towards accepted good available currently right now student students need needs needed required under cost ' +
    'para un una de el la los las que con y en sin'
  ).split(' '),
);

/**
 * Whether a word says little beside others.
 * @param {string} word
 */
export const isFiller = (word) => isStopWord(word) || FILLERS.has(word);

/**
 * Whether a word says little beside facts.
 * @param {string} word
 */
export const isAroundFacts = (word) => isStopWord(word) || OBJECTS.has(word);
