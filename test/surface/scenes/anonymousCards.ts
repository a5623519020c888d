import type { AnonymousPreview } from "../../../src/application/acts/anonymous.ts";
import type { ChannelView } from "../../../src/application/acts/channel.ts";
import type { CountedView } from "../../../src/application/acts/counted.ts";
import { codeOf } from "../../../src/domain/intake/code.ts";
import {
  anonymousPreviewCard,
  countedNewsCard,
  filedAnonymouslyCard,
} from "../../../src/surface/cards/anonymousCards.ts";
import { channelCard, channelNoticeCard } from "../../../src/surface/cards/channelCards.ts";
import { countedCard, countedListCard } from "../../../src/surface/cards/countedCards.ts";
import { checkedCard, receiptCard } from "../../../src/surface/cards/receiptCards.ts";
import { unsignedCard } from "../../../src/surface/cards/unsignedCard.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { noticeOf } from "./noticeCards.ts";
import { helpOf } from "./ownCaseCards.ts";
import { mineOf } from "./privateCards.ts";
import { citationOf, clause, CODE, DAY, thing, times } from "./scene.ts";
import type { Scenes } from "./scene.ts";

const SECRET = codeOf("ffffffff-ffff-4fff-bfff-ffffffffffff");
const receiptOfScene = { number: "0123abcd ".repeat(8).trim(), filed: "2026-09-30T23:59:59" };
const readers = (words: Words, count: number) => times(count, () => ({ person: id(), name: words.name }));

const preview = (words: Words, mode: AnonymousPreview["mode"], count: number): AnonymousPreview => ({
  kind: "anonymous-preview",
  mode,
  readers: readers(words, count),
  alternatives: times(count, () => {
    const people = readers(words, 2);
    return { key: people.map(({ person }) => person).join("+"), readers: people };
  }),
  notes: { respondent: "name-not-kept", falseReports: true, police: "required" },
  late: undefined,
  code: mode === "investigable" ? SECRET : undefined,
  clause: clause(words),
});

const channel = (words: Words, notices: number, written: number): ChannelView => ({
  kind: "channel",
  code: SECRET,
  mine: mineOf(words, { notices: [], hasArrived: notices > 0 }),
  notices: times(notices, (i) => ({
    view: noticeOf(words, { kind: "question", text: words.long, clause: clause(words) }),
    readOn: i % 2 === 0 ? DAY : undefined,
  })),
  shown: notices === 0 ? undefined : notices,
  written: times(written, () => words.long),
  receipt: receiptOfScene,
});

const unsigned = (words: Words) =>
  ({
    kind: "entered-unsigned",
    isShut: false,
    readers: readers(words, 24),
    opened: undefined,
    clause: clause(words),
  }) as const;

const checkedOf = (words: Words) =>
  ({ kind: "checked", codeName: CODE, filed: receiptOfScene.filed, clause: clause(words) }) as const;

const countedOf = (words: Words): CountedView => ({
  kind: "counted-report",
  report: { id: id(), codeName: CODE, day: DAY },
  rules: times(10, () => thing(words)),
  texts: { what: words.name, relation: "affected" },
  kinds: { relation: "choice" },
  names: times(5, () => words.name),
  readers: times(3, () => words.name),
  clause: clause(words),
});

/** Reporting without a name, and counting such reports. */
export const anonymousScenes: Readonly<Record<string, Scenes>> = {
  anonymousPreviewCard: {
    "one that is counted": (speech, words) =>
      anonymousPreviewCard(preview(words, "statistics_only", 1), id(), 1, citationOf(words), "discord", speech),
    "one with a code": (speech, words) =>
      anonymousPreviewCard(preview(words, "investigable", 24), id(), 4, citationOf(words), "slack", speech),
  },
  filedAnonymouslyCard: {
    "one that is counted": (speech, words) =>
      filedAnonymouslyCard(
        { kind: "counted", readers: readers(words, 24), clause: clause(words) },
        citationOf(words),
        speech,
      ),
    "one with a code": (speech, words) =>
      filedAnonymouslyCard(
        {
          kind: "channel",
          code: SECRET,
          codeName: CODE,
          readers: readers(words, 24),
          help: helpOf(words),
          receipt: receiptOfScene,
          clause: clause(words),
        },
        citationOf(words),
        speech,
      ),
  },
  unsignedCard: {
    "one that is counted": (speech, words) => unsignedCard(unsigned(words), citationOf(words), speech),
    "one that goes past the officer": (speech, words) =>
      unsignedCard({ ...unsigned(words), isShut: true, readers: [] }, citationOf(words), speech),
    "one with a code": (speech, words) =>
      unsignedCard(
        { ...unsigned(words), opened: { case: id(), codeName: CODE, code: SECRET } },
        citationOf(words),
        speech,
      ),
  },
  channelCard: {
    "with nothing in it": (speech, words) => channelCard(channel(words, 0, 0), id(), citationOf(words), speech),
    full: (speech, words) => channelCard(channel(words, 40, 9), id(), citationOf(words), speech),
  },
  channelNoticeCard: {
    "one that is there": (speech, words) => channelNoticeCard(channel(words, 1, 0), citationOf(words), speech),
  },
  receiptCard: {
    "to an officer": (speech, words) =>
      receiptCard(
        {
          kind: "receipt",
          ...receiptOfScene,
          case: id(),
          codeName: CODE,
          filedWords: undefined,
          clause: clause(words),
        },
        1,
        citationOf(words),
        speech,
      ),
    "with what was filed": (speech, words) => {
      const filedWords = { answers: { what: words.long, witnesses: words.short, relation: "affected" }, kinds: {} };
      return receiptCard(
        { kind: "receipt", ...receiptOfScene, case: id(), codeName: CODE, filedWords, clause: clause(words) },
        2,
        citationOf(words),
        speech,
      );
    },
  },
  checkedCard: {
    right: (speech, words) => checkedCard({ ...checkedOf(words), isRight: true }, speech),
    wrong: (speech, words) => checkedCard({ ...checkedOf(words), isRight: false }, speech),
  },
  countedNewsCard: { "": (speech) => countedNewsCard(id(), speech) },
  countedListCard: {
    nothing: (speech, words) =>
      countedListCard({ kind: "counted-list", waiting: [], clause: clause(words) }, citationOf(words), speech),
    many: (speech, words) =>
      countedListCard(
        {
          kind: "counted-list",
          waiting: times(60, () => ({ id: id(), codeName: CODE, day: DAY })),
          clause: clause(words),
        },
        citationOf(words),
        speech,
      ),
  },
  countedCard: {
    "with long answers": (speech, words) =>
      countedCard(
        { ...countedOf(words), texts: { what: words.long, witnesses: words.long } },
        1,
        citationOf(words),
        speech,
      ),
    "with whom and what it names": (speech, words) => countedCard(countedOf(words), 2, citationOf(words), speech),
  },
};
