import { mayReadRecord } from "../../domain/case/hearing.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { hearingRecordView } from "../views/hearingView.ts";
import type { MyRecord } from "../views/hearingView.ts";
import { digested, filesOf } from "./evidence.ts";
import type { GivenFile } from "./evidence.ts";
import { readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/** When a hearing is: its day as 2026-03-20, its time as 14:00, and what both sides are told of it. */
export interface HearingCall {
  readonly on: string;
  readonly time: string;
  readonly text: string;
  /** Why with less notice than the rules give; "" where it is not. */
  readonly shorter: string;
}

/** The hearing of a stage, and what is written down of it. */
export function hearingActs(house: House) {
  return {
    callHearing: (request: Request, { on, time, text, shorter }: HearingCall): Result =>
      actOnCase(house, request, ({ newId }) => {
        const [statement, why] = [newId(), newId()];
        const isShorter = shorter.trim() !== "";
        return {
          act: { kind: "call-hearing", on, time, statement, shorter: isShorter ? why : undefined },
          words: [{ id: statement, text }, ...(isShorter ? [{ id: why, text: shorter }] : [])],
        };
      }),
    /** @param on the day on which it was over, as 2026-03-20 */
    holdHearing: (request: Request, on: string): Result =>
      actOnCase(house, request, () => ({ act: { kind: "hold-hearing", on } })),
    recordHearing: async (request: Request, text: string, given: readonly GivenFile[]): Result => {
      const copied = await digested(given);
      return actOnCase(house, request, ({ newId }) => {
        const statement = newId();
        const { files, words } = filesOf(copied, newId);
        return { act: { kind: "record-hearing", statement, files }, words: [{ id: statement, text }, ...words] };
      });
    },
    /** A party asks for what was written down. */
    askRecord: (request: Request): Result => actOnCase(house, request, () => ({ act: { kind: "ask-record" } })),
    /**
     * What was written down of a hearing that a party asked for; that they read it is kept.
     * @param number which of those hearings, the last being 1
     */
    readHearingRecord: async (caller: AccountRef, ref: CaseRef, number: number): Promise<MyRecord | Blocked> => {
      const facts = await readFacts(house, ref, caller);
      if (facts?.viewer.kind !== "party") return nothingHere;
      const { current, viewer } = facts;
      const own = current.hearings.filter((each) => each.isHeld && mayReadRecord(viewer, each));
      const hearing = own.at(-number);
      if (hearing === undefined) return nothingHere;
      const { id, codeName } = current;
      const record = await hearingRecordView(house, facts, hearing);
      return { kind: "my-record", case: id, codeName, record, number, total: own.length };
    },
  };
}
