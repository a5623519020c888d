import type { Refusal } from "../../../src/domain/refusal.ts";
import { button } from "../../../src/surface/cards/controls.ts";
import { refusalCard } from "../../../src/surface/cards/refusalCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { times, DAY, CODE, citationOf, clause, thing, things, rules, everyday } from "./scene.ts";
import type { Scene, Scenes } from "./scene.ts";

/** Complete by type: a refusal that is added and not listed here does not compile. */
export const refusals = (
  words: Words,
): { readonly [Kind in Refusal["refused"]]: Extract<Refusal, { refused: Kind }> } => {
  const c = { clause: clause(words) };
  const missing = times(5, (i) => ({ body: thing(words, i), present: 0, needed: i + 1 }));
  return {
    "nothing-here": { refused: "nothing-here" },
    "not-your-task": { refused: "not-your-task", ...c },
    "already-filed": { refused: "already-filed", codeName: CODE },
    "nobody-to-receive": { refused: "nobody-to-receive", ...c },
    "last-officer": { refused: "last-officer", ...c },
    "already-taken": { refused: "already-taken", by: words.name },
    "already-done": { refused: "already-done" },
    "not-at-this-stage": { refused: "not-at-this-stage", stage: thing(words), ...c },
    "tasks-open": { refused: "tasks-open", tasks: ["acknowledge"], ...c },
    "no-rule-cited": { refused: "no-rule-cited", ...c },
    "no-reasons": { refused: "no-reasons", ...c },
    "not-summoned": { refused: "not-summoned", ...c },
    "respondent-known": { refused: "respondent-known", ...c },
    "attempts-left": { refused: "attempts-left", made: 1, needed: 3, ...c },
    "summons-pending": { refused: "summons-pending", until: DAY, ...c },
    "summons-too-soon": { refused: "summons-too-soon", earliest: DAY, ...c },
    "party-in-body": { refused: "party-in-body", body: thing(words), exit: thing(words), ...c },
    "brief-names-somebody": { refused: "brief-names-somebody", found: times(25, (i) => `${words.name}${i}`), ...c },
    "brief-missing": { refused: "brief-missing", ...c },
    "own-brief": { refused: "own-brief", ...c },
    "vote-running": { refused: "vote-running", ...c },
    "not-the-chair": { refused: "not-the-chair", offices: things(words, 5), ...c },
    "cannot-be-quorate": { refused: "cannot-be-quorate", present: 3, needed: 13, missing, exit: thing(words), ...c },
    "no-finding": { refused: "no-finding", ...c },
    "no-sanction": { refused: "no-sanction", ...c },
    "sanction-without-uphold": { refused: "sanction-without-uphold", ...c },
    "not-sanctionable": { refused: "not-sanctionable", rules: rules(words, 5), ...c },
    "not-in-electorate": { refused: "not-in-electorate", body: thing(words), ...c },
    "observers-do-not-vote": { refused: "observers-do-not-vote", ...c },
    "conflict-first": { refused: "conflict-first", ...c },
    "vote-closed": { refused: "vote-closed", ...c },
    "already-voted": { refused: "already-voted", ...c },
    inquorate: { refused: "inquorate", present: 3, needed: 13, missing, ...c },
    "nothing-to-send": { refused: "nothing-to-send", ...c },
    "date-in-future": { refused: "date-in-future", ...c },
  };
};

/** Every refusal, with the button that opens a form again; what nobody may know of stands alone. */
export const refusalCards: Scenes = Object.fromEntries(
  Object.keys(refusals(everyday)).map((kind): [string, Scene] => [
    kind,
    (speech, words) => {
      const card = refusalCard(refusals(words)[kind as Refusal["refused"]], citationOf(words), speech);
      const open = button("primary", speech.say("form.again"), "form.open", id(), `conclude/${"a".repeat(40)}/1`);
      return kind === "nothing-here" ? card : { ...card, rows: [[open], ...card.rows] };
    },
  ]),
);
