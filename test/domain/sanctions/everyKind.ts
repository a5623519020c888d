import { Temporal } from "temporal-polyfill";

import type { Entry } from "../../../src/domain/case/entry.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { noticeSent, respondent, toParty } from "../../fakes/caseFile.ts";
import type { Played } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";

const days = (amount: number) => ({ amount, unit: "days" }) as const;
const zone = kth.organisation.timezone;
const start = Temporal.PlainDate.from("2026-03-02");
export const noon = (day: number) =>
  start.add({ days: day }).toZonedDateTime({ timeZone: zone, plainTime: "12:00" }).toInstant();
export const evening = (day: number) => noon(day).add({ hours: 11 });

type Rule = Rulebook["sanctions"][string];
const common = { clause: "9.1", notice: "suspension", bars: ["events"], permits: [] };
const both: Extract<Rule, { kind: "dated" }>["from"] = { latest_of: ["decision.made", "decision.notified"] };
const dated: Rule = {
  ...common,
  kind: "dated",
  lasts: days(30),
  from: both,
  on_lapse: [],
  remind_before: [],
  on_new: [],
};
const confirm = { clause: "9.2", vote: "sanction" } as const;

/** The chapter's rules with sanctions of every kind, and an appeal during which a sanction rests. */
function rules(): Rulebook {
  const appeal = kth.challenges["appeal"];
  const conduct = kth.procedures["conduct"];
  if (appeal === undefined || conduct === undefined) throw new Error("The memo has no appeal or no procedure.");
  return {
    ...kth,
    sanctions: {
      ...kth.sanctions,
      barred: { ...common, kind: "indefinite", from: both, review_every: days(14) },
      approved: { ...dated, confirm: { ...confirm, before: "no_effect" } },
      meanwhile: { ...dated, confirm: { ...confirm, before: "in_force" } },
      watched: {
        ...common,
        kind: "indefinite",
        from: both,
        review_every: days(14),
        confirm: { ...confirm, before: "in_force" },
      },
      course: {
        ...common,
        bars: [],
        kind: "task",
        owner: { kind: "party", id: "respondent" },
        within: days(14),
        confirm: { ...confirm, before: "no_effect" },
      },
      leave: { ...common, kind: "interim", from: "decision.notified" },
    },
    challenges: { ...kth.challenges, appeal: { ...appeal, suspends_sanction: true } },
    procedures: {
      ...kth.procedures,
      conduct: {
        ...conduct,
        interim: [
          {
            clause: "9.3",
            sanction: "leave",
            by: { kind: "office", id: "safety_officer" },
            grounds: ["serious"],
            ends: "case.closed",
          },
        ],
      },
    },
    non_compliance: { clause: "9.4", any_of: ["extend", "new_report"] },
  };
}
export const rulebook = rules();
export const { party } = respondent;

export const on = (day: number, entry: Entry): Played => ({ at: noon(day), entry });
export const decided = (decision: string, sanction: string): Entry => ({
  kind: "decided-by-officers",
  decision,
  stage: "board_decision",
  outcome: "upheld",
  findings: ["boundaries"],
  severity: undefined,
  sanction,
  next: "board_decision",
  reasons: undefined,
});
export const sent = (decision: string): Entry =>
  noticeSent(`n-${decision}`, toParty(respondent), { kind: "decision", vote: decision, outcome: "upheld" });
export const told = (decision: string, day: number): Played =>
  on(day, { kind: "notice-delivered", notice: `n-${decision}`, how: "direct", when: noon(day) });
export const said = (decision: string, isConfirmed: boolean): Entry => ({
  kind: "sanction-confirmed",
  decision,
  isConfirmed,
  statement: "words",
});
export const appealed = (challenge: string, decision: string): Entry => ({
  kind: "challenge-lodged",
  challenge,
  rule: "appeal",
  party,
  against: { outcome: "upheld", decision },
  to: 0,
  ground: undefined,
  words: "words",
  evidence: undefined,
  isLate: false,
});
export const ended = (challenge: string, how: "annul" | "confirm" | "change_sanction", sanction?: string): Entry => ({
  kind: "challenge-decided",
  challenge,
  how,
  sanction,
  members: [],
  reasons: undefined,
});
export const lifted = (decision: string, sanction: string): Entry => ({
  kind: "sanction-lifted",
  decision,
  party,
  sanction,
  reasons: "words",
});
export const imposedLeave: Entry = {
  kind: "interim-imposed",
  decision: "i",
  party,
  sanction: "leave",
  ground: "serious",
  reasons: "words",
  vote: undefined,
};
