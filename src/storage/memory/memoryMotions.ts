import { randomBytes } from "node:crypto";

import { Temporal } from "temporal-polyfill";

import type { Committed, StoredRoom } from "../../application/casePorts.ts";
import type { Effect } from "../../application/effect.ts";
import type {
  MotionChange,
  MotionStore,
  MotionVoter,
  MotionWake,
  SecretBallot,
  SessionStore,
  StoredMotionVote,
} from "../../application/motionPorts.ts";
import type { RecordStore } from "../../application/recordPorts.ts";
import type { MotionRecorded } from "../../domain/motions/entry.ts";
import type { MotionFile } from "../../domain/motions/motion.ts";
import type { SessionFile } from "../../domain/sessions/session.ts";
import type { Paper } from "../../domain/voting/paper.ts";
import { digest, marksOf, openerOf, publicKeyOf, sealBallot, shuffled, voterName } from "../motions/secret.ts";

interface KeptMotion {
  readonly codeName: string;
  readonly rulebook: string;
  readonly entries: readonly MotionRecorded[];
  readonly isClosed: boolean;
  readonly wakes: readonly MotionWake[];
}

interface KeptVoter {
  isPresent: boolean;
  isRecused: boolean;
  hasVoted: boolean;
  paper: Paper | undefined;
}

/** The keys and envelopes of a secret vote that is open. */
interface Secret {
  readonly ballots: Buffer;
  readonly voters: Buffer;
  readonly envelopes: Map<string, Buffer>;
  readonly deliveries: Set<string>;
}

interface KeptVote {
  readonly motion: string;
  readonly isSecret: boolean;
  readonly voters: Map<string, KeptVoter>;
  isOpen: boolean;
  secret: Secret | undefined;
  published: readonly SecretBallot[];
}

/**
 * The motions that are no case, as long as the process lives.
 * @param deliveries every delivery that was dealt with
 * @param request puts into the outbox what follows from a change
 */
export function memoryMotions(
  deliveries: Set<string>,
  request: (effects: readonly Effect[]) => void,
): MotionStore & Pick<RecordStore, "closedMotions"> {
  const motions = new Map<string, KeptMotion>();
  const words = new Map<string, { readonly motion: string; readonly text: string }>();
  const votes = new Map<string, KeptVote>();
  const rooms = new Map<string, StoredRoom>();

  const read = (id: string | undefined): MotionFile | undefined => {
    const kept = id === undefined ? undefined : motions.get(id);
    if (id === undefined || kept === undefined) return undefined;
    const { codeName, rulebook, entries } = kept;
    return { id, codeName, rulebook, entries };
  };

  function readVote(id: string): StoredMotionVote | undefined {
    const kept = votes.get(id);
    if (kept === undefined) return undefined;
    const { motion, isOpen, isSecret, secret } = kept;
    const voters = [...kept.voters]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([person, voter]): MotionVoter => {
        const isSealed = secret?.envelopes.has(voterName(secret.voters, person).toString("hex")) === true;
        return { person, ...voter, hasVoted: voter.hasVoted || isSealed };
      });
    return { vote: id, motion, isOpen, isSecret, voters };
  }

  function commit(change: MotionChange, voted: readonly string[] = []): Committed {
    const { opens, delivery } = change;
    const kept = motions.get(change.motion);
    if (delivery !== undefined && deliveries.has(delivery)) return "seen";
    if ([...motions.values()].some(({ codeName }) => codeName === opens?.codeName)) return "stale";
    if ((kept?.entries.length ?? 0) !== change.expected) return "stale";
    if (delivery !== undefined) deliveries.add(delivery);
    const { codeName, rulebook } = opens ?? kept ?? { codeName: "", rulebook: "" };
    const entries = [...(kept?.entries ?? []), ...change.entries];
    motions.set(change.motion, { codeName, rulebook, entries, isClosed: change.isClosed, wakes: change.wakes });
    for (const { id, text } of change.words) words.set(id, { motion: change.motion, text });
    changeVotes(change, voted);
    request(change.effects);
    return "committed";
  }

  function changeVotes(
    { motion, opensVote, recuses, closesVote, sealsVote, publishes }: MotionChange,
    voted: readonly string[],
  ): void {
    if (opensVote !== undefined) {
      votes.set(opensVote.vote, {
        motion,
        isSecret: opensVote.isSecret,
        isOpen: true,
        voters: new Map(
          opensVote.electorate.map((person) => [person, fresh(opensVote.present?.includes(person) ?? false)]),
        ),
        secret: opensVote.isSecret ? newSecret() : undefined,
        published: [],
      });
    }
    for (const vote of votes.values())
      if (vote.motion === motion)
        for (const person of recuses) Object.assign(vote.voters.get(person) ?? {}, { isRecused: true });
    const closed = closesVote === undefined ? undefined : votes.get(closesVote);
    if (closed === undefined) return;
    for (const person of voted) Object.assign(closed.voters.get(person) ?? {}, { hasVoted: true });
    // The order in which somebody came into the map says nothing either.
    if (sealsVote === true) for (const voter of closed.voters.values()) voter.paper = undefined;
    Object.assign(closed, { isOpen: false, secret: undefined, published: publishes ?? [] });
  }

  return {
    ...memorySessions(deliveries, words, request),
    motionById: async (id) => read(id),
    motionByCodeName: async (codeName) => read([...motions].find(([, kept]) => kept.codeName === codeName)?.[0]),
    closedMotions: async () => [...motions].flatMap(([id, { isClosed }]) => (isClosed ? [id] : [])),
    openMotions: async () => [...motions].flatMap(([id, { isClosed }]) => (isClosed ? [] : [id])),
    async motionWords(of, statement) {
      const found = words.get(statement);
      return found?.motion === of ? found.text : undefined;
    },
    commitMotion: async (change) => commit(change),
    async dueMotions(now, limit) {
      const due = [...motions].flatMap(([id, { wakes }]) =>
        wakes.filter(({ at }) => Temporal.Instant.compare(at, now) <= 0).map(({ at }) => ({ id, at })),
      );
      const sorted = due.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at)).map(({ id }) => id);
      return [...new Set(sorted)].slice(0, limit);
    },
    async nextDueInMotions() {
      const moments = [...motions.values()].flatMap(({ wakes }) => wakes.map(({ at }) => at));
      return moments.toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
    },
    motionVote: async (id) => readVote(id),
    async castOnMotion({ delivery, vote, person, paper, replaces }) {
      if (deliveries.has(delivery)) return { kind: "seen" };
      deliveries.add(delivery);
      const kept = votes.get(vote);
      const voter = kept?.voters.get(person);
      if (kept === undefined || voter === undefined || voter.isRecused) return { kind: "not-a-voter" };
      if (!kept.isOpen) return { kind: "vote-closed" };
      const earlier = voter.paper !== undefined;
      if (earlier && !replaces) return { kind: "already-voted" };
      Object.assign(voter, { paper, hasVoted: true });
      return { kind: "counted", earlier };
    },
    async castInSecret({ delivery, vote, person, paper, receipt, replaces }) {
      const kept = votes.get(vote);
      const voter = kept?.voters.get(person);
      if (kept === undefined || voter === undefined || voter.isRecused) return { kind: "not-a-voter" };
      const { secret } = kept;
      if (secret === undefined) return { kind: "vote-closed" };
      if (secret.deliveries.has(delivery)) return { kind: "seen" };
      secret.deliveries.add(delivery);
      const name = voterName(secret.voters, person).toString("hex");
      const earlier = secret.envelopes.has(name);
      if (earlier && !replaces) return { kind: "already-voted" };
      const sealed = sealBallot(publicKeyOf(secret.ballots), vote, { paper: [...paper], receipt });
      secret.envelopes.set(name, sealed);
      return { kind: "counted", earlier };
    },
    async secretMarks(vote) {
      const key = votes.get(vote)?.secret?.voters;
      return key === undefined ? undefined : marksOf(key);
    },
    async markPresentOnMotion(vote, person) {
      const kept = votes.get(vote);
      const voter = kept?.voters.get(person);
      if (kept?.isOpen !== true || voter === undefined || voter.isRecused || voter.isPresent) return false;
      voter.isPresent = true;
      return true;
    },
    async closeVoteOnMotion(id, decide, without = []) {
      const vote = readVote(id);
      const secret = votes.get(id)?.secret;
      if (vote?.isOpen !== true) return "undecided";
      const change = decide(vote, secret === undefined ? [] : openAll(secret, id, vote.voters, without), digest);
      const voted = vote.isSecret ? vote.voters.filter(({ hasVoted }) => hasVoted).map(({ person }) => person) : [];
      return change === undefined ? "undecided" : commit(change, voted);
    },
    publishedBallots: async (vote) =>
      (votes.get(vote)?.published ?? []).toSorted((a, b) => (a.receipt < b.receipt ? -1 : 1)),
    motionRoom: async (of, platform) => rooms.get(`${of}:${platform}`),
    async saveMotionRoom(room) {
      rooms.set(`${room.case}:${room.platform}`, room);
    },
  };
}

const fresh = (isPresent: boolean): KeptVoter => ({
  isPresent,
  isRecused: false,
  hasVoted: false,
  paper: undefined,
});

const newSecret = (): Secret => ({
  ballots: randomBytes(32),
  voters: randomBytes(32),
  envelopes: new Map(),
  deliveries: new Set(),
});

function openAll(
  { ballots, voters: key, envelopes }: Secret,
  vote: string,
  voters: readonly MotionVoter[],
  without: readonly string[],
) {
  const open = openerOf(ballots, vote);
  const opened = voters.flatMap(({ person, isRecused }) => {
    const sealed =
      isRecused || without.includes(person) ? undefined : envelopes.get(voterName(key, person).toString("hex"));
    return sealed === undefined ? [] : [open(sealed)];
  });
  return shuffled(opened);
}

interface KeptSession {
  readonly file: SessionFile;
  readonly isClosed: boolean;
}

function memorySessions(
  deliveries: Set<string>,
  words: Map<string, { readonly motion: string; readonly text: string }>,
  request: (effects: readonly Effect[]) => void,
): SessionStore {
  const sessions = new Map<string, KeptSession>();
  return {
    sessionById: async (id) => sessions.get(id)?.file,
    sessionByCodeName: async (codeName) => [...sessions.values()].find(({ file }) => file.codeName === codeName)?.file,
    openSessions: async () => [...sessions].flatMap(([id, { isClosed }]) => (isClosed ? [] : [id])),
    async commitSession({ delivery, session: id, opens, expected, entries, words: said, isClosed, effects }) {
      const kept = sessions.get(id)?.file;
      if (delivery !== undefined && deliveries.has(delivery)) return "seen";
      if ([...sessions.values()].some(({ file }) => file.codeName === opens?.codeName)) return "stale";
      if ((kept?.entries.length ?? 0) !== expected) return "stale";
      if (delivery !== undefined) deliveries.add(delivery);
      const { codeName, rulebook } = opens ?? kept ?? { codeName: "", rulebook: "" };
      sessions.set(id, { file: { id, codeName, rulebook, entries: [...(kept?.entries ?? []), ...entries] }, isClosed });
      for (const each of said) words.set(each.id, { motion: id, text: each.text });
      request(effects);
      return "committed";
    },
  };
}
