/* Filters, answers and copies on a scorecard. Without it everything can still be read, printed and selected by hand. */
(() => {
  "use strict";

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const plain = (text) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  const quoted = (text) => JSON.stringify(plain(text));
  const cards = all(".card");
  const filters = document.getElementById("filters");
  const reviewer = document.getElementById("reviewer");

  document.documentElement.dataset.scripted = "";

  /* --- Filters ------------------------------------------------------------------------------- */

  function fits(clause, wanted) {
    const { result, area, families, roles } = clause.dataset;
    return (
      (!wanted.result || wanted.result === result) &&
      (!wanted.area || `${area}: `.startsWith(`${wanted.area}: `)) &&
      (!wanted.family || families.split(" ").includes(wanted.family)) &&
      (!wanted.role || roles.split(" ").includes(wanted.role))
    );
  }

  function hideEmpty(selector, card) {
    for (const group of all(selector, card)) {
      group.hidden = !all(".clause", group).some((clause) => !clause.hidden);
    }
  }

  function filter() {
    const wanted = Object.fromEntries(new FormData(filters));
    for (const card of cards) {
      card.hidden = Boolean(wanted.spec) && card.id !== wanted.spec;
      all(".clause", card).forEach((clause) => (clause.hidden = !fits(clause, wanted)));
      hideEmpty(".area", card);
      hideEmpty(".standard", card);
    }
    const clauses = cards.filter((card) => !card.hidden).flatMap((card) => all(".clause", card));
    const shown = clauses.filter((clause) => !clause.hidden).length;
    document.getElementById("shown").textContent = `${shown} of ${clauses.length} clauses shown`;
  }

  /* --- Answers: YAML for the file, Markdown for the comment ------------------------------------ */

  const field = (name) => plain(reviewer.elements[name].value);

  function read(answer) {
    const clause = answer.closest(".clause");
    return {
      answer,
      standard: answer.dataset.standard,
      question: plain(clause.querySelector(".question").textContent).replace(/^To ask: | \([^()]*\)$/g, ""),
      allowed: !field("role") || clause.dataset.roles.split(" ").includes(field("role")),
      yes: answer.querySelector("input").checked,
      note: plain(answer.querySelector("textarea").value),
    };
  }

  function item(answer, indent) {
    const office = field("office") ? `, office: ${quoted(field("office"))}` : "";
    const by = `{role: ${field("role")}, organization: ${quoted(field("organization"))}${office}}`;
    const lines = [`- standard: ${answer.standard}`, `  by: ${by}`, `  date: ${field("date")}`];
    return [...lines, `  note: ${quoted(answer.note)}`].map((line) => indent + line).join("\n");
  }

  function lacking(answers) {
    const said = ["role", "organization", "date"].filter((name) => !field(name)).map((name) => `your ${name}`);
    const unsaid = answers.filter((each) => each.allowed && !each.note).length;
    return unsaid ? [...said, `what you looked at (${unsaid} of your answers)`] : said;
  }

  function message(ticked, written) {
    const missing = lacking(ticked);
    const refused = ticked.filter((each) => !each.allowed).length;
    const count = written.length === 1 ? "1 answer is" : `${written.length} answers are`;
    return [
      ticked.length ? `${count} in the lines below.` : "Nothing is ticked yet.",
      ticked.length && missing.length ? `Still missing: ${missing.join(", ")}.` : "",
      refused ? `${refused} left out, because your role is not asked there.` : "",
    ].filter(Boolean).join(" ");
  }

  function lines(card, written) {
    const kept = JSON.parse(card.dataset.items).filter(([name]) => !written.some((each) => each.standard === name));
    const indent = kept.length ? kept[0][1].match(/^ */)[0] : "  ";
    return ["attestations:", ...kept.map(([, text]) => text), ...written.map((each) => item(each, indent))].join("\n");
  }

  function remarks(answers) {
    const by = [reviewer.elements.role.selectedOptions[0].text, field("office"), field("organization"), field("date")];
    const who = field("role") ? ` (${by.filter(Boolean).join(", ")})` : "";
    const told = answers.filter((each) => each.yes || each.note);
    const points = told.map((each) => `- **${each.question}** ${each.yes ? "Yes. " : "Open. "}${each.note}`.trim());
    return points.length ? `\n### Answers of the reviewer${who}\n\n${points.join("\n")}\n` : "";
  }

  function answer() {
    for (const card of cards.filter((each) => each.querySelector(".yaml"))) {
      const answers = all(".answer", card).map(read);
      const ticked = answers.filter((each) => each.yes);
      const whole = ["role", "organization", "date"].every(field);
      const written = whole ? ticked.filter((each) => each.allowed && each.note) : [];
      card.querySelector(".missing").textContent = message(ticked, written);
      card.querySelector(".yaml").value = written.length ? lines(card, written) : "";
      answers.forEach((each) => each.answer.toggleAttribute("data-refused", !each.allowed));
      const comment = card.querySelector(".comment");
      if (!comment.dataset.edited) comment.value = comment.defaultValue + remarks(answers);
    }
  }

  /* --- Copies, and what paper needs -------------------------------------------------------------- */

  async function copy(button) {
    const area = document.getElementById(button.dataset.copies);
    const said = button.parentElement.querySelector("[role=status]");
    try {
      await navigator.clipboard.writeText(area.value);
      said.textContent = "Copied.";
    } catch {
      area.focus();
      area.select();
      said.textContent = "The text is selected. Press Ctrl and C, or ⌘ and C.";
    }
  }

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = all("details:not([open]):has(.passages)");
    opened.forEach((each) => (each.open = true));
  });
  addEventListener("afterprint", () => opened.forEach((each) => (each.open = false)));

  filters.addEventListener("change", filter);
  filters.addEventListener("reset", () => setTimeout(filter));
  filters.addEventListener("submit", (event) => event.preventDefault());
  reviewer.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("input", (event) => {
    if (event.target.matches(".comment")) event.target.dataset.edited = "yes";
    else if (event.target.closest(".answer, #reviewer")) answer();
  });
  all("[data-copies]").forEach((button) => button.addEventListener("click", () => copy(button)));
  filter();
  answer();
})();
