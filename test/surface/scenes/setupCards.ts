import type { AskedQuestion, Setup } from "../../../src/application/acts/setUp.ts";
import type { AccessProblem } from "../../../src/domain/case/noticeSubject.ts";
import { accessCard } from "../../../src/surface/cards/accessCard.ts";
import { notLiveCard } from "../../../src/surface/cards/notLiveCard.ts";
import {
  allConfirmedCard,
  differsCard,
  questionCard,
  roomReadersCard,
  setupCard,
} from "../../../src/surface/cards/setupCards.ts";
import { id } from "../words.ts";
import type { Words } from "../words.ts";
import { citationOf, clause, DAY, thing, times } from "./scene.ts";
import type { Scene, Scenes } from "./scene.ts";

/** The most that a rulebook can say in a question, whatever it says there. */
const MOST = 300;

const accessProblems = Object.keys({
  "no-permission": true,
  "too-low": true,
  managed: true,
  gone: true,
  "sees-all": true,
  "not-inside": true,
  public: true,
  "not-allowed": true,
  "no-account": true,
} satisfies Record<AccessProblem, true>) as readonly AccessProblem[];

type State = "open" | "confirmed" | "objected";

function asked(words: Words, state: State, said: readonly string[]): AskedQuestion {
  const answered = { by: words.name, day: DAY };
  return {
    key: words.isPlain ? "votes.sanction.majority" : `procedures.${words.thing}.stages.${words.thing}.outcomes`,
    clause: state === "objected" ? undefined : clause(words),
    question: words.long.slice(0, MOST),
    reading: state === "open" ? words.long.slice(0, MOST) : undefined,
    said,
    places: [],
    value: "{}",
    hash: "",
    line: 1234,
    ref: id(),
    confirmed: state === "confirmed" ? answered : undefined,
    objected: state === "objected" ? answered : undefined,
  };
}

const states = ["open", "confirmed", "objected"] as const;

function setupOf(questions: readonly AskedQuestion[], isNeeded = true, isLive = false): Setup {
  const open = questions.filter(({ confirmed }) => confirmed === undefined).length;
  return {
    isNeeded,
    isOfWaiting: isLive,
    questions,
    readiness: isLive || !isNeeded ? { kind: "live" } : { kind: "not-live", open },
  };
}

const many = (words: Words) => times(100, (i) => asked(words, states[i % 3] ?? "open", [words.short]));

const lists: Readonly<Record<string, (words: Words) => Setup>> = {
  "of nothing": () => setupOf([]),
  "while members wait": (words) => setupOf(many(words)),
  "where things are tried out": (words) => setupOf(many(words), false),
  "of a later version": (words) => setupOf(many(words), true, true),
  "when all is confirmed": (words) => setupOf(times(3, () => asked(words, "confirmed", [words.short]))),
};

const values: Readonly<Record<string, (words: Words) => readonly string[]>> = {
  "a short value": (words) => [words.short],
  "a value of many lines": (words) => times(80, () => words.short),
  "a value of one long line": (words) => [words.long.repeat(3)],
};

const cardOf = (words: Words, state: State, said: readonly string[], part: number, told: boolean): Scene => {
  const question = asked(words, state, said);
  const setup = setupOf([...many(words), question, ...many(words)]);
  return (speech) =>
    questionCard(
      setup,
      question,
      part,
      told ? speech.say("setup.before", { by: words.name, open: 45 }) : undefined,
      citationOf(words),
      speech,
    );
};

export const setupScenes: Readonly<Record<string, Scenes>> = {
  setupCard: Object.fromEntries(
    Object.entries(lists).flatMap(([kind, setup]) =>
      [1, 2, 99].map((page): [string, Scene] => [
        `${kind}, page ${page}`,
        (speech, words) => setupCard(setup(words), page, citationOf(words), speech),
      ]),
    ),
  ),
  questionCard: Object.fromEntries(
    states.flatMap((state) =>
      Object.entries(values).flatMap(([kind, said]) =>
        [1, 2, 99].map((part): [string, Scene] => [
          `${state}, ${kind}, part ${part}`,
          (speech, words) => cardOf(words, state, said(words), part, part === 1)(speech, words),
        ]),
      ),
    ),
  ),
  differsCard: Object.fromEntries(
    states.map((state): [string, Scene] => [
      state,
      (speech, words) => differsCard(asked(words, state, [words.short]), speech),
    ]),
  ),
  allConfirmedCard: {
    "and members are served": (speech, words) => allConfirmedCard(setupOf(many(words)), speech),
    "of a changed rulebook": (speech, words) => allConfirmedCard(setupOf(many(words), true, true), speech),
    "where things are tried out": (speech, words) => allConfirmedCard(setupOf(many(words), false), speech),
  },
  roomReadersCard: Object.fromEntries(
    [1, 2, 99].map((page): [string, Scene] => [
      `page ${page}`,
      (speech, words) =>
        roomReadersCard(
          [
            {
              platform: "discord",
              readers: [
                { kind: "owner", name: words.name },
                ...times(60, () => ({ kind: "role", name: words.name.repeat(2).slice(0, 100) }) as const),
                { kind: "person", name: words.name },
              ],
            },
            { platform: "slack", readers: page === 1 ? undefined : [{ kind: "owner", name: words.name }] },
          ],
          page,
          speech,
        ),
    ]),
  ),
  accessCard: Object.fromEntries(
    [1, 2, 99].map((page): [string, Scene] => [
      `page ${page}`,
      (speech, words) => {
        const problems = [undefined, "unknown", ...accessProblems] as const;
        const lines = problems.flatMap((problem) =>
          (["discord", "slack"] as const).map((platform) => ({
            access: thing(words),
            thing: { platform, name: words.name.slice(0, 45), how: "give", problem } as const,
          })),
        );
        if (page === 99) return accessCard([], page, speech);
        return accessCard([...lines, { access: thing(words, 1), thing: undefined }], page, speech);
      },
    ]),
  ),
  notLiveCard: Object.fromEntries(
    [0, 1, 24].flatMap((readers) =>
      [true, false].map((isReportWritten): [string, Scene] => [
        `${readers} receivers, ${isReportWritten ? "with" : "without"} a report`,
        (speech, words) =>
          notLiveCard(
            {
              organisation: "Association ".repeat(9).slice(0, 80),
              receivers: times(readers, () => words.name),
              isReportWritten,
            },
            [],
            citationOf(words),
            speech,
          ),
      ]),
    ),
  ),
};
