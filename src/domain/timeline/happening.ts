import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Span } from "../../rulebook/schema/vocabulary.ts";
import type { ApartHappening } from "../case/apartEntries.ts";
import type { Entry } from "../case/entry.ts";
import type { LinkKind, Needs } from "../case/handEntries.ts";
import type { NoticeSubject, RoomPurpose } from "../case/noticeSubject.ts";
import type { CameBy, PartyRole } from "../case/party.ts";
import type { AttachedCondition } from "../case/sanctionEntries.ts";
import type { Verdict } from "../challenges/entry.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { Deadline } from "../deadlines/deadline.ts";
import type { BodyId, OutcomeId, SanctionId, StageId } from "../identity.ts";
import type { CaseResult } from "../voting/inCase.ts";

/** What a notice is about: its kind, and of what it reminds. Nothing of what stands in it. */
export interface NoticeGist {
  readonly subject: NoticeSubject["kind"];
  readonly reminds: Reminded | undefined;
}

/** What somebody is reminded of; "inactivity": that nobody does anything. */
export type RemindedKind = Deadline["kind"] | "inactivity" | "appeal";

interface Reminded {
  readonly kind: RemindedKind;
  /** The task, stage, procedure or sanction. */
  readonly about: string;
  /** The last day, as 2026-03-15; the day on which somebody last did something. */
  readonly day: string;
}

/** To whom something was told, without saying who that is. */
export type Addressed = PartyRole | RoomPurpose | "person";

/** What happened, as a kind with its values: no names, no words of anybody. */
export type Happening =
  | { readonly kind: "received" }
  /** It was opened that nobody has reported; the stages that were left out. */
  | { readonly kind: "opened"; readonly skipped: readonly StageId[] }
  /** An officer entered a report that came on that day, as 2026-03-15. */
  | { readonly kind: "entered"; readonly how: CameBy; readonly on: string }
  | { readonly kind: "announced" }
  | { readonly kind: "room-refused"; readonly purpose: RoomPurpose }
  | { readonly kind: "taken" }
  | { readonly kind: "support-named" }
  | { readonly kind: "task-done"; readonly task: string }
  | { readonly kind: "noted" }
  /** On the day of the meeting, as 2026-03-20. */
  | { readonly kind: "summoned"; readonly attempt: number; readonly on: string }
  | {
      readonly kind: "stage-concluded";
      readonly stage: StageId;
      readonly outcome: OutcomeId;
      readonly next: StageId;
      /** Which reasons of the rulebook's list. */
      readonly because?: readonly string[] | undefined;
    }
  /** What was due has until that day, as 2026-03-15. */
  | { readonly kind: "deadline-extended"; readonly due: RemindedKind; readonly about: string; readonly until: string }
  | { readonly kind: "step-planned"; readonly on: string }
  | { readonly kind: "step-done" }
  | { readonly kind: "more-asked"; readonly until: string }
  | { readonly kind: "answered" }
  | { readonly kind: "joining-answered"; readonly isJoining: boolean }
  | { readonly kind: "lateness-judged"; readonly isTaken: boolean }
  | { readonly kind: "brief-drafted" }
  | { readonly kind: "brief-approved" }
  | { readonly kind: "cleared" }
  | { readonly kind: "recused" }
  | { readonly kind: "motion-put"; readonly motion: MotionGist | undefined }
  /** Called; or one may object for longer, because Redress was away. */
  | { readonly kind: "consensus-called"; readonly isLonger: boolean }
  /** The chair gave a casting vote: what came of the motion with it. */
  | { readonly kind: "tie-decided"; readonly motion: MotionGist | undefined; readonly result: Result | undefined }
  | { readonly kind: "vote-closed"; readonly motion: MotionGist | undefined; readonly result: Result | undefined }
  | {
      readonly kind: "decided";
      readonly outcome: OutcomeId;
      readonly because?: readonly string[] | undefined;
      readonly sanction: SanctionId | undefined;
      /** How long the sanction holds, where that was chosen. */
      readonly lasts?: Span | undefined;
      readonly scope?: readonly string[] | undefined;
      readonly conditions?: readonly AttachedCondition[] | undefined;
      /** Whether the sanction has no last day. */
      readonly isIndefinite?: boolean;
    }
  /** No vote could be quorate any more, and the case went to that stage. */
  | { readonly kind: "referred"; readonly next: StageId }
  | ({ readonly kind: "notice-sent"; readonly to: Addressed } & NoticeGist)
  | ({ readonly kind: "notice-failed"; readonly to: Addressed } & NoticeGist)
  | ({ readonly kind: "notice-seen"; readonly to: Addressed } & NoticeGist)
  | ({
      readonly kind: "notice-delivered";
      readonly to: Addressed;
      /** The day that was entered, as 2026-03-04, where it was delivered by hand. */
      readonly on: string | undefined;
    } & NoticeGist)
  | { readonly kind: "interim-asked"; readonly sanction: SanctionId }
  | { readonly kind: "interim-imposed"; readonly sanction: SanctionId }
  | { readonly kind: "interim-ended"; readonly sanction: SanctionId }
  | { readonly kind: "sanction-reviewed"; readonly sanction: SanctionId }
  | { readonly kind: "sanction-task-done"; readonly sanction: SanctionId }
  | { readonly kind: "sanction-condition"; readonly condition: string; readonly isMet: boolean }
  | { readonly kind: "sanction-breached"; readonly sanction: SanctionId }
  | { readonly kind: "sanction-prolonged"; readonly sanction: SanctionId }
  | { readonly kind: "reheard"; readonly stage: StageId }
  | ChallengeHappening
  | { readonly kind: "decisions-replaced" }
  | { readonly kind: "sanction-lapsed"; readonly sanction: SanctionId }
  | { readonly kind: "sanction-lifted"; readonly sanction: SanctionId }
  | {
      readonly kind: "sanction-changed";
      /** What it is from then on. */
      readonly sanction: SanctionId;
      /** The kind of sanction that another decision imposed, which did it; undefined where nothing changes it any more. */
      readonly by: SanctionId | undefined;
      /** Whether it holds longer because it was not kept. */
      readonly isLonger?: boolean;
      /** The day from which it no longer holds, as 2026-03-15; undefined without a last day. */
      readonly until: string | undefined;
    }
  | { readonly kind: "sanction-confirmed"; readonly sanction: SanctionId }
  | { readonly kind: "sanction-not-confirmed"; readonly sanction: SanctionId }
  | { readonly kind: "confirmation-put" }
  | { readonly kind: "confirmation-voted" }
  | { readonly kind: "confirmation-void" }
  | { readonly kind: "disclosure-asked" }
  | { readonly kind: "disclosure-approved" }
  | { readonly kind: "disclosure-refused" }
  | { readonly kind: "witness-asked" }
  | { readonly kind: "witness-promised" }
  | { readonly kind: "witness-declined" }
  | { readonly kind: "witness-released" }
  | { readonly kind: "evidence-given" }
  /** On the day of the hearing, as 2026-03-20. */
  | { readonly kind: "hearing-called"; readonly on: string }
  | { readonly kind: "hearing-held"; readonly on: string }
  | { readonly kind: "hearing-recorded" }
  | { readonly kind: "record-asked" }
  | { readonly kind: "agreement-asked" }
  | { readonly kind: "agreement-given" }
  | { readonly kind: "agreement-withheld" }
  | { readonly kind: "agreement-left" }
  | ApartHappening
  | { readonly kind: "choice-made"; readonly outcome: OutcomeId }
  | { readonly kind: "body-asked" }
  | { readonly kind: "question-put" }
  | { readonly kind: "question-answered" }
  | { readonly kind: "answer-returned" }
  | { readonly kind: "question-dropped" }
  | { readonly kind: "scope-judged"; readonly situation: string | undefined }
  | { readonly kind: "finding-made" }
  | { readonly kind: "evidence-set-aside" }
  | { readonly kind: "evidence-opened" }
  | { readonly kind: "own-voice" }
  | { readonly kind: "submission-returned" }
  | HandHappening
  | { readonly kind: "group-named" }
  | RecordHappening
  | { readonly kind: "class-named" }
  /** To the deciding body: an approved brief is before it. */
  | { readonly kind: "before-body"; readonly body: BodyId }
  /** To the deciding body: one of its members stepped aside, nobody says who. */
  | { readonly kind: "member-recused" }
  /** To the deciding body: the notices of the decision were sent, nobody says to whom. */
  | { readonly kind: "notices-sent" }
  /** To parties and the deciding body: the case has come so far. */
  | { readonly kind: "moved"; readonly stage: StageId }
  /** To a party: something was sent to that party. */
  | ({ readonly kind: "told" } & NoticeGist)
  /** To a party: it arrived. */
  | ({ readonly kind: "reached"; readonly on: string | undefined } & NoticeGist);

/** What becomes of the records of a case, and of what is handed to others outside. Days are written as 2026-03-15. */
type RecordHappening =
  | { readonly kind: "anonymising-told"; readonly on: string }
  | { readonly kind: "anonymising-held" }
  | { readonly kind: "anonymising-released" }
  | { readonly kind: "words-erased" }
  | { readonly kind: "precedent-written" }
  | { readonly kind: "precedent-approved" }
  | { readonly kind: "publication-written" }
  | { readonly kind: "publication-approved" }
  | { readonly kind: "publication-agreed"; readonly on: string }
  | { readonly kind: "publication-declined"; readonly on: string }
  | { readonly kind: "published" }
  | { readonly kind: "publication-posted" }
  | { readonly kind: "publication-not-posted" }
  | { readonly kind: "escalated"; readonly to: string }
  | { readonly kind: "escalation-taken" }
  | { readonly kind: "escalation-declined" }
  | { readonly kind: "bundle-written" }
  | { readonly kind: "bundle-approved" }
  | { readonly kind: "handed-outside"; readonly to: string; readonly on: string }
  | { readonly kind: "outside-answered"; readonly on: string };

/** In whose hands a case is, and which other cases belong to it. Nobody is named. */
export type HandHappening =
  /** Somebody was chosen to decide a stage: a body, or one person. */
  | { readonly kind: "given"; readonly stage: StageId; readonly body: BodyId | undefined }
  | { readonly kind: "choice-ended"; readonly stage: StageId }
  | { readonly kind: "handed-on"; readonly stage: StageId }
  /** To the end of that day, as 2026-03-15, or until it is ended. */
  | { readonly kind: "succeeded" }
  | { readonly kind: "delegated"; readonly until: string | undefined }
  | { readonly kind: "delegation-ended" }
  | { readonly kind: "needs-considered"; readonly whom: PartyRole; readonly how: Needs }
  /** So many members of a body were said to have a conflict of interest. */
  | { readonly kind: "conflicts-checked"; readonly body: BodyId; readonly out: number }
  | { readonly kind: "counter-asked" }
  | { readonly kind: "linked"; readonly link: LinkKind; readonly isOrigin: boolean };

/** What happens to a challenge, by its name in the rulebook. */
export type ChallengeHappening = { readonly rule: string } & (
  | { readonly kind: "challenge-lodged" }
  | { readonly kind: "challenge-consulted" }
  | { readonly kind: "challenge-told-first" }
  | { readonly kind: "challenge-judged"; readonly isHeard: boolean }
  | { readonly kind: "challenge-names"; readonly step: "asked" | "allowed" | "refused" }
  | { readonly kind: "challenge-decided"; readonly how: Verdict; readonly sanction: SanctionId | undefined }
);

interface MotionGist {
  readonly motion: string;
  readonly sanction: SanctionId | undefined;
  readonly lasts?: Span | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly conditions?: readonly AttachedCondition[] | undefined;
}

/** How a vote ended, without a number: in a small group numbers say who. */
export type Result = CaseResult["kind"];

/** That a report was received; of one that an officer entered how it came, and on which day. */
export function receivedHappening(
  rulebook: Rulebook,
  { entered, opened }: Extract<Entry, { kind: "received" }>,
): Happening {
  if (opened !== undefined) return { kind: "opened", skipped: opened.skipped };
  if (entered === undefined) return { kind: "received" };
  return { kind: "entered", how: entered.how, on: localDay(rulebook, entered.received).toString() };
}

/** What a notice is about. */
export function gistOf(subject: NoticeSubject): NoticeGist {
  if (subject.kind !== "reminder" && subject.kind !== "escalation")
    return { subject: subject.kind, reminds: undefined };
  const { deadline, about, day } = subject;
  return { subject: subject.kind, reminds: { kind: deadlineKind(deadline), about, day } };
}

const kinds: readonly RemindedKind[] = [
  "task",
  "target",
  "limit",
  "step",
  "lapse",
  "review",
  "sanction-task",
  "condition",
  "objections",
  "relay",
  "hearing",
  "inactivity",
  "appeal",
];

/** The kind of what somebody is reminded of, by its key: "task:contact:acknowledge", "limit". */
export function deadlineKind(key: string): RemindedKind {
  return kinds.find((kind) => key.split(":")[0] === kind) ?? "target";
}
