import { Temporal } from "temporal-polyfill";

import { after } from "../../src/domain/case/after.ts";
import type { Case } from "../../src/domain/case/case.ts";
import type { Entry, Recorded } from "../../src/domain/case/entry.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import type { PartyEntry } from "../../src/domain/case/party.ts";
import { officers } from "./kth.ts";

/** A moment in the chapter's own time, such as "2026-03-01T10:00". */
export const at = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime("Europe/Stockholm").toInstant();

export const filed = at("2026-03-01T10:00");

export const complainant: PartyEntry = { party: "party-a", role: "complainant", hasAccount: true };
export const respondent: PartyEntry = { party: "party-b", role: "respondent", hasAccount: true };

type Of<Kind extends Entry["kind"]> = Extract<Entry, { kind: Kind }>;

/** The receipt of a report about one person, handled by the three safety officers. */
export function received(changed: Partial<Of<"received">> = {}): Of<"received"> {
  return {
    kind: "received",
    origin: "discord",
    procedure: "conduct",
    startsAt: "contact",
    relation: "affected",
    rules: ["boundaries"],
    statement: "statement-report",
    parties: [complainant, respondent],
    handlers: officers,
    keptOut: [],
    partyInBody: undefined,
    ...changed,
  };
}

/** An entry, and when it was made where that matters. */
export type Played = Entry | { readonly at: Temporal.Instant; readonly entry: Entry };

const recordedOf = (played: Played, version: number, last: Temporal.Instant): Recorded => {
  const [moment, entry] = "entry" in played ? [played.at, played.entry] : [last, played];
  return { version, at: moment, by: { kind: "clock" }, entry };
};

/** The entries numbered from 1; each without a moment of its own happened when the one before it did, the first when it was filed. */
export function recorded(played: readonly Played[]): readonly Recorded[] {
  const entries: Recorded[] = [];
  for (const each of played) entries.push(recordedOf(each, entries.length + 1, entries.at(-1)?.at ?? filed));
  return entries;
}

/** A case after these entries. */
export function caseOf(...played: readonly Played[]): Case {
  return foldCase({ id: "case-1", codeName: "quiet-harbour-41", entries: recorded(played) });
}

/** A case after some more entries. */
export function goOn(current: Case, ...played: readonly Played[]): Case {
  let last = filed;
  return played.reduce<Case>((reached, each) => {
    const next = recordedOf(each, reached.version + 1, last);
    last = next.at;
    return after(reached, next);
  }, current);
}

/** The end of a stage. */
export function concluded(stage: string, outcome: string, next: string, rules: readonly string[] = []): Entry {
  return { kind: "stage-concluded", stage, outcome, next, rules, reasons: undefined };
}

export const acknowledged: Entry = { kind: "task-done", stage: "contact", task: "acknowledge" };

export function summoned(on: string, attempt = 1): Entry {
  return { kind: "summoned", party: respondent.party, attempt, on, statement: `statement-summons-${attempt}` };
}

/** Notices of a case, with ids that say what they are. */
export function noticeSent(notice: string, to: Of<"notice-sent">["to"], subject: Of<"notice-sent">["subject"]): Entry {
  return { kind: "notice-sent", notice, to, subject };
}

export const toParty = ({ party, role }: PartyEntry) => ({ kind: "party", party, role }) as const;

const toAssess = [received(), acknowledged, concluded("contact", "in_contact", "assess")] as const;
const toWitnesses = [...toAssess, concluded("assess", "violation", "witnesses", ["boundaries"])] as const;
const toHearing = [...toWitnesses, concluded("witnesses", "done", "hear_respondent")] as const;
const toBoard = [
  ...toHearing,
  summoned("2026-03-10"),
  noticeSent("notice-summons", toParty(respondent), {
    kind: "summons",
    attempt: 1,
    statement: "statement-summons-1",
    on: "2026-03-10",
  }),
  concluded("hear_respondent", "heard", "board_decision"),
] as const;
const briefed = [
  ...toBoard,
  { kind: "brief-drafted", statement: "statement-brief", officer: "s1" },
  { kind: "brief-approved", officer: "s2" },
] as const satisfies readonly Entry[];

/** A motion to uphold with a warning, put to the whole board. */
export function motionPut(changed: Partial<Of<"motion-put">> = {}): Of<"motion-put"> {
  return {
    kind: "motion-put",
    vote: "vote-1",
    motion: "uphold",
    rule: "sanction",
    findings: ["boundaries"],
    severity: "ordinary",
    sanction: "warning",
    reasons: "statement-reasons",
    electorate: ["president", "vice", "b3", "b4", "b5", "b6", "b7", "b8", "b9"],
    ...changed,
  };
}

export const carried: Of<"vote-closed"> = {
  kind: "vote-closed",
  vote: "vote-1",
  result: {
    kind: "carried",
    tally: { inFavour: 4, against: 1, abstaining: 0 },
    present: 5,
    recused: 0,
    base: 5,
  },
};

export function decided(sanction: string | undefined = "warning"): Of<"decided"> {
  return { kind: "decided", vote: "vote-1", outcome: "upheld", sanction, next: "inform" };
}

const clearedMembers = ["president", "vice", "b3", "b4", "b5"].map((person) => ({ kind: "cleared", person }) as const);
const voting = [...briefed, ...clearedMembers, motionPut()] as const;

/** The entries that bring a case to the beginning of each stage. */
export const upTo = {
  contact: [received()],
  assess: toAssess,
  witnesses: toWitnesses,
  hear_respondent: toHearing,
  board_decision: toBoard,
  briefed,
  voting,
  inform: [...voting, carried, decided()],
  closed: [...toAssess, concluded("assess", "no_violation", "closed")],
  refer_seo: [
    received({ partyInBody: "board" }),
    acknowledged,
    concluded("contact", "in_contact", "assess"),
    concluded("assess", "violation", "witnesses", ["boundaries"]),
    concluded("witnesses", "done", "hear_respondent"),
    summoned("2026-03-10"),
    concluded("hear_respondent", "heard", "refer_seo"),
  ],
} as const satisfies Readonly<Record<string, readonly Entry[]>>;

export type Point = keyof typeof upTo;

/** A case that has come so far. */
export const caseAt = (point: Point) => caseOf(...upTo[point]);

/** Ids in order: "id-1", "id-2". */
export function ids(): () => string {
  let last = 0;
  return () => `id-${(last += 1)}`;
}
