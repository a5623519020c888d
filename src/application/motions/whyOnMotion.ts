import { countVote } from "../../domain/motions/countVote.ts";
import { decideMotion } from "../../domain/motions/decide.ts";
import type { MotionAct } from "../../domain/motions/decide.ts";
import { mayCountHands } from "../../domain/motions/hands.ts";
import { voteNow } from "../../domain/motions/motion.ts";
import { isMotionRefusal } from "../../domain/motions/refusal.ts";
import { ruleOf } from "../../domain/motions/rules.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { CaseRef } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { blocked, readMotionFacts } from "./actOnMotion.ts";
import type { MotionFacts } from "./actOnMotion.ts";
import { motionCard } from "./motionCard.ts";
import type { MotionCard } from "./motionCard.ts";

/** What somebody can do with a motion now; `by` is what is in the way. How a vote stands is not in it. */
export interface MotionWhy {
  readonly card: MotionCard;
  readonly answers: readonly { readonly act: MotionAct["kind"]; readonly by: Blocked | undefined }[];
}

/** Every act in a motion, as it would be answered now; what can come at no time by its rule is left out. */
export async function whyOnMotion(house: House, caller: AccountRef, ref: CaseRef): Promise<MotionWhy | Blocked> {
  const person = await findPerson(house, caller);
  const facts = person === undefined ? undefined : await readMotionFacts(house, ref, person);
  if (facts === undefined) return nothingHere;
  const acts = await actsOf(house, facts);
  const answers = acts.map((act) => {
    const decided = decideMotion(facts, act);
    return { act: act.kind, by: isMotionRefusal(decided) ? blocked(house, facts, decided) : undefined };
  });
  return { card: await motionCard(house, facts.rulebook, facts.motion), answers };
}

async function actsOf(house: House, { rulebook, motion, caller }: MotionFacts): Promise<readonly MotionAct[]> {
  const rule = ruleOf(rulebook, motion);
  const open = voteNow(motion);
  const vote = open?.vote ?? motion.votes.at(-1)?.vote;
  const held = open === undefined ? undefined : await house.store.motionVote(open.vote);
  const all = held?.voters ?? [];
  const voters = all.map((voter) => ({ ...voter, hasVoted: false, isPresent: hasCome(voter) }));
  const hasVoted = held?.voters.some((voter) => voter.person === caller && voter.hasVoted) ?? false;
  // Only whether enough have come is looked at: nothing of what was chosen.
  const counted = open === undefined ? undefined : countVote(rule, open, motion.options?.ids ?? [], voters, []);
  const result = counted?.kind === "inquorate" ? counted : undefined;
  const cast = all.filter((voter) => voter.hasVoted && !voter.isRecused).length;
  const isConsensus = rule.method === "consensus";
  return [
    ...(rule.seconder ? [{ kind: "second" } as const] : []),
    { kind: "open-vote", vote: "" },
    { kind: "amend", text: "" },
    ...(isConsensus && rule.called_by !== undefined ? [{ kind: "call-consensus", result } as const] : []),
    ...(vote === undefined ? [] : [{ kind: "cast", vote, hasVoted } as const, { kind: "be-present", vote } as const]),
    { kind: "close-vote", result: isConsensus ? counted : result, silent: all.filter(isSilent).length, ballots: cast },
    ...(rule.method === "motion" && rule.tie === "chair"
      ? [{ kind: "decide-tie", casting: "in-favour" } as const]
      : []),
    ...(mayCountHands(rule)
      ? [{ kind: "count-hands", inFavour: 0, against: 0, abstaining: 0, ballots: cast } as const]
      : []),
    ...(motion.options === undefined
      ? []
      : motion.options.ids.slice(0, 1).map((option) => ({ kind: "withdraw-option", option }) as const)),
    ...(rule.questions === undefined ? [] : asking),
    { kind: "withdraw" },
    { kind: "recuse" },
  ];
}

/** Of a motion whose rule has questions. */
const asking: readonly MotionAct[] = [
  { kind: "ask-mover", question: "" },
  { kind: "answer-question", answer: "", again: undefined },
  { kind: "drop-question", again: undefined },
];

const isSilent = ({ isRecused, hasVoted }: { readonly isRecused: boolean; readonly hasVoted: boolean }) =>
  !isRecused && !hasVoted;

const hasCome = ({ isPresent, hasVoted }: { readonly isPresent: boolean; readonly hasVoted: boolean }) =>
  isPresent || hasVoted;
