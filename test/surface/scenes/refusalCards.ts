import { Temporal } from "temporal-polyfill";

import { windowAfter } from "../../../src/domain/deadlines/window.ts";
import type { Refusal } from "../../../src/domain/refusal.ts";
import { nothingHere } from "../../../src/domain/why/unblock.ts";
import type { Unblock, Who } from "../../../src/domain/why/unblock.ts";
import { button } from "../../../src/surface/cards/controls.ts";
import { refusalCard } from "../../../src/surface/cards/refusalCard.ts";
import { kth } from "../../fakes/kth.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { times, DAY, CODE, citationOf, clause, thing, things, rules, everyday } from "./scene.ts";
import type { Scene, Scenes } from "./scene.ts";

/** Complete by type: a refusal that is added and not listed here does not compile. */
export const refusals = (
  words: Words,
): { readonly [Kind in Refusal["refused"]]: Extract<Refusal, { refused: Kind }> } => {
  const c = { clause: clause(words) };
  const including = times(5, (i) => ({ body: thing(words, i), needed: i + 1 }));
  const missing = times(5, (i) => ({ body: thing(words, i), present: 0, needed: i + 1 }));
  return {
    "nothing-here": { refused: "nothing-here" },
    "mover-leads": { refused: "mover-leads", ...c },
    "mover-asked": { refused: "mover-asked", ...c },
    "counted-twice": { refused: "counted-twice", counted: 31, mayVote: 30, ...c },
    "not-for-you": { refused: "not-for-you" },
    "not-your-task": { refused: "not-your-task", ...c },
    "not-this-way": { refused: "not-this-way", ...c },
    "officers-only": { refused: "officers-only", ...c },
    "own-report": { refused: "own-report", ...c },
    "not-anonymous": { refused: "not-anonymous", ...c },
    "own-hands": { refused: "own-hands", ...c },
    "author-known": { refused: "author-known", ...c },
    "no-such-code": { refused: "no-such-code" },
    "names-somebody": { refused: "names-somebody", found: times(25, () => words.name), ...c },
    "already-filed": { refused: "already-filed", codeName: CODE },
    "nobody-to-receive": { refused: "nobody-to-receive", ...c },
    "last-officer": { refused: "last-officer", ...c },
    "already-taken": { refused: "already-taken", by: words.name },
    "already-done": { refused: "already-done" },
    "already-decided": { refused: "already-decided", ...c },
    "not-proven": { refused: "not-proven", ...c },
    "late-first": { refused: "late-first", ...c },
    "too-late": { refused: "too-late", lastDay: DAY, ...c },
    "event-over": { refused: "event-over", closed: `${DAY}T12:00`, ...c },
    "not-extendable": { refused: "not-extendable", ...c },
    "newer-text": { refused: "newer-text", ...c },
    "no-keeping-apart": { refused: "no-keeping-apart", ...c },
    "no-questions-across": { refused: "no-questions-across", ...c },
    "nobody-across": { refused: "nobody-across", ...c },
    "words-name-somebody": { refused: "words-name-somebody", found: times(25, (i) => `${words.name}${i}`), ...c },
    "answers-alone": { refused: "answers-alone", ...c },
    "chooses-alone": { refused: "chooses-alone", ...c },
    "nothing-due": { refused: "nothing-due", ...c },
    "not-later": { refused: "not-later", earliest: DAY, ...c },
    "answer-awaited": { refused: "answer-awaited", until: DAY, ...c },
    "not-at-this-stage": { refused: "not-at-this-stage", stage: thing(words), ...c },
    "tasks-open": { refused: "tasks-open", tasks: ["acknowledge"], ...c },
    "notice-incomplete": { refused: "notice-incomplete", missing: ["code_link", "appeal_until"], ...c },
    "no-rule-cited": { refused: "no-rule-cited", ...c },
    "no-reasons": { refused: "no-reasons", ...c },
    "choose-first": { refused: "choose-first", ...c },
    "about-oneself": { refused: "about-oneself", ...c },
    "no-false-report": { refused: "no-false-report", reason: thing(words), ...c },
    "chosen-decides": { refused: "chosen-decides", by: words.name, ...c },
    "not-offered": { refused: "not-offered", ...c },
    "in-person": { refused: "in-person", ...c },
    "has-conflict": { refused: "has-conflict", conflict: "earlier-decider", mitigation: "possible", ...c },
    "needs-open": { refused: "needs-open", roles: ["complainant", "affected", "respondent", "respondent"], ...c },
    "reason-not-listed": { refused: "reason-not-listed", reasons: things(words, 10), ...c },
    "hearing-too-soon": { refused: "hearing-too-soon", earliest: DAY, ...c },
    "hearing-not-held": { refused: "hearing-not-held", ...c },
    "no-hearing": { refused: "no-hearing", ...c },
    "no-hearing-record": { refused: "no-hearing-record", isHeld: true, ...c },
    "not-summoned": { refused: "not-summoned", ...c },
    "respondent-known": { refused: "respondent-known", ...c },
    "no-informal-way": { refused: "no-informal-way", ...c },
    "attempts-left": { refused: "attempts-left", made: 1, needed: 3, ...c },
    "summons-pending": { refused: "summons-pending", until: DAY, ...c },
    "summons-too-soon": { refused: "summons-too-soon", earliest: DAY, ...c },
    "nobody-to-summon": { refused: "nobody-to-summon", ...c },
    "brief-names-somebody": { refused: "brief-names-somebody", found: times(25, (i) => `${words.name}${i}`), ...c },
    "brief-missing": { refused: "brief-missing", ...c },
    "own-brief": { refused: "own-brief", ...c },
    "not-open": { refused: "not-open", to: times(5, (i) => ({ kind: "class", id: thing(words, i) }) as const), ...c },
    "precheck-first": { refused: "precheck-first", body: thing(words), ...c },
    "no-tie": { refused: "no-tie", ...c },
    "tie-open": { refused: "tie-open", offices: things(words, 5), ...c },
    "not-a-consensus": { refused: "not-a-consensus", ...c },
    "not-called": { refused: "not-called", ...c },
    "objections-open": { refused: "objections-open", until: `${DAY}T12:00`, ...c },
    "choice-not-offered": { refused: "choice-not-offered", choices: ["agree", "stand-aside", "object"], ...c },
    "vote-running": { refused: "vote-running", ...c },
    "not-the-chair": { refused: "not-the-chair", offices: things(words, 5), ...c },
    "cannot-be-quorate": {
      refused: "cannot-be-quorate",
      present: 3,
      needed: 13,
      missing,
      including,
      exit: thing(words),
      ...c,
    },
    "can-be-quorate": { refused: "can-be-quorate", mayVote: 25, needed: 13, including, ...c },
    "no-finding": { refused: "no-finding", ...c },
    "no-sanction": { refused: "no-sanction", ...c },
    "sanction-without-uphold": { refused: "sanction-without-uphold", ...c },
    "sanction-not-offered": { refused: "sanction-not-offered", sanctions: things(words, 25), ...c },
    "no-letter": { refused: "no-letter", sanction: thing(words), ...c },
    "no-length": { refused: "no-length", sanction: thing(words), ...c },
    "no-day": { refused: "no-day", ...c },
    "condition-not-offered": { refused: "condition-not-offered", conditions: things(words, 10), ...c },
    "condition-open": { refused: "condition-open", condition: thing(words), by: DAY, ...c },
    "too-long": { refused: "too-long", sanction: thing(words), longest: { amount: 9999, unit: "months" }, ...c },
    "not-sanctionable": { refused: "not-sanctionable", rules: rules(words, 5), ...c },
    "not-in-electorate": { refused: "not-in-electorate", body: thing(words), ...c },
    "observers-do-not-vote": { refused: "observers-do-not-vote", ...c },
    "conflict-first": { refused: "conflict-first", ...c },
    "vote-closed": { refused: "vote-closed", ...c },
    "not-seconded": { refused: "not-seconded", ...c },
    "own-motion": { refused: "own-motion", ...c },
    "too-few-for-secrecy": { refused: "too-few-for-secrecy", mayVote: 3, needed: 4, ...c },
    "agenda-fixed": { refused: "agenda-fixed", ...c },
    "session-not-open": { refused: "session-not-open", ...c },
    "session-over": { refused: "session-over", ...c },
    "came-later": { refused: "came-later", ...c },
    "day-is-over": { refused: "day-is-over", day: DAY, ...c },
    "already-voted": { refused: "already-voted", ...c },
    "no-vote-open": { refused: "no-vote-open", ...c },
    inquorate: { refused: "inquorate", present: 3, needed: 13, missing, including, aside: 2, ...c },
    "no-interim": { refused: "no-interim", ...c },
    "nobody-to-impose-on": { refused: "nobody-to-impose-on", ...c },
    "not-this-ground": { refused: "not-this-ground", grounds: things(words, 25), ...c },
    "not-reviewed": { refused: "not-reviewed", sanction: thing(words), ...c },
    "not-begun": { refused: "not-begun", sanction: thing(words), ...c },
    "no-breach": { refused: "no-breach", sanction: thing(words), ...c },
    "not-this-consequence": {
      refused: "not-this-consequence",
      consequences: ["extend", "rehear", "new_report"],
      ...c,
    },
    "nothing-to-send": { refused: "nothing-to-send", ...c },
    "nobody-to-vote": { refused: "nobody-to-vote", ...c },
    "nobody-to-approve": { refused: "nobody-to-approve", ...c },
    "group-too-few": { refused: "group-too-few", size: 40, involved: 7, needed: 8, ...c },
    "no-support-card": { refused: "no-support-card", ...c },
    "nothing-to-challenge": { refused: "nothing-to-challenge", ...c },
    "challenge-over": {
      refused: "challenge-over",
      notified: DAY,
      lastDay: DAY,
      count: windowAfter(kth, Temporal.Instant.from("2026-03-04T09:00:00Z"), { amount: 30, unit: "days" }).count,
      ...c,
    },
    final: { refused: "final", ...c },
    "nobody-addressed": { refused: "nobody-addressed", ...c },
    "no-ground": { refused: "no-ground", ...c },
    "no-evidence": { refused: "no-evidence", ...c },
    "challenge-closed": { refused: "challenge-closed", ...c },
    "consult-first": { refused: "consult-first", ...c },
    "tell-first": { refused: "tell-first", sides: ["complainant"], ...c },
    "panel-undecided": { refused: "panel-undecided", lacks: "panel", ...c },
    "panel-too-small": { refused: "panel-too-small", present: 1, needed: 2, ...c },
    "date-in-future": { refused: "date-in-future", today: DAY, ...c },
    "no-anonymous-evidence": { refused: "no-anonymous-evidence", ...c },
    "file-too-large": { refused: "file-too-large", megabytes: 5, ...c },
    "file-kind": { refused: "file-kind", ...c },
    "file-gone": { refused: "file-gone", ...c },
    "not-verified": { refused: "not-verified", ...c },
    "question-open": { refused: "question-open", ...c },
    "finding-first": { refused: "finding-first", ...c },
    "finding-made": { refused: "finding-made", ...c },
    "nobody-named": { refused: "nobody-named", ...c },
    "is-a-party": { refused: "is-a-party", ...c },
    "handles-it": { refused: "handles-it", ...c },
    "not-promised": { refused: "not-promised", ...c },
    "no-relevance": { refused: "no-relevance", ...c },
    "closed-to-them": { refused: "closed-to-them", ...c },
    "no-companion": { refused: "no-companion", from: { kind: "class", id: thing(words) }, ...c },
    "from-outside": { refused: "from-outside", ...c },
    "anybody-may-speak": { refused: "anybody-may-speak", ...c },
    "not-told-yet": { refused: "not-told-yet", ...c },
    "date-too-early": { refused: "date-too-early", earliest: DAY, ...c },
  };
};

/** Complete by type: one example, as long as it may be, of everything that would unblock something. */
export const unblocks = (
  words: Words,
): { readonly [Kind in Unblock["kind"]]: readonly Extract<Unblock, { kind: Kind }>[] } => {
  const people: Who = { kind: "people", people: times(25, (i) => `${words.name}${i}`.slice(-32)) };
  const body: Who = { kind: "body", body: thing(words) };
  const offices: Who = { kind: "offices", offices: things(words, 5) };
  const officers: Who = { kind: "officers" };
  return {
    "answer-body": [{ kind: "answer-body", who: officers }],
    "go-on": [{ kind: "go-on", who: offices }],
    "answer-mover": [{ kind: "answer-mover", who: people }],
    "count-again": [{ kind: "count-again", who: offices }],
    "choose-another": [{ kind: "choose-another" }],
    "other-name": [{ kind: "other-name" }],
    "what-there-is": [{ kind: "what-there-is" }],
    "other-code": [{ kind: "other-code" }],
    "ask-first": [{ kind: "ask-first" }],
    nothing: (["done", "not-yet", "over", "vote-over", "final", "not-needed", "of-a-party"] as const).map((as) => ({
      kind: "nothing",
      as,
    })),
    "own-cases": [{ kind: "own-cases" }],
    "file-it": [{ kind: "file-it" }],
    consult: [{ kind: "consult" }],
    promise: [{ kind: "promise" }],
    find: [{ kind: "find" }],
    "tell-first": [{ kind: "tell-first" }],
    ask: [people, body, offices, officers].map((who) => ({ kind: "ask", who })),
    "steps-aside": [{ kind: "steps-aside", who: people }],
    outside: [[], times(25, () => words.thing.slice(0, 40))].map((labels) => ({ kind: "outside", labels })),
    enter: [
      ...(
        [
          "ground",
          "somebody",
          "somebody-else",
          "relevance",
          "how-checked",
          "another-file",
          "evidence",
          "members",
          "rule",
          "reasons",
          "finding",
          "one-sanction",
          "no-sanction",
          "length",
          "pseudonyms",
        ] as const
      ).map((what) => ({ kind: "enter", what }) as const),
      { kind: "enter", what: "interim-ground", grounds: things(words, 25) },
      { kind: "enter", what: "consequence", consequences: ["extend", "rehear", "new_report"] },
      { kind: "enter", what: "sanctionable-rule", rules: things(words, 25) },
      { kind: "enter", what: "offered-sanction", sanctions: things(words, 25) },
      { kind: "enter", what: "shorter-length", longest: { amount: 9999, unit: "clear-working-days" } },
    ],
    "choose-day": [
      { kind: "choose-day", from: DAY, until: undefined },
      { kind: "choose-day", from: undefined, until: DAY },
    ],
    wait: [{ kind: "wait", from: DAY }],
    tasks: [{ kind: "tasks", tasks: ["acknowledge"] }],
    hearing: (["hold", "record"] as const).map((step) => ({ kind: "hearing", step })),
    summon: [DAY, undefined].map((earliest) => ({ kind: "summon", times: 2, earliest })),
    "conclude-with": [{ kind: "conclude-with", outcomes: things(words, 10) }],
    reach: [{ kind: "reach", stages: things(words, 10) }],
    brief: [
      { kind: "brief", step: "write", who: officers },
      { kind: "brief", step: "approve", who: people },
    ],
    "check-conflicts": [{ kind: "check-conflicts", body: thing(words), who: people }],
    declare: (["brief", "decision"] as const).map((before) => ({ kind: "declare", before })),
    "put-motion": [{ kind: "put-motion", who: people }],
    "close-vote": [{ kind: "close-vote", who: offices }],
    second: [{ kind: "second", who: body }],
    "open-vote": [{ kind: "open-vote", who: people }],
    "open-session": [{ kind: "open-session", who: offices }],
    "another-session": [{ kind: "another-session" }],
    come: [
      { kind: "come", count: 1, body: thing(words), people: people.people },
      { kind: "come", count: 2, body: thing(words), people: [] },
      { kind: "come", count: 3, body: undefined, people: [] },
    ],
    "fill-seats": [{ kind: "fill-seats", body: thing(words), seats: 2 }],
    exit: [
      { kind: "exit", stage: thing(words), isOpen: true, of: id() },
      { kind: "exit", stage: thing(words), isOpen: false, of: undefined },
    ],
    "no-exit": [{ kind: "no-exit" }],
  };
};

/** Every refusal, with the button that opens a form again; what nobody may know of stands alone. */
const refusalScenes: Scenes = Object.fromEntries(
  Object.keys(refusals(everyday)).map((kind): [string, Scene] => [
    kind,
    (speech, words) => {
      const refusal = refusals(words)[kind as Refusal["refused"]];
      if (kind === "nothing-here") return refusalCard(nothingHere, citationOf(words), speech);
      const card = refusalCard({ ...refusal, unblock: unblocks(words).ask }, citationOf(words), speech);
      const open = button("primary", speech.say("form.again"), "form.open", id(), `conclude/${"a".repeat(40)}/1`);
      return { ...card, rows: [[open], ...card.rows] };
    },
  ]),
);

/** Everything that would unblock something, each in the longest of refusals. */
const unblockScenes: Scenes = Object.fromEntries(
  Object.keys(unblocks(everyday)).map((kind): [string, Scene] => [
    `what helps: ${kind}`,
    (speech, words) => {
      const unblock = unblocks(words)[kind as Unblock["kind"]];
      return refusalCard({ ...refusals(words).inquorate, unblock }, citationOf(words), speech);
    },
  ]),
);

export const refusalCards: Scenes = { ...refusalScenes, ...unblockScenes };
