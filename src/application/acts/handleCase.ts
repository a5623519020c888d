import type { Act } from "../../domain/acts/act.ts";
import type { Conclusion } from "../../domain/case/conclude.ts";
import type { NoticeId, RuleId } from "../../domain/identity.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { Done, Request, Seen } from "../actOnCase.ts";
import type { Words } from "../casePorts.ts";
import type { House } from "../house.ts";

type Result = Promise<Done | Seen | Blocked>;

/** An officer takes the case. */
export function take(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "take" } }));
}

/** Acknowledges the report to the complainant, in writing: a task of the first stage. */
export function acknowledge(house: House, request: Request, text: string): Result {
  return withWords(house, request, text, (statement) => ({ kind: "acknowledge", statement }));
}

/** Does another task of the present stage: what was done, and when, is kept as a note. */
export function doTask(house: House, request: Request, task: string, text: string): Result {
  return withWords(house, request, text, (statement) => ({ kind: "do-task", task, statement }));
}

export interface ConclusionText extends Omit<Conclusion, "reasons"> {
  readonly reasons: string;
  /** The text of the letter, where the sanction is one. */
  readonly letter?: string | undefined;
}

/** Concludes the present stage, and tells those whom the rulebook names; with some outcomes the complaint is decided. */
export function conclude(house: House, request: Request, { reasons, letter, ...conclusion }: ConclusionText): Result {
  return actOnCase(house, request, ({ newId }) => {
    const kept = (text = ""): Words | undefined => (text.trim() === "" ? undefined : { id: newId(), text });
    const [why, written] = [kept(reasons), kept(letter)];
    return {
      act: { kind: "conclude", ...conclusion, reasons: why?.id, letter: written?.id },
      words: [why, written].filter((words) => words !== undefined),
    };
  });
}

/**
 * Calls the respondent to a meeting.
 * @param on the day, as 2026-03-20
 */
export function summon(house: House, request: Request, on: string, text: string): Result {
  return withWords(house, request, text, (statement) => ({ kind: "summon", on, statement }));
}

/** Tells whoever reported where to get help. */
export function sendSupport(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "send-support" } }));
}

/** Writes to whoever reported without a name. */
export function askAuthor(house: House, request: Request, text: string): Result {
  return withWords(house, request, text, (statement) => ({ kind: "ask-author", statement }));
}

/** An officer is the one to whom the complainant can turn. */
export function support(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "support" } }));
}

/** A party chooses another officer for that. */
export function chooseSupport(house: House, request: Request, officer: string): Result {
  return actOnCase(house, request, () => ({ act: { kind: "choose-support", officer } }));
}

/** Keeps a note in the case file. */
export function note(house: House, request: Request, text: string): Result {
  return withWords(house, request, text, (statement) => ({ kind: "note", statement }));
}

/** Writes the brief for the deciding body, which may name nobody. */
export function writeBrief(house: House, request: Request, text: string): Result {
  return withWords(house, request, text, (statement) => ({ kind: "write-brief", text, statement }));
}

/** A second officer approves the brief: with that the deciding body learns of the case. */
export function approve(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "approve-brief" } }));
}

/**
 * Enters that a notice was delivered otherwise: its clocks start on that day.
 * @param on the day, as 2026-03-04; today or earlier
 * @param isOnlySent whether nobody can prove that it arrived: then it counts as received as the rulebook says
 */
export function recordDelivery(
  house: House,
  request: Request,
  notice: NoticeId,
  on: string,
  isOnlySent = false,
): Result {
  return actOnCase(house, request, () => ({ act: { kind: "record-delivery", notice, on, isOnlySent } }));
}

/** It is found which rules were broken, before anything is imposed. */
export function find(house: House, request: Request, rules: readonly RuleId[], text: string): Result {
  return withWords(house, request, text, (reasons) => ({ kind: "find", rules, reasons }));
}

/** An act with words, which are kept under an id of their own. */
function withWords(house: House, request: Request, text: string, act: (statement: string) => Act): Result {
  return actOnCase(house, request, ({ newId }) => {
    const id = newId();
    return { act: act(id), words: [{ id, text }] };
  });
}
