import type pg from "pg";
import { z } from "zod";

import type { CastResult } from "../../application/casePorts.ts";
import type { MotionStore, SecretMarks } from "../../application/motionPorts.ts";
import type { DataKeys } from "../keys.ts";
import { query } from "../query.ts";
import { forgetKeys } from "./commitMotion.ts";
import { deliveryName, marksOf, scopesOf, sealBallot, voterName } from "./secret.ts";

type Cast = Parameters<MotionStore["castInSecret"]>[0];

// The vote is held open until the envelope is stored. What is kept of a delivery is a keyed hash, and only of an open vote.
const CAST = `WITH held AS (SELECT id FROM motion_vote WHERE id = $1 AND is_open AND is_secret FOR SHARE),
  who AS (SELECT NOT is_recused AS may FROM motion_voter WHERE vote_id = $1 AND person_id = $2),
  fresh AS (INSERT INTO envelope_delivery (blind, vote_id) SELECT $4, held.id FROM held, who WHERE may
    ON CONFLICT DO NOTHING RETURNING blind),
  put AS (INSERT INTO envelope (blind, vote_id, sealed) SELECT $3, held.id, $5 FROM held, fresh
    ON CONFLICT (blind) DO UPDATE SET sealed = excluded.sealed WHERE $6 RETURNING xmax <> 0 AS replaced)
  SELECT EXISTS (SELECT FROM held) AS is_open, coalesce((SELECT may FROM who), false) AS is_voter,
    EXISTS (SELECT FROM fresh) AS is_fresh, (SELECT replaced FROM put) AS replaced`;

const castRow = z.object({
  is_open: z.boolean(),
  is_voter: z.boolean(),
  is_fresh: z.boolean(),
  replaced: z.boolean().nullable(),
});

/** The key to which the ballots of an open secret vote are sealed, and the one that names its voters. */
async function openKeys(pool: pg.Pool, keys: DataKeys, vote: string) {
  const { rows } = await query<{ public_key: Buffer | null }>(pool, {
    name: "vote-key",
    text: "SELECT public_key FROM motion_vote WHERE id = $1 AND is_open AND is_secret",
    values: [vote],
  });
  const publicKey = rows[0]?.public_key ?? undefined;
  if (publicKey === undefined) {
    // Another instance may have closed it.
    forgetKeys(keys, vote);
    return undefined;
  }
  return { publicKey, voters: await keys.readIfThere(scopesOf(vote).voters) };
}

/** Seals a ballot and puts it in the place of an earlier one of the same voter. */
export async function castInSecret(pool: pg.Pool, keys: DataKeys, cast: Cast): Promise<CastResult> {
  const { vote, person, delivery, paper, receipt, replaces } = cast;
  const open = await openKeys(pool, keys, vote);
  if (open?.voters === undefined) return { kind: "vote-closed" };
  const { rows } = await query(pool, {
    name: "cast-in-secret",
    text: CAST,
    values: [
      vote,
      person,
      voterName(open.voters, person),
      deliveryName(open.voters, delivery),
      sealBallot(open.publicKey, vote, { paper: [...paper], receipt }),
      replaces,
    ],
  });
  const { is_open: isOpen, is_voter: isVoter, is_fresh: isFresh, replaced } = castRow.parse(rows[0]);
  if (!isVoter) return { kind: "not-a-voter" };
  if (!isOpen) return { kind: "vote-closed" };
  if (!isFresh) return { kind: "seen" };
  return replaced === null ? { kind: "already-voted" } : { kind: "counted", earlier: replaced };
}

/** What stands on the buttons of an open secret vote in place of choices. */
export async function secretMarks(pool: pg.Pool, keys: DataKeys, vote: string): Promise<SecretMarks | undefined> {
  const { voters } = (await openKeys(pool, keys, vote)) ?? {};
  return voters === undefined ? undefined : marksOf(voters);
}
