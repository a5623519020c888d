import type { Announcement } from "../domain/obligations/standing.ts";
import type { Recipient } from "./acts/statistics.ts";
import type { MotionCard, QuestionView } from "./motions/motionCard.ts";
import type { MotionReminder } from "./motions/motionReminder.ts";
import type { NoticeView } from "./notice.ts";
import type { PlatformName } from "./person.ts";
import type { OfficersCard, BoardCard } from "./roomCards.ts";
import type { SessionCard } from "./sessions/sessionCard.ts";
import type { PublishedView } from "./views/publicationView.ts";

/** The accounts of one person, after some of them were joined. */
export interface JoinedView {
  readonly accounts: readonly { readonly platform: PlatformName; readonly name: string }[];
}

/** That somebody comes to hold an office, or ceases to. */
export interface AppointmentView {
  readonly kind: "begins" | "ends";
  readonly who: string;
  /** Whether whoever reads it is that person. */
  readonly isOwn: boolean;
  readonly office: string;
  /** The first day, as 2026-07-01; undefined for an end. */
  readonly from: string | undefined;
  /** The last day; undefined where none is known. */
  readonly until: string | undefined;
  /** Who entered it; undefined for the roster file. */
  readonly by: string | undefined;
  readonly clause: string | undefined;
  /** Who stands in, where whoever holds it is away from it until then, or is back. */
  readonly deputies?: readonly string[];
}

/** Something that has to be done again and again, as those who owe it are told of it. */
export interface ObligationView {
  readonly id: string;
  /** What it is, in a sentence of the rulebook. */
  readonly what: string;
  readonly about: Announcement["kind"];
  /** The last day that it is about, and how many days there are until then; fewer than 0 once it is over. */
  readonly dueBy: string;
  readonly days: number;
  readonly done: number;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  /** Of a body that has, or will have, too few members: which. */
  readonly body?: string | undefined;
  /** To whom something is to be handed out, where that is what is owed. */
  readonly exportTo?: readonly Recipient[] | undefined;
  readonly document: NoticeView["document"];
  readonly clause: string;
}

/** What the outbox posts. Drawn by the surface, in the language of the room or of the person. */
export type Message =
  | { readonly kind: "officers-card"; readonly card: OfficersCard }
  | { readonly kind: "board-card"; readonly card: BoardCard }
  | { readonly kind: "notice"; readonly view: NoticeView }
  /** What a panel decided, for everybody in a channel. */
  | { readonly kind: "published"; readonly view: PublishedView }
  | { readonly kind: "obligation"; readonly view: ObligationView }
  /** To whoever receives reports: an anonymous one waits to be counted. */
  | { readonly kind: "counted"; readonly report: string }
  /** There is something new in a question that somebody asked in confidence. */
  | {
      readonly kind: "question";
      readonly question: string;
      readonly what: "asked" | "answered" | "proposed" | "reminder";
    }
  | { readonly kind: "appointment"; readonly view: AppointmentView }
  | { readonly kind: "joined"; readonly view: JoinedView }
  | { readonly kind: "motion-card"; readonly card: MotionCard }
  /** What whoever moved it was asked, as it stands; nothing of what is asked later. */
  | { readonly kind: "motion-question"; readonly card: MotionCard; readonly asked: QuestionView }
  | { readonly kind: "session-card"; readonly card: SessionCard }
  | { readonly kind: "motion-minute"; readonly card: MotionCard }
  /** A stage of a ranked count, from 1. */
  | { readonly kind: "motion-stage"; readonly card: MotionCard; readonly stage: number }
  | { readonly kind: "motion-reminder"; readonly view: MotionReminder }
  /** Reminders of several things, those due longest first. */
  | { readonly kind: "digest"; readonly views: readonly NoticeView[]; readonly more?: MoreReminders };

/** Reminders beyond those that are told of in full. */
export interface MoreReminders {
  readonly reminders: number;
  /** The code names of their cases, those due longest first. */
  readonly named: readonly string[];
  /** How many of their cases are not named. */
  readonly unnamed: number;
}
