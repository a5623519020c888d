import { foldMotion, isOver } from "../../domain/motions/motion.ts";
import { membersOfRoom } from "../../domain/motions/viewer.ts";
import type { Claim, Effect } from "../effect.ts";
import { platformOf } from "../house.ts";
import type { House } from "../house.ts";
import { motionCard, pagesOfCount } from "../motions/motionCard.ts";
import type { ClosedVoteView, MotionCard } from "../motions/motionCard.ts";
import { effectsOfMotion, ROOM } from "../motions/motionEffects.ts";
import { platformFor } from "./platformFor.ts";
import { syncWanted } from "./syncRoom.ts";
import type { Outcome, RoomOwner } from "./syncRoom.ts";
import type { WantedMessage, WantedRoom } from "./wantedRoom.ts";

type MotionRoom = Extract<Effect, { kind: "motion-room" }>;

/** Brings the room of a motion on a platform to what the motion says: those who belong in it, and its card. */
export async function syncMotionRoom(
  house: House,
  { motion: id, platform: name }: MotionRoom,
  claim: Claim,
): Promise<Outcome> {
  const platform = platformFor(house, name, claim);
  if (platform === undefined) return { kind: "later", reason: "not-connected", waitMs: undefined };
  const stored = await house.store.motionById(id);
  if (stored === undefined) return { kind: "done" };
  const rulebook = house.rulebookOf(stored.rulebook);
  const motion = foldMotion(stored);
  const everybody = membersOfRoom(rulebook, house.roster, motion);
  const members =
    everybody.length > ROOM ? [] : everybody.filter((person) => platformOf(house, person, motion.origin) === name);
  const card = await motionCard(house, rulebook, motion);
  const wanted: WantedRoom = {
    members,
    messages: [
      { key: "card", message: { kind: "motion-card", card }, calls: [], notice: undefined },
      ...questionsOf(card),
      ...(card.last === undefined || isForQuestion(card.last) ? [] : minuteOf(card, card.last, motion.votes.length)),
    ],
    isArchived: isOver(motion),
  };
  const owner: RoomOwner = {
    id,
    codeName: motion.codeName,
    prefix: "vote",
    purpose: "board",
    platform: name,
    recused: motion.recused,
    save: (room) => house.store.saveMotionRoom(room),
    announced: async () => {},
    delivered: async () => {},
    // Every member finds it in /vote all the same.
    refused: async () => {},
  };
  return syncWanted(house, platform, owner, claim, wanted, await house.store.motionRoom(id, name));
}

/** What was asked, and that it was answered or is not waited for, each in a message of its own: whoever voted has to see it. */
function questionsOf(card: MotionCard): readonly WantedMessage[] {
  const plain = { calls: [], notice: undefined };
  return card.questions.flatMap((asked, i): readonly WantedMessage[] => [
    {
      key: `question-${i + 1}`,
      message: { kind: "motion-question", card, asked: { ...asked, answer: undefined, isOpen: true } },
      ...plain,
    },
    ...(asked.isOpen
      ? []
      : [{ key: `answer-${i + 1}`, message: { kind: "motion-question" as const, card, asked }, ...plain }]),
  ]);
}

/** What became void with a question has no minute: the question says so. */
const isForQuestion = ({ result }: ClosedVoteView) => result.kind === "void" && result.why === "question";

/** Each vote that is over has its minute, and what tells how it was counted: they stay when another follows. */
function minuteOf(card: MotionCard, last: ClosedVoteView, votes: number): readonly WantedMessage[] {
  const plain = { calls: [], notice: undefined };
  const pages = Array.from({ length: pagesOfCount(last) }, (_, i): WantedMessage => ({
    key: `stage-${votes}-${i + 1}`,
    message: { kind: "motion-stage", card, stage: i + 1 },
    ...plain,
  }));
  return [{ key: `minute-${votes}`, message: { kind: "motion-minute", card }, ...plain }, ...pages];
}

/** Rooms of motions whose number of members present has changed: brought up to date once for many changes. */
export async function requestStaleMotions(house: House): Promise<void> {
  const motions = [...house.staleMotions];
  house.staleMotions.clear();
  for (const id of motions) {
    // oxlint-disable-next-line no-await-in-loop -- few
    const stored = await house.store.motionById(id);
    if (stored === undefined) continue;
    const effects = effectsOfMotion(house, house.rulebookOf(stored.rulebook), [foldMotion(stored)]);
    // oxlint-disable-next-line no-await-in-loop
    await house.store.request(
      effects.map((effect) => (effect.kind === "motion-room" ? { ...effect, settle: house.settleMs } : effect)),
    );
  }
}
