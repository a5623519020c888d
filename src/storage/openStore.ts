import type { Store } from "../application/ports.ts";
import { accessStore } from "./access.ts";
import { answerStore } from "./answers.ts";
import { appointmentStore } from "./appointments.ts";
import { Ballots, closeVote, readVote } from "./ballots.ts";
import { caseReader, isUuid } from "./cases.ts";
import { commitAll, commitOne } from "./commitAll.ts";
import { countedStore } from "./counted.ts";
import { doorStore } from "./door.ts";
import { joinCodeStore } from "./joinCodes.ts";
import { DataKeys } from "./keys.ts";
import { motionStore } from "./motions/motionStore.ts";
import { obligationStore } from "./obligations.ts";
import type { Database } from "./openDatabase.ts";
import { claim, finish, holdUp, putOff, waiting } from "./outbox.ts";
import { peopleStore } from "./people.ts";
import { prismaOn } from "./prisma.ts";
import { query } from "./query.ts";
import { questionStore } from "./questions.ts";
import { recordStore } from "./records.ts";
import { request } from "./request.ts";
import { roomStore } from "./rooms.ts";
import { rulebookStore } from "./rulebooks.ts";
import { smallStore } from "./small.ts";
import type { Keyring } from "./vault.ts";

/** The key of the blind indexes: looked up with, never sealed with. */
const INDEX_SCOPE = "index";

const MARK_PRESENT = `UPDATE voter SET is_present = true FROM vote
  WHERE vote.id = voter.vote_id AND vote.is_open AND voter.vote_id = $1 AND voter.person_id = $2
    AND NOT voter.is_present AND NOT voter.is_recused`;

/** The store on an open database; names and words are sealed with keys that are not in it. */
export async function openStore(database: Database, keyring: Keyring): Promise<Store> {
  const { pool } = database;
  const prisma = prismaOn(pool);
  const keys = new DataKeys(pool, keyring);
  const indexKey = await keys.readOrMake(INDEX_SCOPE);
  const ballots = new Ballots(pool, keys);
  // Nobody else can hold a row of a database that lives in this process: whoever did is dead.
  if (database.kind === "embedded") await pool.query("UPDATE outbox SET locked_by = NULL, locked_until = NULL");
  return {
    ...(await peopleStore(pool, keys, indexKey)),
    ...caseReader(pool, keys, indexKey),
    ...roomStore(pool),
    ...(await rulebookStore(pool, prisma, keys)),
    ...answerStore(pool),
    ...appointmentStore(pool),
    ...joinCodeStore(pool, indexKey),
    ...(await smallStore(pool, keys)),
    ...(await countedStore(pool, keys)),
    ...questionStore(pool, keys, indexKey),
    ...(await doorStore(pool, prisma, keys, indexKey)),
    ...(await accessStore(pool, keys, indexKey)),
    ...(await obligationStore(pool, keys)),
    ...(await recordStore(pool, keys, indexKey)),
    ...motionStore(pool, keys),

    commit: (change) => commitOne(pool, keys, indexKey, change),
    commitAll: (changes) => commitAll(pool, keys, indexKey, changes),
    async hasSeen(key) {
      const { rows } = await query(pool, { name: "seen", text: "SELECT FROM delivery WHERE key = $1", values: [key] });
      return rows.length > 0;
    },
    vote: async (id) => (isUuid(id) ? readVote(pool, keys, id, false) : undefined),
    castBallot: async (ballot) => (isUuid(ballot.vote) ? ballots.cast(ballot) : { kind: "not-a-voter" }),
    async markPresent(vote, person) {
      if (!isUuid(vote)) return false;
      const { rowCount } = await query(pool, { name: "mark-present", text: MARK_PRESENT, values: [vote, person] });
      return (rowCount ?? 0) > 0;
    },
    closeVote: async (id, decide) => (isUuid(id) ? closeVote(pool, keys, indexKey, id, decide) : "undecided"),

    request: (effects, urgency) => request(pool, { effects, ...(urgency === undefined ? {} : { urgency }) }),
    claim: (worker, limit, leaseMs, onlyAwaited) => claim(pool, worker, limit, leaseMs, onlyAwaited),
    finish: (worker, held) => finish(pool, worker, held),
    putOff: (worker, held, waitMs, reason, isUntouched) => putOff(pool, worker, held, waitMs, reason, isUntouched),
    holdUp: (like, waitMs) => holdUp(pool, like, waitMs),
    waiting: () => waiting(pool),

    async close() {
      await prisma.close();
      await database.close();
    },
  };
}
