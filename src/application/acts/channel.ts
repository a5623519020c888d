import type { Case } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId, NoticeId, PersonId } from "../../domain/identity.ts";
import { readCode } from "../../domain/intake/code.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { readCase, recordInCase } from "../actOnCase.ts";
import type { Done, Seen } from "../actOnCase.ts";
import type { StoredCase } from "../casePorts.ts";
import { digestOf } from "../digest.ts";
import type { House } from "../house.ts";
import { holderOf } from "../intake/holderOf.ts";
import type { NoticeView } from "../notice.ts";
import { receiptOfCase } from "./fileReport.ts";
import { myCases } from "./myCases.ts";
import type { MyCase } from "./myCases.ts";
import type { Receipt } from "./receipts.ts";
import { answer } from "./time.ts";

/** Something that was told in the channel. */
export interface ChannelNotice {
  readonly view: NoticeView;
  /** The day on which it was read there, as 2026-03-15: its time counts from then. Undefined while it is new. */
  readonly readOn: string | undefined;
}

/** What whoever holds the code of an anonymous report sees of its case. */
export interface ChannelView {
  readonly kind: "channel";
  readonly code: string;
  /** The case as its complainant sees it. */
  readonly mine: MyCase;
  /** What was told, the latest first. */
  readonly notices: readonly ChannelNotice[];
  /** Which of them is read whole, by its number from the oldest, which is 1; undefined where none is. */
  readonly shown: number | undefined;
  /** What was written from here, in the order in which it was. */
  readonly written: readonly string[];
  readonly receipt: Receipt | undefined;
}

/** Whoever holds a code, as a party of its case. */
export interface CodeHolder {
  readonly holder: PersonId;
  readonly case: CaseId;
  /** Names the delivery so that one who has the code alone could know it again. */
  readonly delivery: string;
}

/** The channel of an anonymous report: whoever has the code is its author, and nothing else says who that is. */
export function channelActs(house: House) {
  return {
    openChannel: (typed: string, shown?: number) => openChannel(house, typed, shown),
    writeInChannel: (typed: string, text: string, delivery: string) => write(house, typed, text, delivery),
    enterChannel: (typed: string, delivery: string) => enter(house, typed, delivery),
  };
}

/** Whose case a code opens. */
async function enter(house: House, typed: string, delivery: string): Promise<CodeHolder | Blocked> {
  const code = readCode(typed);
  if (code === undefined) return noSuchCode;
  const holder = await holderOf(code);
  const [found] = await house.store.casesOfParty(holder);
  if (found === undefined) return noSuchCode;
  return { holder, case: found.id, delivery: await digestOf(`${delivery} ${code}`) };
}

/**
 * What is told for a code that opens nothing, and for what is no code. Nobody can find out by trying which codes there are: of 128 bits one.
 * What is read whole counts as delivered from now on.
 * @param shown which notice, by its number from the oldest; none when left out
 */
async function openChannel(house: House, typed: string, shown?: number): Promise<ChannelView | Blocked> {
  const code = readCode(typed);
  if (code === undefined) return noSuchCode;
  const holder = await holderOf(code);
  const [before] = await myCases(house, { holder });
  if (before === undefined) return noSuchCode;
  const notice = shown === undefined ? undefined : before.notices[shown - 1]?.notice;
  if (notice !== undefined) await recordRead(house, before.case, notice);
  // What was delivered just now opens what can be done about it.
  const [mine = before] = await myCases(house, { holder });
  const stored = await readCase(house, { id: mine.case });
  const readOn = stored === undefined ? () => undefined : daysOfReading(house, stored);
  return {
    kind: "channel",
    code,
    mine,
    notices: mine.notices.map((view) => ({ view, readOn: readOn(view.notice) })).toReversed(),
    shown: notice === undefined ? undefined : shown,
    written: await writtenIn(house, stored),
    receipt: await receiptOfCase(house, mine.case),
  };
}

const noSuchCode: Blocked = { refused: "no-such-code", unblock: [{ kind: "other-code" }] };

/** Something is delivered to whoever reported without a name when they read it: once, whoever opens it at the same time. */
async function recordRead(house: House, id: CaseId, notice: NoticeId): Promise<void> {
  const isNew = ({ notices }: Case) => notices.some((each) => each.id === notice && each.delivered === undefined);
  await recordInCase(house, id, { kind: "platform" }, (current, _, when) =>
    isNew(current) ? [{ kind: "notice-delivered", notice, how: "channel", when }] : [],
  );
}

function daysOfReading(house: House, stored: StoredCase) {
  const rulebook = house.rulebookOf(stored.rulebook);
  const { notices } = foldCase(stored);
  return (id: NoticeId): string | undefined => {
    const when = notices.find((notice) => notice.id === id)?.delivered?.when;
    return when === undefined ? undefined : localDay(rulebook, when).toString();
  };
}

/** What a party has answered in a case whose only party who writes is the author. */
async function writtenIn(house: House, stored: StoredCase | undefined): Promise<readonly string[]> {
  if (stored === undefined) return [];
  const answers = stored.entries.flatMap(({ entry, by }) =>
    entry.kind === "answered" && by.kind === "party" ? [entry.statement] : [],
  );
  return Promise.all(answers.map(async (statement) => (await house.store.words(stored.id, statement)) ?? ""));
}

async function write(house: House, typed: string, text: string, delivery: string): Promise<Done | Seen | Blocked> {
  const entered = await enter(house, typed, delivery);
  if ("refused" in entered) return entered;
  const request = { caller: { holder: entered.holder }, case: { id: entered.case }, delivery: entered.delivery };
  const written = await answer(house, request, "answer", text);
  return "refused" in written && written.refused === "nothing-here" ? nothingHere : written;
}
