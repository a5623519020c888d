import type { PartyId } from "../../domain/identity.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";

type Result = Promise<Done | Seen | Blocked>;

/** A member of the deciding body asks the parties, through those who handle the case. */
export function askParties(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const [question, statement] = [newId(), newId()];
    return { act: { kind: "ask-parties", question, statement }, words: [{ id: statement, text }] };
  });
}

/** Those who handle the case put the question to a party, in their own words. */
export function putQuestion(house: House, request: Request, party: PartyId, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "put-question", party, statement }, words: [{ id: statement, text }] };
  });
}

/** The party answers. */
export function answerQuestion(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "answer-question", statement }, words: [{ id: statement, text }] };
  });
}

/** Whoever puts motions goes on without an answer. */
export function goOn(house: House, request: Request): Result {
  return actOnCase(house, request, () => ({ act: { kind: "go-on" } }));
}

/** The body reads the answer, without what a brief keeps from it. */
export function returnAnswer(house: House, request: Request, text: string): Result {
  return actOnCase(house, request, ({ newId }) => {
    const statement = newId();
    return { act: { kind: "return-answer", text, statement }, words: [{ id: statement, text }] };
  });
}
