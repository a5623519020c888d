import { foldCase } from "../../domain/case/foldCase.ts";
import { keepAccess } from "../access/keepAccess.ts";
import { peopleBehind } from "../actOnCase.ts";
import type { Claim } from "../effect.ts";
import { effectsOfRooms } from "../effects.ts";
import type { House } from "../house.ts";
import { openLinked } from "../linkedCases.ts";
import { settleConfirmation } from "../motions/confirmation.ts";
import { settleSanctions } from "../sanctions/settleSanctions.ts";
import { deliverAnnouncement } from "./deliverAnnouncement.ts";
import { deliverAppointment } from "./deliverAppointment.ts";
import { deliverCounted } from "./deliverCounted.ts";
import { deliverDigest } from "./deliverDigest.ts";
import { deliverJoined } from "./deliverJoined.ts";
import { deliverNotice } from "./deliverNotice.ts";
import { deliverQuestion } from "./deliverQuestion.ts";
import { wholeTurn, workOff } from "./hands.ts";
import type { Turn } from "./hands.ts";
import { postPublication } from "./postPublication.ts";
import { remindVoters } from "./remindVoters.ts";
import { requestStaleMotions, syncMotionRoom } from "./syncMotionRoom.ts";
import { syncRoom } from "./syncRoom.ts";
import type { Later, Outcome } from "./syncRoom.ts";
import { syncSessionRoom } from "./syncSessionRoom.ts";

/** How long a worker holds a row; after that another may take it. */
const LEASE_MS = 30_000;
/** Waits between attempts double up to this. */
const LAST_WAIT_MS = 10 * 60_000;

/** Carries out everything in the outbox that is due, what somebody waits for first, and returns how many rows that were. */
export async function runOutbox(house: House, worker: string, turn: Turn = wholeTurn): Promise<number> {
  await requestStale(house);
  await requestStaleMotions(house);
  return workOff(
    (limit, onlyAwaited) => house.store.claim(worker, limit, LEASE_MS, onlyAwaited),
    (claim, letGo) => carryOut(house, worker, claim, letGo),
    turn,
  );
}

async function carryOut(house: House, worker: string, claim: Claim, letGo: () => void): Promise<void> {
  const outcome = await attempt(house, claim);
  letGo();
  const held =
    outcome.kind === "done" ? await house.store.finish(worker, claim) : await putOff(house, worker, claim, outcome);
  // Another worker took it meanwhile and may have been done first: what came late here is looked at once more.
  if (!held) await house.store.request([claim.effect], claim.isAwaited ? "awaited" : "due");
}

/** A platform that was asked for too much is not asked for more of it before the time it named. */
async function putOff(house: House, worker: string, claim: Claim, later: Later): Promise<boolean> {
  const { reason, ration } = later;
  const waitMs = later.waitMs ?? waitAfter(house, claim);
  if (ration?.isForAll === true) await house.store.holdUp(claim.effect, waitMs);
  return house.store.putOff(worker, claim, waitMs, reason, ration?.isUntouched ?? false);
}

const waitAfter = (house: House, { attempt: made }: Claim) => Math.min(house.retryMs * 2 ** (made - 1), LAST_WAIT_MS);

async function attempt(house: House, claim: Claim): Promise<Outcome> {
  try {
    switch (claim.effect.kind) {
      case "room":
        return await syncRoom(house, claim.effect, claim);
      case "notice":
        return await deliverNotice(house, claim.effect, claim);
      case "digest":
        return await deliverDigest(house, claim.effect, claim);
      case "joined":
        return await deliverJoined(house, claim.effect, claim);
      case "appointment":
        return await deliverAppointment(house, claim.effect, claim);
      case "obligation":
        return await deliverAnnouncement(house, claim.effect, claim);
      case "question":
        return await deliverQuestion(house, claim.effect, claim);
      case "counted":
        return await deliverCounted(house, claim.effect, claim);
      case "motion-room":
        return await syncMotionRoom(house, claim.effect, claim);
      case "session-room":
        return await syncSessionRoom(house, claim.effect, claim);
      case "motion-reminder":
        return await remindVoters(house, claim.effect, claim);
      case "publication":
        return await postPublication(house, claim.effect, claim);
      case "linked":
        await openLinked(house, claim.effect.case);
        return { kind: "done" };
      case "confirmation":
        await settleConfirmation(house, claim.effect);
        return { kind: "done" };
      case "sanctions":
        await settleSanctions(house, claim.effect.case);
        return { kind: "done" };
      case "access":
        return await keepAccess(house, claim.effect.row);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    house.log.warn("outbox row failed", { kind: claim.effect.kind, attempt: claim.attempt, reason });
    return { kind: "later", reason, waitMs: undefined };
  }
}

/** Board rooms whose number of members present has changed: brought up to date once for many changes. */
async function requestStale(house: House): Promise<void> {
  const cases = [...house.stale];
  house.stale.clear();
  for (const id of cases) {
    // oxlint-disable-next-line no-await-in-loop -- few
    const stored = await house.store.caseById(id);
    if (stored === undefined) continue;
    const effects = effectsOfRooms(
      house,
      house.rulebookOf(stored.rulebook),
      [foldCase(stored)],
      ["board"],
      peopleBehind(stored),
    );
    // oxlint-disable-next-line no-await-in-loop
    await house.store.request(
      effects.map((effect) => (effect.kind === "room" ? { ...effect, settle: house.settleMs } : effect)),
      "due",
    );
  }
}
