import { foldCase } from "../../domain/case/case.ts";
import { keepAccess } from "../access/keepAccess.ts";
import { peopleBehind } from "../actOnCase.ts";
import { effectsOfRooms } from "../effects.ts";
import type { House } from "../house.ts";
import type { Claim } from "../ports.ts";
import { settleSanctions } from "../sanctions/settleSanctions.ts";
import { deliverAnnouncement } from "./deliverAnnouncement.ts";
import { deliverDigest } from "./deliverDigest.ts";
import { deliverNotice } from "./deliverNotice.ts";
import { remindVoters } from "./remindVoters.ts";
import { requestStaleMotions, syncMotionRoom } from "./syncMotionRoom.ts";
import { syncRoom } from "./syncRoom.ts";
import type { Outcome } from "./syncRoom.ts";

/** Rows taken at once. */
const BATCH = 16;
/** How long a worker holds a row; after that another may take it. */
const LEASE_MS = 30_000;
/** Waits between attempts double up to this. */
const LAST_WAIT_MS = 10 * 60_000;

/** Carries out everything in the outbox that is due, and returns how many rows that were. */
export async function runOutbox(house: House, worker: string): Promise<number> {
  await requestStale(house);
  await requestStaleMotions(house);
  let carriedOut = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- the next batch is taken when this one is done
    const claims = await house.store.claim(worker, BATCH, LEASE_MS);
    if (claims.length === 0) return carriedOut;
    // oxlint-disable-next-line no-await-in-loop
    await Promise.all(claims.map((claim) => carryOut(house, worker, claim)));
    carriedOut += claims.length;
  }
}

async function carryOut(house: House, worker: string, claim: Claim): Promise<void> {
  const outcome = await attempt(house, claim);
  const held =
    outcome.kind === "done"
      ? await house.store.finish(worker, claim)
      : await house.store.putOff(worker, claim, outcome.waitMs ?? waitAfter(house, claim), outcome.reason);
  // Another worker took it meanwhile and may have been done first: what came late here is looked at once more.
  if (!held) await house.store.request([claim.effect]);
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
      case "obligation":
        return await deliverAnnouncement(house, claim.effect, claim);
      case "motion-room":
        return await syncMotionRoom(house, claim.effect, claim);
      case "motion-reminder":
        return await remindVoters(house, claim.effect, claim);
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
    );
  }
}
