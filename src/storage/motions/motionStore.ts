import type pg from "pg";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";

import type { MotionStore, SecretBallot } from "../../application/motionPorts.ts";
import type { MotionActor } from "../../domain/motions/entry.ts";
import type { MotionFile } from "../../domain/motions/motion.ts";
import type { SessionFile } from "../../domain/sessions/session.ts";
import { Ballots, motionTables } from "../ballots.ts";
import { isUuid } from "../cases.ts";
import type { DataKeys } from "../keys.ts";
import { query } from "../query.ts";
import { roomMessages } from "../rows.ts";
import { unseal } from "../vault.ts";
import { castInSecret, secretMarks } from "./castInSecret.ts";
import { commitMotion } from "./commitMotion.ts";
import { motionActorRow, motionEntryRow, secretBallotText, sessionEntryRow } from "./motionRows.ts";
import { closeMotionVote, readMotionVote } from "./motionVotes.ts";

const fileRow = z.object({ id: z.string(), code_name: z.string(), rulebook: z.string() });
const recorded = { version: z.int(), at: z.date(), by: motionActorRow };
const entryRows = z.array(z.object({ ...recorded, body: motionEntryRow }));
const sessionRows = z.array(z.object({ ...recorded, body: sessionEntryRow }));
const idRows = z.array(z.object({ id: z.string() }));
const roomRow = z.object({
  remote: z.string().nullable(),
  members: z.array(z.string()),
  messages: roomMessages,
  is_archived: z.boolean(),
  series: z.int(),
});

interface Stored<Entry> {
  readonly version: number;
  readonly at: Date;
  readonly by: MotionActor;
  readonly body: Entry;
}

function recordedOf<Entry>({ version, at, by, body: entry }: Stored<Entry>) {
  return { version, at: Temporal.Instant.fromEpochMilliseconds(at.getTime()), by, entry };
}

/** The motions that are no case, and the votes on them, on PostgreSQL. */
export function motionStore(pool: pg.Pool, keys: DataKeys): MotionStore {
  const ballots = new Ballots(pool, keys, motionTables);
  const ask = async (name: string, text: string, values: readonly unknown[]) =>
    (await query(pool, { name: `motion-${name}`, text, values })).rows;
  const read = async (kind: "motion" | "session", column: "id" | "code_name", value: string) => {
    const [row] = await ask(
      `by-${column}`,
      `SELECT id, code_name, rulebook FROM motion_file WHERE ${column} = $1 AND kind = $2`,
      [value, kind],
    );
    if (row === undefined) return undefined;
    const { id, code_name: codeName, rulebook } = fileRow.parse(row);
    const entries = await ask(
      "entries",
      "SELECT version, at, by, body FROM motion_entry WHERE motion_id = $1 ORDER BY version",
      [id],
    );
    return { id, codeName, rulebook, entries };
  };
  const readMotion = async (column: "id" | "code_name", value: string): Promise<MotionFile | undefined> => {
    const file = await read("motion", column, value);
    return file === undefined ? undefined : { ...file, entries: entryRows.parse(file.entries).map(recordedOf) };
  };
  const readSession = async (column: "id" | "code_name", value: string): Promise<SessionFile | undefined> => {
    const file = await read("session", column, value);
    return file === undefined ? undefined : { ...file, entries: sessionRows.parse(file.entries).map(recordedOf) };
  };
  const readOpen = async (kind: "motion" | "session") => {
    const text = "SELECT id FROM motion_file WHERE NOT is_closed AND kind = $1 ORDER BY opened, id";
    return idRows.parse(await ask("open", text, [kind])).map(({ id }) => id);
  };
  return {
    motionById: async (id) => (isUuid(id) ? readMotion("id", id) : undefined),
    motionByCodeName: (codeName) => readMotion("code_name", codeName),
    sessionById: async (id) => (isUuid(id) ? readSession("id", id) : undefined),
    sessionByCodeName: (codeName) => readSession("code_name", codeName),
    openSessions: () => readOpen("session"),
    commitSession: ({ session: id, ...change }) =>
      commitMotion(pool, keys, { ...change, motion: id, kind: "session", wakes: [], recuses: [] }),
    openMotions: () => readOpen("motion"),
    async motionWords(of, statement) {
      if (!isUuid(statement)) return undefined;
      const [row] = z
        .array(z.object({ sealed: z.instanceof(Buffer) }))
        .parse(await ask("words", "SELECT sealed FROM motion_text WHERE id = $1 AND motion_id = $2", [statement, of]));
      return row === undefined ? undefined : unseal(await keys.read(of), `motion|${statement}`, row.sealed).toString();
    },
    commitMotion: (change) => commitMotion(pool, keys, change),
    async dueMotions(now, limit) {
      // Every instance looks for what is due: with that it drops the keys of votes that another has closed.
      await keys.forgetDestroyed();
      const rows = await ask(
        "due",
        "SELECT motion_id AS id FROM motion_wake WHERE at <= $1 GROUP BY motion_id ORDER BY min(at) LIMIT $2",
        [now.toString(), limit],
      );
      return idRows.parse(rows).map(({ id }) => id);
    },
    async nextDueInMotions() {
      const [row] = z
        .array(z.object({ at: z.date().nullable() }))
        .parse(await ask("next", "SELECT min(at) AS at FROM motion_wake", []));
      return row?.at == null ? undefined : Temporal.Instant.fromEpochMilliseconds(row.at.getTime());
    },
    motionVote: async (id) => (isUuid(id) ? readMotionVote(pool, keys, id) : undefined),
    castOnMotion: async ({ motion, paper, ...cast }) =>
      isUuid(cast.vote) ? ballots.cast({ ...cast, case: motion, choice: paper }) : { kind: "not-a-voter" },
    castInSecret: async (cast) => (isUuid(cast.vote) ? castInSecret(pool, keys, cast) : { kind: "not-a-voter" }),
    secretMarks: async (vote) => (isUuid(vote) ? secretMarks(pool, keys, vote) : undefined),
    async markPresentOnMotion(vote, person) {
      if (!isUuid(vote)) return false;
      const rows = await ask(
        "present",
        `UPDATE motion_voter SET is_present = true FROM motion_vote WHERE motion_vote.id = vote_id AND is_open
          AND vote_id = $1 AND person_id = $2 AND NOT is_present AND NOT is_recused RETURNING person_id`,
        [vote, person],
      );
      return rows.length > 0;
    },
    closeVoteOnMotion: async (id, decide, without) =>
      isUuid(id) ? closeMotionVote(pool, keys, id, decide, without) : "undecided",
    async publishedBallots(vote) {
      const rows = z.array(z.object({ id: z.string(), sealed: z.instanceof(Buffer), motion_id: z.string() })).parse(
        await ask(
          "ballots",
          `SELECT secret_ballot.id, sealed, motion_id FROM secret_ballot
              JOIN motion_vote ON motion_vote.id = vote_id WHERE vote_id = $1`,
          [vote],
        ),
      );
      const opened = await Promise.all(
        rows.map(async ({ id, sealed, motion_id: of }): Promise<SecretBallot> => {
          const text = unseal(await keys.read(of), `secret-ballot|${id}`, sealed).toString();
          const { receipt, paper } = secretBallotText.parse(JSON.parse(text));
          return { receipt, paper };
        }),
      );
      return opened.toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1));
    },
    async motionRoom(of, platform) {
      const [row] = await ask(
        "room",
        "SELECT remote, members, messages, is_archived, series FROM motion_room WHERE motion_id = $1 AND platform = $2",
        [of, platform],
      );
      if (row === undefined) return undefined;
      const { remote, is_archived: isArchived, ...room } = roomRow.parse(row);
      return { case: of, purpose: "board", platform, remote: remote ?? undefined, isArchived, ...room };
    },
    async saveMotionRoom({ case: of, platform, remote, members, messages, isArchived, series }) {
      await ask(
        "save-room",
        `INSERT INTO motion_room (motion_id, platform, remote, members, messages, is_archived, series)
          VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (motion_id, platform) DO UPDATE SET remote = excluded.remote,
          members = excluded.members, messages = excluded.messages, is_archived = excluded.is_archived, series = excluded.series`,
        [of, platform, remote ?? null, members, JSON.stringify(messages), isArchived, series],
      );
    },
  };
}
