import { findWords } from "../../domain/case/apart.ts";
import type { PartyId, StatementId, WordsId } from "../../domain/identity.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Facts, Request, Seen, Wanted } from "../actOnCase.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { readApart } from "../views/apartView.ts";
import type { ApartView } from "../views/apartView.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/** As what something is entered that somebody without an account said. */
export type EnteredAs = Extract<Wanted["act"], { kind: "enter-words" }>["as"];

/** Keeping both sides apart, and what they say to each other through those who handle the case. */
export function apartActs(house: House) {
  /** An act with words that are entered with it. */
  const saying = (request: Request, text: string, want: (statement: string, newId: () => string) => Wanted["act"]) =>
    actOnCase(house, request, ({ newId }) => {
      const statement = newId();
      return { act: want(statement, newId), words: [{ id: statement, text }] };
    });
  return {
    openApart: async (caller: AccountRef, ref: CaseRef, number: number): Promise<ApartView | Blocked> => {
      const facts = await readFacts(house, ref, caller);
      return facts?.viewer.kind === "handler" ? readApart(house, facts, number) : nothingHere;
    },
    /** What a party said, as those who handle the case would pass it on; undefined for whoever does not. */
    wordsAcross: async (caller: AccountRef, ref: CaseRef, words: WordsId): Promise<string | undefined> => {
      const facts = await readFacts(house, ref, caller);
      return facts?.viewer.kind === "handler" ? textOf(house, facts, words) : undefined;
    },
    keepApart: (request: Request, text: string): Result =>
      saying(request, text, (reasons) => ({ kind: "keep-apart", reasons })),
    endApart: (request: Request, text: string): Result =>
      saying(request, text, (reasons) => ({ kind: "end-apart", reasons })),
    noteContact: (request: Request, party: PartyId, text: string): Result =>
      saying(request, text, (statement) => ({ kind: "note-contact", party, statement })),
    askAcross: (request: Request, text: string): Result =>
      saying(request, text, (statement, newId) => ({ kind: "ask-across", words: newId(), statement })),
    /** @param question which one they answer, or would rather not; the last one when not given */
    answerAcross: (request: Request, question: WordsId | undefined, text: string): Result =>
      saying(request, text, (statement, newId) => ({ kind: "answer-across", words: newId(), question, statement })),
    declineAcross: (request: Request, question: WordsId | undefined): Result =>
      actOnCase(house, request, ({ newId }) => ({
        act: { kind: "answer-across", words: newId(), question, statement: undefined },
      })),
    agreeWording: (request: Request, wording: StatementId | undefined, isAgreed: boolean): Result =>
      actOnCase(house, request, () => ({ act: { kind: "agree-wording", wording, isAgreed } })),
    enterWords: (request: Request, party: PartyId, as: EnteredAs, text: string): Result =>
      saying(request, text, (statement, newId) => ({ kind: "enter-words", party, as, words: newId(), statement })),
    /** @param to one of the other side; undefined for each of it */
    passOn: (request: Request, words: WordsId, to: PartyId | undefined, text: string): Result =>
      actOnCase(house, request, async (facts) => {
        const from = findWords(facts.current, words)?.from;
        const author = facts.stored.identities.find(({ party }) => party === from)?.name;
        const isSame = (await textOf(house, facts, words))?.trim() === text.trim();
        const changed = isSame ? undefined : facts.newId();
        return {
          act: { kind: "pass-on", words, to, text, author, changed },
          words: changed === undefined ? [] : [{ id: changed, text }],
        };
      }),
    holdBack: (request: Request, words: WordsId, text: string): Result =>
      saying(request, text, (reasons) => ({ kind: "hold-back", words, reasons })),
    closeQuestion: (request: Request, words: WordsId): Result =>
      actOnCase(house, request, () => ({ act: { kind: "close-question", words } })),
  };
}

async function textOf(house: House, { current }: Facts, words: WordsId): Promise<string | undefined> {
  const statement = findWords(current, words)?.statement;
  return statement === undefined ? undefined : house.store.words(current.id, statement);
}
