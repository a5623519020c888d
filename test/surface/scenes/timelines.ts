import type { ShownLine, TimelineView } from "../../../src/application/views/timelineView.ts";
import type { Coming } from "../../../src/domain/timeline/coming.ts";
import type { Happening, NoticeGist } from "../../../src/domain/timeline/happening.ts";
import { button } from "../../../src/surface/cards/controls.ts";
import { timelineCard } from "../../../src/surface/cards/timelineCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { times, DAY, CODE, citationOf, clause, thing } from "./scene.ts";
import type { Scene, Scenes } from "./scene.ts";

/** Complete by type: a kind that is added and not listed here does not compile. */
export const happenings = (
  words: Words,
): { readonly [Kind in Happening["kind"]]: Extract<Happening, { kind: Kind }> } => {
  const gist: NoticeGist = { subject: "reminder", reminds: { kind: "target", about: thing(words), day: DAY } };
  const lapse: NoticeGist = { subject: "reminder", reminds: { kind: "lapse", about: thing(words), day: DAY } };
  const motion = { motion: thing(words), sanction: thing(words, 1) };
  return {
    received: { kind: "received" },
    entered: { kind: "entered", how: "telephone", on: DAY },
    announced: { kind: "announced" },
    "joining-answered": { kind: "joining-answered", isJoining: true },
    "challenge-lodged": { kind: "challenge-lodged", rule: thing(words) },
    "challenge-consulted": { kind: "challenge-consulted", rule: thing(words) },
    "challenge-told-first": { kind: "challenge-told-first", rule: thing(words) },
    "challenge-judged": { kind: "challenge-judged", rule: thing(words), isHeard: false },
    "challenge-names": { kind: "challenge-names", rule: thing(words), step: "refused" },
    "challenge-decided": {
      kind: "challenge-decided",
      rule: thing(words),
      how: "change_sanction",
      sanction: thing(words, 1),
    },
    "decisions-replaced": { kind: "decisions-replaced" },
    "room-refused": { kind: "room-refused", purpose: "board" },
    taken: { kind: "taken" },
    "support-named": { kind: "support-named" },
    "task-done": { kind: "task-done", task: thing(words) },
    noted: { kind: "noted" },
    summoned: { kind: "summoned", attempt: 2, on: DAY },
    "stage-concluded": { kind: "stage-concluded", stage: thing(words), outcome: thing(words), next: thing(words, 1) },
    "deadline-extended": { kind: "deadline-extended", due: "task", about: thing(words), until: DAY },
    "step-planned": { kind: "step-planned", on: DAY },
    "step-done": { kind: "step-done" },
    "more-asked": { kind: "more-asked", until: DAY },
    answered: { kind: "answered" },
    "lateness-judged": { kind: "lateness-judged", isTaken: true },
    "brief-drafted": { kind: "brief-drafted" },
    "brief-approved": { kind: "brief-approved" },
    "consensus-called": { kind: "consensus-called", isLonger: true },
    "tie-decided": { kind: "tie-decided", motion: undefined, result: undefined },
    cleared: { kind: "cleared" },
    recused: { kind: "recused" },
    "member-recused": { kind: "member-recused" },
    referred: { kind: "referred", next: thing(words, 1) },
    "motion-put": { kind: "motion-put", motion },
    "vote-closed": { kind: "vote-closed", motion, result: "inquorate" },
    decided: { kind: "decided", outcome: thing(words), sanction: thing(words, 1) },
    "notice-sent": { kind: "notice-sent", to: "person", ...lapse },
    "notice-failed": { kind: "notice-failed", to: "respondent", subject: "sanction-lapsed", reminds: undefined },
    "notice-seen": {
      kind: "notice-seen",
      to: "person",
      subject: "escalation",
      reminds: { kind: "target", about: thing(words), day: DAY },
    },
    "notice-delivered": { kind: "notice-delivered", to: "complainant", on: DAY, ...gist },
    "interim-asked": { kind: "interim-asked", sanction: thing(words) },
    "interim-imposed": { kind: "interim-imposed", sanction: thing(words) },
    "interim-ended": { kind: "interim-ended", sanction: thing(words) },
    "sanction-reviewed": { kind: "sanction-reviewed", sanction: thing(words) },
    "sanction-task-done": { kind: "sanction-task-done", sanction: thing(words) },
    "sanction-condition": { kind: "sanction-condition", condition: thing(words), isMet: false },
    "sanction-breached": { kind: "sanction-breached", sanction: thing(words) },
    "sanction-prolonged": { kind: "sanction-prolonged", sanction: thing(words) },
    reheard: { kind: "reheard", stage: thing(words) },
    "sanction-lapsed": { kind: "sanction-lapsed", sanction: thing(words) },
    "sanction-confirmed": { kind: "sanction-confirmed", sanction: thing(words) },
    "sanction-not-confirmed": { kind: "sanction-not-confirmed", sanction: thing(words) },
    "confirmation-put": { kind: "confirmation-put" },
    "confirmation-voted": { kind: "confirmation-voted" },
    "confirmation-void": { kind: "confirmation-void" },
    "disclosure-asked": { kind: "disclosure-asked" },
    "disclosure-approved": { kind: "disclosure-approved" },
    "disclosure-refused": { kind: "disclosure-refused" },
    "witness-asked": { kind: "witness-asked" },
    "witness-promised": { kind: "witness-promised" },
    "witness-declined": { kind: "witness-declined" },
    "witness-released": { kind: "witness-released" },
    "hearing-called": { kind: "hearing-called", on: DAY },
    "hearing-held": { kind: "hearing-held", on: DAY },
    "hearing-recorded": { kind: "hearing-recorded" },
    "record-asked": { kind: "record-asked" },
    "evidence-given": { kind: "evidence-given" },
    "agreement-asked": { kind: "agreement-asked" },
    "agreement-given": { kind: "agreement-given" },
    "agreement-withheld": { kind: "agreement-withheld" },
    "agreement-left": { kind: "agreement-left" },
    "kept-apart": { kind: "kept-apart" },
    "apart-ended": { kind: "apart-ended" },
    "contact-noted": { kind: "contact-noted" },
    "relay-asked": { kind: "relay-asked" },
    "relay-answered": { kind: "relay-answered" },
    "relay-declined": { kind: "relay-declined" },
    "wording-shown": { kind: "wording-shown" },
    "wording-agreed": { kind: "wording-agreed" },
    "wording-refused": { kind: "wording-refused" },
    "relay-passed": { kind: "relay-passed" },
    "relay-held": { kind: "relay-held" },
    "relay-closed": { kind: "relay-closed" },
    "choice-made": { kind: "choice-made", outcome: thing(words) },
    "body-asked": { kind: "body-asked" },
    "question-put": { kind: "question-put" },
    "question-answered": { kind: "question-answered" },
    "answer-returned": { kind: "answer-returned" },
    "question-dropped": { kind: "question-dropped" },
    "scope-judged": { kind: "scope-judged", situation: thing(words) },
    "finding-made": { kind: "finding-made" },
    "evidence-set-aside": { kind: "evidence-set-aside" },
    "evidence-opened": { kind: "evidence-opened" },
    "own-voice": { kind: "own-voice" },
    "submission-returned": { kind: "submission-returned" },
    "group-named": { kind: "group-named" },
    "anonymising-told": { kind: "anonymising-told", on: DAY },
    "anonymising-held": { kind: "anonymising-held" },
    "anonymising-released": { kind: "anonymising-released" },
    "words-erased": { kind: "words-erased" },
    "precedent-written": { kind: "precedent-written" },
    "precedent-approved": { kind: "precedent-approved" },
    "publication-written": { kind: "publication-written" },
    "publication-approved": { kind: "publication-approved" },
    "publication-agreed": { kind: "publication-agreed", on: DAY },
    "publication-declined": { kind: "publication-declined", on: DAY },
    published: { kind: "published" },
    "publication-posted": { kind: "publication-posted" },
    "publication-not-posted": { kind: "publication-not-posted" },
    escalated: { kind: "escalated", to: thing(words) },
    "escalation-taken": { kind: "escalation-taken" },
    "escalation-declined": { kind: "escalation-declined" },
    "bundle-written": { kind: "bundle-written" },
    "bundle-approved": { kind: "bundle-approved" },
    "handed-outside": { kind: "handed-outside", to: thing(words), on: DAY },
    "outside-answered": { kind: "outside-answered", on: DAY },
    "class-named": { kind: "class-named" },
    "counter-asked": { kind: "counter-asked" },
    opened: { kind: "opened", skipped: [thing(words), thing(words, 1)] },
    given: { kind: "given", stage: thing(words), body: thing(words, 1) },
    "choice-ended": { kind: "choice-ended", stage: thing(words) },
    "handed-on": { kind: "handed-on", stage: thing(words) },
    succeeded: { kind: "succeeded" },
    delegated: { kind: "delegated", until: DAY },
    "delegation-ended": { kind: "delegation-ended" },
    "needs-considered": { kind: "needs-considered", whom: "respondent", how: "referred" },
    "conflicts-checked": { kind: "conflicts-checked", body: thing(words), out: 2 },
    linked: { kind: "linked", link: "goes-on", isOrigin: false },
    "sanction-lifted": { kind: "sanction-lifted", sanction: thing(words) },
    "sanction-changed": { kind: "sanction-changed", sanction: thing(words), by: thing(words, 1), until: DAY },
    "before-body": { kind: "before-body", body: thing(words) },
    "notices-sent": { kind: "notices-sent" },
    moved: { kind: "moved", stage: thing(words) },
    told: { kind: "told", ...gist },
    reached: { kind: "reached", on: DAY, ...gist },
  };
};

const linesOf = (words: Words): readonly ShownLine[] =>
  Object.values(happenings(words)).map((happening, i) => ({
    day: DAY,
    time: "09:00",
    by: i % 5 === 4 ? undefined : words.name,
    happening,
    clause: i % 7 === 6 ? undefined : clause(words),
  }));

const comingOf = (words: Words): readonly Coming[] =>
  (["task", "target", "limit", "review", "sanction-task", "lapse", "meeting", "appeal"] as const).flatMap((kind) =>
    [true, false].map((isLate) => ({ kind, about: thing(words), day: DAY, isLate, clause: clause(words) })),
  );

/** What may stand in a timeline: everything at once, more often than fits on a page, and next to nothing. */
export const timelineBodies = (
  words: Words,
): Readonly<Record<string, Pick<TimelineView, "lines" | "coming" | "version">>> => ({
  "": {
    lines: times(3, () => linesOf(words)).flat(),
    coming: times(5, () => comingOf(words)).flat(),
    version: { cite: citationOf(words).cite, inForce: DAY },
  },
  "with nothing to come": { lines: linesOf(words).slice(0, 1), coming: [], version: undefined },
  "with one line": { lines: linesOf(words).slice(0, 1), coming: comingOf(words).slice(0, 1), version: undefined },
});

const card =
  (situation: string, page: number): Scene =>
  (speech, words) => {
    const body = timelineBodies(words)[situation];
    if (body === undefined) return undefined;
    const more = [button("secondary", speech.say("act.mycase"), "mycase.list", id())];
    const view = { case: id(), codeName: CODE, ...body };
    return timelineCard(view, "mycase.timeline", page, more, citationOf(words), speech);
  };

/** The timeline of a party or of a member of the deciding body. */
export const timelines: Scenes = {
  ...Object.fromEntries(times(12, (i) => [`page ${i + 1} of everything there is`, card("", i + 1)])),
  "with nothing to come": card("with nothing to come", 1),
  "with one line": card("with one line", 1),
};
