import type pg from "pg";
import { z } from "zod";

import type { BallotCast, CastResult, Change, Committed, StoredVote } from "../application/casePorts.ts";
import type { CaseChoice } from "../domain/voting/result.ts";
import { commitStatement, meaningOf } from "./commit.ts";
import type { DataKeys } from "./keys.ts";
import { inTransaction, query } from "./query.ts";
import { choiceText } from "./rows.ts";
import { seal, unseal } from "./vault.ts";

/** The most ballots that go into one statement. */
const BATCH = 64;

/** A ballot of any kind of vote; `case` is whose key seals it. */
type AnyBallot = Omit<BallotCast, "choice"> & { readonly choice: BallotCast["choice"] | readonly string[] };

interface Waiting {
  readonly ballot: AnyBallot;
  readonly resolve: (result: CastResult) => void;
  readonly reject: (error: unknown) => void;
}

const contextOf = (vote: string, person: string) => `ballot|${vote}|${person}`;

/** Where votes of a kind stand, and how it is known whether a voter may vote without having been asked about a conflict. */
interface Tables {
  readonly vote: string;
  readonly voter: string;
  readonly ballot: string;
  readonly isCleared: string;
}

/** The votes on motions in cases. */
const caseTables: Tables = { vote: "vote", voter: "voter", ballot: "ballot", isCleared: "voter.is_cleared" };
/** The votes on motions that are no case: nobody is asked about a conflict first. */
export const motionTables: Tables = {
  vote: "motion_vote",
  voter: "motion_voter",
  ballot: "motion_ballot",
  isCleared: "true",
};

// Each ballot is counted only if its delivery is new, its vote is open (held so until this is committed), and its voter is entitled.
const castSql = ({ vote, voter, ballot, isCleared }: Tables) => `WITH input AS (
    SELECT * FROM unnest($1::int[], $2::text[], $3::uuid[], $4::uuid[], $5::bytea[], $6::boolean[])
      AS x(ord, delivery, vote_id, person_id, sealed, replaces)),
  fresh AS (INSERT INTO delivery (key) SELECT delivery FROM input ORDER BY delivery ON CONFLICT DO NOTHING RETURNING key),
  held AS (SELECT id, is_open FROM ${vote} WHERE id IN (SELECT vote_id FROM input) ORDER BY id FOR SHARE),
  judged AS (
    SELECT input.*, fresh.key IS NOT NULL AS is_fresh, coalesce(held.is_open, false) AS is_open,
      voter.person_id IS NOT NULL AND NOT voter.is_recused AS is_voter, coalesce(${isCleared}, false) AS is_cleared,
      coalesce((SELECT true FROM ${ballot} AS ballot
        WHERE ballot.vote_id = input.vote_id AND ballot.person_id = input.person_id LIMIT 1), false)
        OR row_number() OVER (PARTITION BY input.vote_id, input.person_id ORDER BY (fresh.key IS NULL), input.ord) > 1 AS has_earlier
    FROM input LEFT JOIN fresh ON fresh.key = input.delivery LEFT JOIN held ON held.id = input.vote_id
      LEFT JOIN ${voter} AS voter ON voter.vote_id = input.vote_id AND voter.person_id = input.person_id),
  cast_now AS (
    INSERT INTO ${ballot} (vote_id, person_id, sealed) SELECT vote_id, person_id, sealed FROM judged
    WHERE is_fresh AND is_open AND is_voter AND is_cleared AND (replaces OR NOT has_earlier) ORDER BY ord)
  SELECT ord, is_fresh, is_open, is_voter, is_cleared, has_earlier, replaces FROM judged`;

const judgedRow = z.object({
  ord: z.int(),
  is_fresh: z.boolean(),
  is_open: z.boolean(),
  is_voter: z.boolean(),
  is_cleared: z.boolean(),
  has_earlier: z.boolean(),
  replaces: z.boolean(),
});

/**
 * Ballots of all votes. Those that come in while others are being stored wait and go together in the next statement: each is durable
 * before its promise resolves, and many at once cost little more than one.
 */
export class Ballots {
  readonly #pool: pg.Pool;
  readonly #keys: DataKeys;
  readonly #cast: { readonly name: string; readonly text: string };
  #waiting: Waiting[] = [];
  #isStoring = false;

  constructor(pool: pg.Pool, keys: DataKeys, tables: Tables = caseTables) {
    this.#pool = pool;
    this.#keys = keys;
    this.#cast = { name: `cast-${tables.vote}`, text: castSql(tables) };
  }

  cast(ballot: AnyBallot): Promise<CastResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ballot, resolve, reject });
      if (!this.#isStoring) void this.#store();
    });
  }

  async #store(): Promise<void> {
    this.#isStoring = true;
    while (this.#waiting.length > 0) {
      const batch = this.#takeBatch();
      try {
        // oxlint-disable-next-line no-await-in-loop -- the next batch gathers while this one is stored
        const results = await this.#storeBatch(batch.map((each) => each.ballot));
        batch.forEach((each, i) => each.resolve(results[i] ?? { kind: "not-a-voter" }));
      } catch (error) {
        for (const each of batch) each.reject(error);
      }
    }
    this.#isStoring = false;
  }

  /** The first of those waiting; a delivery that came twice waits for the next batch, where it is found to be a duplicate. */
  #takeBatch(): readonly Waiting[] {
    const taken: Waiting[] = [];
    const left: Waiting[] = [];
    const deliveries = new Set<string>();
    for (const each of this.#waiting) {
      if (taken.length >= BATCH || deliveries.has(each.ballot.delivery)) left.push(each);
      else {
        taken.push(each);
        deliveries.add(each.ballot.delivery);
      }
    }
    this.#waiting = left;
    return taken;
  }

  async #storeBatch(ballots: readonly AnyBallot[]): Promise<readonly CastResult[]> {
    const sealed = await Promise.all(
      ballots.map(async ({ case: id, vote, person, choice }) => {
        const key = await this.#keys.read(id);
        return seal(key, contextOf(vote, person), Buffer.from(JSON.stringify(choice)));
      }),
    );
    const { rows } = await query(this.#pool, {
      ...this.#cast,
      values: [
        ballots.map((_, ord) => ord),
        ballots.map((ballot) => ballot.delivery),
        ballots.map((ballot) => ballot.vote),
        ballots.map((ballot) => ballot.person),
        sealed,
        ballots.map((ballot) => ballot.replaces),
      ],
    });
    const results: CastResult[] = ballots.map(() => ({ kind: "not-a-voter" }));
    for (const row of rows) {
      const judged = judgedRow.parse(row);
      results[judged.ord] = resultOf(judged);
    }
    return results;
  }
}

function resultOf(judged: z.infer<typeof judgedRow>): CastResult {
  if (!judged.is_fresh) return { kind: "seen" };
  if (!judged.is_voter) return { kind: "not-a-voter" };
  if (!judged.is_open) return { kind: "vote-closed" };
  if (!judged.is_cleared) return { kind: "not-cleared" };
  if (judged.has_earlier && !judged.replaces) return { kind: "already-voted" };
  return { kind: "counted", earlier: judged.has_earlier };
}

const voterRows = z.array(
  z.object({
    person: z.string(),
    is_present: z.boolean(),
    is_recused: z.boolean(),
    sealed: z.instanceof(Buffer).nullable(),
  }),
);

const VOTERS = `SELECT voter.person_id AS person, voter.is_present, voter.is_recused, last.sealed
  FROM voter LEFT JOIN LATERAL (
    SELECT sealed FROM ballot WHERE ballot.vote_id = voter.vote_id AND ballot.person_id = voter.person_id ORDER BY id DESC LIMIT 1
  ) AS last ON true WHERE voter.vote_id = $1 ORDER BY voter.person_id`;

type Queryable = Pick<pg.Pool, "query">;

/** A vote with its electorate and, of each member, the ballot that counts. */
export async function readVote(
  database: Queryable,
  keys: DataKeys,
  id: string,
  lock: boolean,
): Promise<StoredVote | undefined> {
  const { rows } = await database.query<{ case_id: string; is_open: boolean }>(
    `SELECT case_id, is_open FROM vote WHERE id = $1${lock ? " FOR UPDATE" : ""}`,
    [id],
  );
  const [vote] = rows;
  if (vote === undefined) return undefined;
  const key = await keys.read(vote.case_id);
  const voters = voterRows.parse((await database.query(VOTERS, [id])).rows);
  return {
    vote: id,
    case: vote.case_id,
    isOpen: vote.is_open,
    voters: voters.map((voter) => ({
      person: voter.person,
      isPresent: voter.is_present,
      isRecused: voter.is_recused,
      choice: voter.sealed === null ? undefined : openChoice(key, id, voter.person, voter.sealed),
    })),
  };
}

function openChoice(key: Buffer, vote: string, person: string, sealed: Buffer): CaseChoice {
  return choiceText.parse(JSON.parse(unseal(key, contextOf(vote, person), sealed).toString()));
}

/** Holds a vote still, lets `decide` look at its ballots, and stores what it decided, in one transaction. */
export async function closeVote(
  pool: pg.Pool,
  keys: DataKeys,
  indexKey: Buffer,
  id: string,
  decide: (vote: StoredVote) => Change | undefined,
): Promise<Committed | "undecided"> {
  const known = await readVote(pool, keys, id, false); // opens the key of its case before the only connection is taken
  if (known === undefined) return "undecided";
  try {
    return await inTransaction(pool, async (client) => {
      const vote = await readVote(client, keys, id, true);
      const change = vote?.isOpen === true ? decide(vote) : undefined;
      if (change === undefined) return "undecided";
      const statement = await commitStatement(change, keys, indexKey);
      await client.query({ ...statement, values: [...statement.values] });
      return "committed";
    });
  } catch (error) {
    return meaningOf(error);
  }
}
