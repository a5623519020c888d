import type { RoomPurpose } from "../domain/case/noticeSubject.ts";
import type { CaseId, PersonId, VoteId } from "../domain/identity.ts";
import type { Announcement } from "../domain/obligations/standing.ts";
import type { PlatformName } from "./person.ts";

/** Something to be done on a platform: a stored row with a key. The key says what; a row with the same key is the same thing. */
export type Effect =
  /** Bring a room of a case to what the case now says. */
  | {
      readonly kind: "room";
      readonly case: CaseId;
      readonly purpose: RoomPurpose;
      readonly platform: PlatformName;
      /** Not before so many milliseconds from now, so that several changes become one. */
      readonly settle?: number;
    }
  /** Bring a notice to whom it is addressed. */
  | { readonly kind: "notice"; readonly case: CaseId; readonly notice: string }
  /**
   * Tell somebody in one message what fell due for them in the same minute, in one case or in several. What is asked for again under the
   * same key is added to what is there.
   */
  | {
      readonly kind: "digest";
      readonly person: PersonId;
      /** In UTC, as 2026-03-04T08:00Z. */
      readonly minute: string;
      readonly notices: readonly { readonly case: CaseId; readonly notice: string }[];
      /** Not before so many milliseconds from now, so that all of them are there. */
      readonly settle?: number;
    }
  /** Tell somebody of something that has to be done again and again. */
  | {
      readonly kind: "obligation";
      /** Names the announcement for all time. */
      readonly announcement: string;
      readonly person: PersonId;
      readonly obligation: string;
      readonly about: Announcement["kind"];
      /** The last day that it is about, as 2026-03-15, and how often it was done until then. */
      readonly dueBy: string;
      readonly done: number;
    }
  /** Tell somebody who reads it that an anonymous report has come that is only counted. */
  | { readonly kind: "counted"; readonly report: string; readonly person: PersonId }
  /** Tell somebody who holds which office from now on, or no longer: what was entered under this id. */
  | { readonly kind: "appointment"; readonly appointment: string; readonly person: PersonId }
  /** Tell somebody on a platform that their accounts were joined: by the delivery that did it. */
  | { readonly kind: "joined"; readonly person: PersonId; readonly platform: PlatformName; readonly joining: string }
  /** Tell somebody that there is something new in a question that they asked, or were asked; `occasion` names it for all time. */
  | {
      readonly kind: "question";
      readonly question: string;
      readonly person: PersonId;
      readonly what: "asked" | "answered" | "proposed" | "reminder";
      readonly occasion: string;
    }
  /** Bring a room of a motion that is no case to what the motion now says. */
  | {
      readonly kind: "motion-room";
      readonly motion: string;
      readonly platform: PlatformName;
      /** Not before so many milliseconds from now, so that several changes become one. */
      readonly settle?: number;
    }
  /** Bring a room of a session of a body to what the session now says. */
  | { readonly kind: "session-room"; readonly session: string; readonly platform: PlatformName }
  /** Tell those who have not voted yet that a vote is open. Who they are is found when it is done, and stands nowhere. */
  | {
      readonly kind: "motion-reminder";
      readonly motion: string;
      readonly vote: VoteId;
      readonly occasion: string;
      /** Which share of those who may vote; all of them when left out. Who they are stands in no row. */
      readonly share?: { readonly number: number; readonly of: number } | undefined;
    }
  /** Another body votes on whether it confirms what was decided in a case: the vote is opened, and its end recorded in the case. */
  | { readonly kind: "confirmation"; readonly case: CaseId; readonly motion: string }
  /** Post what a panel published in the channel that was named. */
  | { readonly kind: "publication"; readonly case: CaseId; readonly publication: string }
  /** Open the cases by which the matter of a case goes on. */
  | { readonly kind: "linked"; readonly case: CaseId }
  /** Something of the sanctions of its respondents has changed: see what that does to their sanctions in every case. */
  | { readonly kind: "sanctions"; readonly case: CaseId }
  /** Bring what somebody can reach on the platforms to what their sanctions come to: the row of what was taken from them. */
  | { readonly kind: "access"; readonly row: string };

/** Whether somebody waits for what is to be done on a platform; what is gathered for one message always comes last. */
export type Urgency = "awaited" | "due";

/** A row of the outbox that this worker holds for a while. */
export interface Claim {
  readonly key: string;
  readonly effect: Effect;
  /** 1 at the first attempt. From the second on it must be looked up whether the earlier one had an effect. */
  readonly attempt: number;
  /** Which change of the row this worker saw; a later change makes the row due again. */
  readonly generation: number;
  /** Whether somebody waits for it. */
  readonly isAwaited: boolean;
}
