import type { PersonId } from "../../domain/identity.ts";
import type { MotionEntry } from "../../domain/motions/entry.ts";
import type { MotionFile } from "../../domain/motions/motion.ts";
import type { MotionStore, MotionVoter, StoredMotionVote } from "../motionPorts.ts";

type Votes = Pick<
  MotionStore,
  | "motionById"
  | "motionByCodeName"
  | "motionVote"
  | "castOnMotion"
  | "castInSecret"
  | "markPresentOnMotion"
  | "closeVoteOnMotion"
>;

/**
 * Motions and their votes as if people who turned out to be one had been one from the beginning: of their ballots one counts.
 * @param now under which id somebody is known now
 */
export function oneVoterEach(store: MotionStore, now: (person: PersonId) => PersonId): Votes {
  const nowAll = (people: readonly PersonId[]) => [...new Set(people.map(now))];
  const readFile = (file: MotionFile | undefined): MotionFile | undefined =>
    file === undefined
      ? undefined
      : { ...file, entries: file.entries.map((each) => ({ ...each, entry: entryNow(each.entry, now, nowAll) })) };
  /** The id under which somebody votes: the one whose ballot is there already, otherwise the one known now. */
  const idIn = (voters: readonly MotionVoter[], person: PersonId): PersonId => {
    const own = voters.filter((voter) => now(voter.person) === person);
    const isNow = (voter: MotionVoter) => voter.person === person;
    const found = own.find((voter) => isNow(voter) && voter.hasVoted) ?? own.find(({ hasVoted }) => hasVoted);
    return (found ?? own.find(isNow) ?? own[0])?.person ?? person;
  };
  const votersOf = async (vote: string) => (await store.motionVote(vote))?.voters ?? [];
  const merge = (vote: StoredMotionVote): StoredMotionVote => ({
    ...vote,
    voters: [...Map.groupBy(vote.voters, ({ person }) => now(person))].map(([person, own]): MotionVoter => ({
      person,
      isPresent: own.some(({ isPresent }) => isPresent),
      isRecused: own.some(({ isRecused }) => isRecused),
      hasVoted: own.some(({ hasVoted }) => hasVoted),
      paper: own.find((voter) => voter.person === idIn(vote.voters, person))?.paper,
    })),
  });
  return {
    motionById: async (id) => readFile(await store.motionById(id)),
    motionByCodeName: async (codeName) => readFile(await store.motionByCodeName(codeName)),
    async motionVote(id) {
      const vote = await store.motionVote(id);
      return vote === undefined ? undefined : merge(vote);
    },
    castOnMotion: async (cast) => store.castOnMotion({ ...cast, person: idIn(await votersOf(cast.vote), cast.person) }),
    castInSecret: async (cast) => store.castInSecret({ ...cast, person: idIn(await votersOf(cast.vote), cast.person) }),
    markPresentOnMotion: async (vote, person) => store.markPresentOnMotion(vote, idIn(await votersOf(vote), person)),
    async closeVoteOnMotion(id, decide) {
      const voters = await votersOf(id);
      const without = voters.flatMap(({ person }) => (idIn(voters, now(person)) === person ? [] : [person]));
      return store.closeVoteOnMotion(id, (vote, ballots, digest) => decide(merge(vote), ballots, digest), without);
    },
  };
}

function entryNow(
  entry: MotionEntry,
  now: (person: PersonId) => PersonId,
  nowAll: (people: readonly PersonId[]) => readonly PersonId[],
): MotionEntry {
  switch (entry.kind) {
    case "moved":
      return { ...entry, mover: now(entry.mover) };
    case "seconded":
    case "withdrawn":
    case "recused":
    case "option-withdrawn":
    case "mover-asked":
    case "mover-answered":
      return { ...entry, person: now(entry.person) };
    case "vote-opened": {
      const bodies = Object.entries(entry.bodies).map(([body, people]) => [body, nowAll(people)] as const);
      return { ...entry, electorate: nowAll(entry.electorate), bodies: Object.fromEntries(bodies) };
    }
    case "amended":
    case "question-dropped":
    case "consensus-called":
    case "tie-decided":
    case "hands-counted":
    case "reminded":
    case "vote-extended":
    case "vote-closed":
      return entry;
  }
}
