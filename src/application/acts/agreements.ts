import { agreementHere } from "../../domain/case/agreements.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase, readCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";

type Result = Promise<Done | Seen | Blocked>;

/** Both sides are asked to agree to a text. */
export function askAgreement(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const [agreement, statement] = [newId(), newId()];
    return { act: { kind: "ask-agreement", agreement, statement }, words: [{ id: statement, text }] };
  });
}

/**
 * A party agrees to a text, or does not.
 * @param agreement the text that was before them; undefined for the last one, by command
 */
export async function answerAgreement(
  house: House,
  request: Request,
  agreement: string | undefined,
  isAgreed: boolean,
): Result {
  const asked = agreement ?? (await lastAsked(house, request.case));
  return actOnCase(house, request, () => ({ act: { kind: "answer-agreement", agreement: asked, isAgreed } }));
}

async function lastAsked(house: House, ref: CaseRef): Promise<string> {
  const stored = await readCase(house, ref);
  return stored === undefined ? "" : (agreementHere(foldCase(stored))?.agreement ?? "");
}

/** A party ends the way that rests on what both agree to. */
export function leaveAgreement(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "leave-agreement" } }));
}
