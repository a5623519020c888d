import type { CaseId, StageId } from "../../domain/identity.ts";
import { readCode } from "../../domain/intake/code.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { readCase } from "../actOnCase.ts";
import type { Done, Seen } from "../actOnCase.ts";
import { digestOf } from "../digest.ts";
import type { House } from "../house.ts";
import type { NoticeView } from "../message.ts";
import { holderOf } from "./anonymous.ts";
import { receiptOfCase } from "./fileReport.ts";
import { myCases } from "./readCases.ts";
import type { Receipt } from "./receipts.ts";
import { answer } from "./time.ts";

/** What whoever holds the code of an anonymous report sees of its case. */
export interface ChannelView {
  readonly kind: "channel";
  readonly case: CaseId;
  readonly code: string;
  readonly codeName: string;
  /** As 2026-03-15. */
  readonly received: string;
  readonly stage: StageId;
  readonly isClosed: boolean;
  readonly hasArrived: boolean;
  /** What was told, the latest first. */
  readonly notices: readonly NoticeView[];
  /** What was written from here, in the order in which it was. */
  readonly written: readonly string[];
  readonly receipt: Receipt | undefined;
  readonly clause: string;
}

/** The channel of an anonymous report: whoever has the code is its author, and nothing else says who that is. */
export function channelActs(house: House) {
  return {
    openChannel: (typed: string) => openChannel(house, typed),
    writeInChannel: (typed: string, text: string, delivery: string) => write(house, typed, text, delivery),
  };
}

/** What is told for a code that opens nothing, and for what is no code. Nobody can find out by trying which codes there are: of 128 bits one. */
async function openChannel(house: House, typed: string): Promise<ChannelView | Blocked> {
  const code = readCode(typed);
  if (code === undefined) return noSuchCode;
  const holder = await holderOf(code);
  const [mine] = await myCases(house, { holder });
  if (mine === undefined) return noSuchCode;
  const { codeName, received, stage, isClosed, hasArrived, clause } = mine;
  return {
    kind: "channel",
    case: mine.case,
    code,
    codeName,
    received,
    stage,
    isClosed,
    hasArrived,
    notices: mine.notices.toReversed(),
    written: await writtenIn(house, mine.case),
    receipt: await receiptOfCase(house, mine.case),
    clause,
  };
}

const noSuchCode: Blocked = { refused: "no-such-code", unblock: [{ kind: "other-code" }] };

/** What a party has answered in a case whose only party who writes is the author. */
async function writtenIn(house: House, id: CaseId): Promise<readonly string[]> {
  const stored = await readCase(house, { id });
  const answers = (stored?.entries ?? []).flatMap(({ entry, by }) =>
    entry.kind === "answered" && by.kind === "party" ? [entry.statement] : [],
  );
  return Promise.all(answers.map(async (statement) => (await house.store.words(id, statement)) ?? ""));
}

/** The delivery is kept so that one who has the code alone could know it again. */
async function write(house: House, typed: string, text: string, delivery: string): Promise<Done | Seen | Blocked> {
  const opened = await openChannel(house, typed);
  if ("refused" in opened) return opened;
  const request = {
    caller: { holder: await holderOf(opened.code) },
    case: { id: opened.case },
    delivery: await digestOf(`${delivery} ${opened.code}`),
  };
  const written = await answer(house, request, "answer", text);
  return "refused" in written && written.refused === "nothing-here" ? nothingHere : written;
}
