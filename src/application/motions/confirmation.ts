import { after } from "../../domain/case/after.ts";
import type { Case } from "../../domain/case/case.ts";
import { takingNoPart } from "../../domain/case/decide.ts";
import type { Entry } from "../../domain/case/entry.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import { noticesAtOnce } from "../../domain/case/inform.ts";
import { isConfirming, readProcedure, readStage } from "../../domain/case/stages.ts";
import { withdrawing } from "../../domain/motions/decide.ts";
import type { MotionEntry, MotionResult } from "../../domain/motions/entry.ts";
import { foldMotion, isOver } from "../../domain/motions/motion.ts";
import { openingOf } from "../../domain/motions/opening.ts";
import { isMotionRefusal } from "../../domain/motions/refusal.ts";
import { hasConfirmingStage, isPending } from "../../domain/sanctions/confirmation.ts";
import { peopleBehind, recordInCase, TRIES } from "../actOnCase.ts";
import type { StoredCase } from "../casePorts.ts";
import type { Effect } from "../effect.ts";
import type { House } from "../house.ts";
import { recordInMotion, standingIn } from "./actOnMotion.ts";

type Confirmation = Extract<Effect, { kind: "confirmation" }>;

/**
 * Brings a vote by which another body confirms a sanction, and its case, to what each says: opens the vote when it was put in the case, and
 * records in the case how it ended. Whatever is there already is not done again.
 */
export async function settleConfirmation(house: House, { case: id, motion }: Confirmation): Promise<void> {
  const stored = await house.store.caseById(id);
  if (stored === undefined) return;
  if ((await house.store.motionById(motion)) === undefined) await open(house, stored, motion);
  await leave(house, stored, motion);
  await endWithDecision(house, stored, motion);
  await openVote(house, stored, motion);
  await recordResult(house, id, motion);
}

/** Those who take no part in the case take none in it, and see nothing of it: the parties first of all. */
async function open(house: House, stored: StoredCase, motion: string): Promise<void> {
  const current = foldCase(stored);
  const put = current.consents.votes.find((each) => each.motion === motion);
  const text = put === undefined ? undefined : await house.store.words(stored.id, put.statement);
  if (put === undefined || text === undefined) return;
  const at = house.clock.now();
  const { rule, lastDay, mover } = put;
  const statement = house.chance.id();
  const about = { case: stored.id };
  const moved: MotionEntry = { kind: "moved", origin: current.origin, rule, mover, text: statement, lastDay, about };
  const aside = [...new Set(takingNoPart(current, peopleBehind(stored)))];
  const entries = [moved, ...aside.map((person): MotionEntry => ({ kind: "recused", person }))].map((entry, i) => ({
    version: i + 1,
    at,
    by: { kind: "clock" } as const,
    entry,
  }));
  for (let left = TRIES; left > 0; left -= 1) {
    const codeName = house.chance.codeName();
    // oxlint-disable-next-line no-await-in-loop -- a name that is taken asks for another
    if ((await house.store.caseByCodeName(codeName)) !== undefined) continue;
    const begun = foldMotion({ id: motion, codeName, entries });
    // oxlint-disable-next-line no-await-in-loop
    const committed = await house.store.commitMotion({
      delivery: undefined,
      motion,
      opens: { codeName, rulebook: stored.rulebook },
      expected: 0,
      entries,
      words: [{ id: statement, text }],
      isClosed: false,
      wakes: [],
      recuses: [],
      effects: [],
    });
    // Another instance has opened it meanwhile.
    if (committed !== "stale" || (await house.store.motionById(begun.id)) !== undefined) return;
  }
  throw new Error(`No name was found for a vote in ${TRIES} tries.`);
}

/** Whoever has stepped aside in the case since is out of the vote and its room, with the own ballot. */
function leave(house: House, stored: StoredCase, id: string): Promise<void> {
  const out = [...new Set(takingNoPart(foldCase(stored), peopleBehind(stored)))];
  return recordInMotion(house, id, ({ motion }) => {
    if (isOver(motion)) return { entries: [] };
    const gone = out.filter((person) => !motion.recused.includes(person));
    return { entries: gone.map((person): MotionEntry => ({ kind: "recused", person })) };
  });
}

/** With a decision that has become void nothing is voted on any more; those who vote read that it was withdrawn, and nothing else. */
async function endWithDecision(house: House, stored: StoredCase, id: string): Promise<void> {
  const current = foldCase(stored);
  const put = current.consents.votes.find((each) => each.motion === id);
  const isVoid = current.decisions.some(
    ({ id: decision, quashed }) => decision === put?.decision && quashed !== undefined,
  );
  if (!isVoid) return;
  await recordInMotion(house, id, ({ motion }) => ({ entries: isOver(motion) ? [] : withdrawing(motion) }));
}

async function openVote(house: House, stored: StoredCase, id: string): Promise<void> {
  const found = await house.store.motionById(id);
  if (found === undefined || foldMotion(found).votes.length > 0) return;
  const vote = house.chance.id();
  await recordInMotion(house, id, ({ motion }) => {
    if (motion.votes.length > 0 || isOver(motion)) return { entries: [] };
    const entries = openingOf(standingIn(house, found, ""), { vote, lastDay: motion.lastDay });
    // Nobody may vote, or its day is over: that stands in the case as a vote without a result.
    if (!isMotionRefusal(entries)) return { entries };
    const by = motion.mover;
    return {
      entries: [{ kind: "withdrawn", person: by }],
      effects: [{ kind: "confirmation", case: stored.id, motion: id }],
    };
  });
}

async function recordResult(house: House, id: string, motion: string): Promise<void> {
  const found = await house.store.motionById(motion);
  if (found === undefined) return;
  const { votes, isWithdrawn } = foldMotion(found);
  const result = votes.at(-1)?.result?.kind ?? (isWithdrawn ? "void" : undefined);
  if (result === undefined) return;
  const isConfirmed = answerOf(result);
  await recordInCase(house, id, { kind: "clock" }, (current, rulebook, at) => {
    const put = current.consents.votes.find((each) => each.motion === motion);
    if (put === undefined || put.isOver) return [];
    const voted: Entry = { kind: "confirmation-voted", motion, isConfirmed };
    const decision = current.decisions.find((each) => each.id === put.decision);
    const isAwaited = decision !== undefined && isPending(rulebook, current, decision);
    // The case may have gone on otherwise, or have been ended.
    const isWaiting =
      isConfirming(readStage(rulebook, current)) || !hasConfirmingStage(readProcedure(rulebook, current));
    const told = (said: boolean | undefined): Entry => ({
      kind: "notice-sent",
      notice: house.chance.id(),
      to: { kind: "room", purpose: "officers" },
      subject: { kind: "confirmation-voted", decision: put.decision, isConfirmed: said },
    });
    if (isConfirmed === undefined || !isAwaited || !isWaiting)
      return [{ ...voted, isConfirmed: undefined }, ...(isAwaited && isWaiting ? [told(undefined)] : [])];
    const ended = endOfStage(current, rulebook, isConfirmed);
    const entries = [voted, ...(ended === undefined ? [] : [ended]), told(isConfirmed)];
    const then = entries.reduce<Case>(
      (reached, entry) => after(reached, { version: reached.version + 1, at, by: { kind: "clock" }, entry }),
      current,
    );
    return isConfirmed ? [...entries, ...noticesAtOnce(rulebook, then, () => house.chance.id())] : entries;
  });
}

/** A tie is no majority; too few who came, or who voted, have said nothing. */
function answerOf(result: MotionResult["kind"]): boolean | undefined {
  if (result === "carried") return true;
  return result === "lost" || result === "tied" ? false : undefined;
}

/** The stage that waited for it is over. */
function endOfStage(current: Case, rulebook: Parameters<typeof readStage>[0], isConfirmed: boolean): Entry | undefined {
  const stage = readStage(rulebook, current);
  if (!isConfirming(stage)) return undefined;
  const found = Object.entries(stage.outcomes).find(([, { confirms }]) => confirms === isConfirmed);
  if (found === undefined) return undefined;
  const [outcome, { then: next }] = found;
  return { kind: "stage-concluded", stage: current.stage.stage, outcome, next, rules: [], reasons: undefined };
}
