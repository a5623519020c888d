import type { CaseRef, Request } from "../../application/actOnCase.ts";
import type { Acts } from "../../application/acts.ts";
import type { Place } from "../../application/acts/rulebooks.ts";
import { nothingHere as nothing, notForYou as notForThem } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Administers } from "../administers.ts";
import { refusalCard } from "../cards/refusalCard.ts";
import type { Citation } from "../cards/refusalCard.ts";
import type { Answer, Delivery } from "../delivery.ts";
import type { FormValues } from "../form.ts";
import type { Speech } from "../say.ts";

/** Somebody at the desk: what they did, their language, and what can be done for them. */
export interface Visit {
  readonly delivery: Delivery;
  readonly speech: Speech;
  readonly acts: Acts;
  readonly rulebook: Rulebook;
  readonly citation: Citation;
  /** Where the case is that it is about, where a form asks about that and it could be read in time. */
  readonly place?: Place | undefined;
  readonly administers: Administers;
}

/** What an act is about: taken from a button, or from the options of a command. */
export interface Target {
  readonly choice: string;
  readonly ref: string;
  readonly case: CaseRef;
  readonly values: readonly string[];
}

export type Act = (visit: Visit, target: Target) => Promise<Answer>;

/** A form that was sent: its page, its choice and what was entered. */
export interface Sent {
  readonly choice: string;
  readonly page: number;
  readonly ref: string;
  readonly values: FormValues;
  /** Whether whoever sent it has read what speaks against it, and stays with it. */
  readonly isConfirmed?: boolean;
}

export type Submission = (visit: Visit, sent: Sent) => Promise<Answer>;

export function requestOf({ delivery }: Visit, ref: CaseRef): Request {
  return { caller: delivery.caller, case: ref, delivery: delivery.key };
}

export const isRefused = (result: object): result is Blocked => "refused" in result;
export const isSeen = (result: object): result is { readonly kind: "seen" } =>
  "kind" in result && result.kind === "seen";

/** A private answer with what is not allowed and why. */
export function refused(visit: Visit, refusal: Blocked): Answer {
  return { kind: "note", card: refusalCard(refusal, visit.citation, visit.speech) };
}

/** The answer to what is not there, or no longer. */
export function nothingHere(visit: Visit): Answer {
  return refused(visit, nothing);
}

/** The answer where the rules do not have what is asked for, or not for whoever asks. */
export function notForYou(visit: Visit): Answer {
  return refused(visit, notForThem);
}

/** To a delivery that was dealt with before: whoever did answers it. */
export const silence: Answer = { kind: "silence" };
