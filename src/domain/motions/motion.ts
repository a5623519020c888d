import type { Temporal } from "temporal-polyfill";

import type { CaseId, PersonId, StatementId, VoteId } from "../identity.ts";
import type { Called } from "../voting/consensus/ending.ts";
import type { OptionId } from "../voting/paper.ts";
import { castOn } from "./castOn.ts";
import type {
  Committed,
  Hands,
  MotionEntry,
  MotionId,
  MotionRecorded,
  MotionResult,
  Published,
  Revealed,
} from "./entry.ts";

/** A vote on a motion: its electorate is fixed from its opening. */
export interface VoteOnMotion {
  readonly vote: VoteId;
  readonly opened: Temporal.Instant;
  readonly electorate: readonly PersonId[];
  readonly seats: number;
  readonly bodies: Readonly<Record<string, readonly PersonId[]>>;
  /** The first moment after its last day; undefined where it is closed by hand. */
  readonly closes: Temporal.Instant | undefined;
  readonly isSecret: boolean;
  readonly committed?: Committed | undefined;
  readonly lot?: readonly OptionId[] | undefined;
  readonly reminded: readonly string[];
  readonly away: readonly { readonly from: Temporal.Instant; readonly until: Temporal.Instant }[];
  readonly closed: Temporal.Instant | undefined;
  readonly result: MotionResult | undefined;
  readonly published: Published | undefined;
  /** By which way to vote, where it is not the one that the motion was moved by. */
  readonly rule?: string | undefined;
  /** Of a consensus that was called: until when one may object. */
  readonly called?: Called | undefined;
  /** What was counted by hand. */
  readonly hands?: Hands | undefined;
  readonly revealed?: Revealed | undefined;
}

/** What whoever moved a motion was asked. */
export interface MoverQuestion {
  readonly question: StatementId;
  readonly person: PersonId;
  readonly asked: Temporal.Instant;
  /** The vote that ended as void with it. */
  readonly vote: VoteId | undefined;
  readonly answer: StatementId | undefined;
  /** Whether it was answered, or is not waited for any more. */
  readonly isOver: boolean;
}

/** A motion that is no case, as it stands. */
export interface Motion {
  readonly id: MotionId;
  readonly codeName: string;
  readonly version: number;
  readonly origin: string;
  readonly rule: string;
  readonly mover: PersonId;
  readonly moved: Temporal.Instant;
  readonly text: StatementId;
  /** How often its words were changed. */
  readonly amended: number;
  readonly lastDay: string | undefined;
  /** What is voted on besides the motion itself. */
  readonly options: { readonly ids: readonly OptionId[]; readonly words: StatementId } | undefined;
  /** Which of the options stand on no ballot any more. */
  readonly gone: readonly OptionId[];
  readonly questions: readonly MoverQuestion[];
  readonly session: { readonly id: string; readonly isInCamera: boolean } | undefined;
  readonly seconder: PersonId | undefined;
  readonly recused: readonly PersonId[];
  readonly isWithdrawn: boolean;
  /** A vote that was void or inquorate may be followed by another. */
  readonly votes: readonly VoteOnMotion[];
  /** The case of which a decision is confirmed by it; undefined for what is no matter of a case. */
  readonly about: { readonly case: CaseId } | undefined;
}

/** A motion file as it is stored. */
export interface MotionFile {
  readonly id: MotionId;
  readonly codeName: string;
  /** The SHA-256 of the rulebook under which it was moved. */
  readonly rulebook: string;
  readonly entries: readonly MotionRecorded[];
}

/** The motion that these entries make. Throws for a file that does not begin with its motion. */
export function foldMotion({ id, codeName, entries }: Pick<MotionFile, "id" | "codeName" | "entries">): Motion {
  const [first, ...rest] = entries;
  if (first?.entry.kind !== "moved") throw new Error(`The motion ${codeName} does not begin with being moved.`);
  const { origin, rule, mover, text, lastDay, about, session, options } = first.entry;
  const begun: Motion = {
    id,
    codeName,
    version: first.version,
    origin,
    rule,
    mover,
    moved: first.at,
    text,
    lastDay,
    session,
    options,
    gone: [],
    questions: [],
    seconder: undefined,
    recused: [],
    isWithdrawn: false,
    amended: 0,
    votes: [],
    about,
  };
  return rest.reduce(afterEntry, begun);
}

/** The motion after one more entry. */
export function afterEntry(before: Motion, { version, at, entry }: MotionRecorded): Motion {
  return { ...before, ...changeBy(before, entry, at), version };
}

function changeBy(before: Motion, entry: MotionEntry, at: Temporal.Instant): Partial<Motion> {
  switch (entry.kind) {
    case "moved":
      throw new Error(`The motion ${before.codeName} was moved twice.`);
    case "seconded":
      return { seconder: entry.person };
    case "withdrawn":
      return { isWithdrawn: true };
    case "recused":
      return { recused: [...before.recused, entry.person] };
    case "option-withdrawn":
      return { gone: [...before.gone, entry.option] };
    case "mover-asked": {
      const { kind: _, ...asked } = entry;
      return { questions: [...before.questions, { ...asked, asked: at, answer: undefined, isOver: false }] };
    }
    case "mover-answered":
      return changeQuestion(before, entry.question, { answer: entry.answer });
    case "question-dropped":
      return changeQuestion(before, entry.question, {});
    case "amended":
      // Whoever seconded it seconded other words.
      return { text: entry.text, amended: before.amended + 1, seconder: undefined };
    case "consensus-called":
      return changeVote(before, entry.vote, () => ({ called: { until: entry.until } }));
    case "tie-decided":
      return changeVote(before, entry.vote, ({ result }) => ({ result: castOn(result, entry.casting) }));
    case "vote-opened": {
      const { kind: _, ...opened } = entry;
      const begun = { reminded: [], away: [], closed: undefined, result: undefined, published: undefined };
      return { votes: [...before.votes, { ...opened, opened: at, ...begun }] };
    }
    case "hands-counted": {
      const { kind: _, vote, ...hands } = entry;
      return changeVote(before, vote, () => ({ hands }));
    }
    case "reminded":
      return changeVote(before, entry.vote, (vote) => ({ reminded: [...vote.reminded, entry.occasion] }));
    case "vote-extended":
      return changeVote(before, entry.vote, (vote) => ({
        closes: entry.closes,
        away: [...vote.away, { from: entry.awayFrom, until: entry.awayUntil }],
      }));
    case "vote-closed":
      return changeVote(before, entry.vote, () => ({
        closed: at,
        result: entry.result,
        published: entry.published,
        ...(entry.revealed === undefined ? {} : { revealed: entry.revealed }),
      }));
  }
}

function changeVote(
  { votes }: Motion,
  id: VoteId,
  change: (vote: VoteOnMotion) => Partial<VoteOnMotion>,
): Pick<Motion, "votes"> {
  return { votes: votes.map((vote) => (vote.vote === id ? { ...vote, ...change(vote) } : vote)) };
}

function changeQuestion(
  { questions }: Motion,
  id: StatementId,
  change: Partial<MoverQuestion>,
): Pick<Motion, "questions"> {
  return {
    questions: questions.map((each) => (each.question === id ? { ...each, ...change, isOver: true } : each)),
  };
}

/** The vote that is open now. */
export function voteNow({ votes }: Motion): VoteOnMotion | undefined {
  return votes.find(({ result }) => result === undefined);
}

const DECIDED: ReadonlySet<MotionResult["kind"]> = new Set(["carried", "lost", "chosen", "elected", "agreed"]);

/** Whether nothing can happen in it any more: it was decided or withdrawn. */
export function isOver({ votes, isWithdrawn, about }: Motion): boolean {
  const kind = votes.at(-1)?.result?.kind;
  // What comes of a vote by which a decision is confirmed, the case says: another vote is another one.
  if (about !== undefined && kind !== undefined) return true;
  return isWithdrawn || (kind !== undefined && DECIDED.has(kind));
}
