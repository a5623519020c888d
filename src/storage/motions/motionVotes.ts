import type pg from "pg";
import { z } from "zod";

import type { Committed } from "../../application/casePorts.ts";
import type { MotionStore, MotionVoter, StoredMotionVote } from "../../application/motionPorts.ts";
import type { DataKeys } from "../keys.ts";
import { inTransaction } from "../query.ts";
import { unseal } from "../vault.ts";
import { forgetKeys, meaningOfMotion, motionStatement } from "./commitMotion.ts";
import { paperText } from "./motionRows.ts";
import { digest, openerOf, scopesOf, shuffled, voterNames } from "./secret.ts";
import type { Envelope } from "./secret.ts";

type Queryable = Pick<pg.Pool, "query">;
type Decide = Parameters<MotionStore["closeVoteOnMotion"]>[1];

const contextOfBallot = (vote: string, person: string) => `ballot|${vote}|${person}`;

const voteRow = z.object({ motion_id: z.string(), is_open: z.boolean(), is_secret: z.boolean() });
const voterRows = z.array(
  z.object({
    person: z.string(),
    is_present: z.boolean(),
    is_recused: z.boolean(),
    has_voted: z.boolean(),
    sealed: z.instanceof(Buffer).nullable(),
  }),
);

const VOTERS = `SELECT motion_voter.person_id AS person, is_present, is_recused, has_voted, last.sealed
  FROM motion_voter LEFT JOIN LATERAL (
    SELECT sealed FROM motion_ballot WHERE motion_ballot.vote_id = motion_voter.vote_id
      AND motion_ballot.person_id = motion_voter.person_id ORDER BY id DESC LIMIT 1
  ) AS last ON true WHERE motion_voter.vote_id = $1 ORDER BY motion_voter.person_id`;

/** The keys of a secret vote that is open. */
interface SecretKeys {
  readonly ballots: Buffer;
  readonly voters: Buffer;
}

async function secretKeys(keys: DataKeys, vote: string): Promise<SecretKeys | undefined> {
  const scopes = scopesOf(vote);
  const [ballots, voters] = await Promise.all([keys.readIfThere(scopes.ballots), keys.readIfThere(scopes.voters)]);
  return ballots === undefined || voters === undefined ? undefined : { ballots, voters };
}

/** A vote on a motion with its electorate; of an open secret one who has voted, never what. */
export async function readMotionVote(pool: pg.Pool, keys: DataKeys, id: string): Promise<StoredMotionVote | undefined> {
  const head = await readHead(pool, id, false);
  if (head === undefined) return undefined;
  const fileKey = await keys.read(head.motion);
  const voters = head.isSecret && head.isOpen ? await keys.readIfThere(scopesOf(id).voters) : undefined;
  return { ...head, voters: await readVoters(pool, fileKey, id, voters) };
}

type Head = Omit<StoredMotionVote, "voters">;

async function readHead(database: Queryable, id: string, lock: boolean): Promise<Head | undefined> {
  const { rows } = await database.query(
    `SELECT motion_id, is_open, is_secret FROM motion_vote WHERE id = $1${lock ? " FOR UPDATE" : ""}`,
    [id],
  );
  if (rows[0] === undefined) return undefined;
  const { motion_id: motion, is_open: isOpen, is_secret: isSecret } = voteRow.parse(rows[0]);
  return { vote: id, motion, isOpen, isSecret };
}

/** @param secret names the envelopes of a secret vote that is open; undefined for any other */
async function readVoters(
  database: Queryable,
  fileKey: Buffer,
  id: string,
  secret: Buffer | undefined,
): Promise<readonly MotionVoter[]> {
  const voters = voterRows.parse((await database.query(VOTERS, [id])).rows);
  const names = secret === undefined ? new Set<string>() : new Set((await readEnvelopes(database, id)).keys());
  const nameOf = secret === undefined ? undefined : voterNames(secret);
  return voters.map(({ person, is_present, is_recused, has_voted, sealed }) => {
    const paper =
      sealed === null
        ? undefined
        : paperText.parse(JSON.parse(unseal(fileKey, contextOfBallot(id, person), sealed).toString()));
    const hasEnvelope = nameOf !== undefined && names.has(nameOf(person));
    return {
      person,
      isPresent: is_present,
      isRecused: is_recused,
      hasVoted: has_voted || paper !== undefined || hasEnvelope,
      paper,
    };
  });
}

async function readEnvelopes(database: Queryable, vote: string): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await database.query<{ blind: Buffer; sealed: Buffer }>(
    "SELECT blind, sealed FROM envelope WHERE vote_id = $1",
    [vote],
  );
  return new Map(rows.map(({ blind, sealed }) => [blind.toString("hex"), sealed]));
}

/** The ballots of those who may vote and did, apart from them and in an order by chance. */
async function openEnvelopes(
  database: Queryable,
  vote: string,
  { ballots, voters: names }: SecretKeys,
  voters: readonly MotionVoter[],
  without: readonly string[],
): Promise<readonly Envelope[]> {
  const envelopes = await readEnvelopes(database, vote);
  const [open, nameOf] = [openerOf(ballots, vote), voterNames(names)];
  const opened = voters.flatMap(({ person, isRecused }) => {
    const sealed = isRecused || without.includes(person) ? undefined : envelopes.get(nameOf(person));
    return sealed === undefined ? [] : [open(sealed)];
  });
  return shuffled(opened);
}

/** Holds a vote still, lets `decide` look at its ballots, and stores what it decided, in one transaction. */
export async function closeMotionVote(
  pool: pg.Pool,
  keys: DataKeys,
  id: string,
  decide: Decide,
  without: readonly string[] = [],
): Promise<Committed | "undecided"> {
  // Keys are opened before the only connection is taken.
  const known = await readHead(pool, id, false);
  if (known === undefined) return "undecided";
  const fileKey = await keys.read(known.motion);
  const secret = known.isSecret ? await secretKeys(keys, id) : undefined;
  if (known.isSecret && secret === undefined) return "undecided";
  try {
    const closed = await inTransaction(pool, async (client) => {
      const head = await readHead(client, id, true);
      if (head?.isOpen !== true) return "undecided";
      const voters = await readVoters(client, fileKey, id, secret?.voters);
      const ballots = secret === undefined ? [] : await openEnvelopes(client, id, secret, voters, without);
      const change = decide({ ...head, voters }, ballots, digest);
      if (change === undefined) return "undecided";
      const voted = secret === undefined ? [] : voters.filter(({ hasVoted }) => hasVoted).map(({ person }) => person);
      const { key: _, ...statement } = await motionStatement(change, keys, voted);
      await client.query({ ...statement, values: [...statement.values] });
      return "committed";
    });
    if (closed === "committed") forgetKeys(keys, id);
    return closed;
  } catch (error) {
    return meaningOfMotion(error);
  }
}
