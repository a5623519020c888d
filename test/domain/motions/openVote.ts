import type { VoteOnMotion } from "../../../src/domain/motions/motion.ts";
import { london } from "../../fakes/union.ts";

/** A vote that has just been opened, on which nothing else is known. */
export const openVote: VoteOnMotion = {
  vote: "v",
  opened: london("2026-09-10T10:00"),
  electorate: [],
  seats: 0,
  bodies: {},
  closes: undefined,
  isSecret: false,
  reminded: [],
  away: [],
  closed: undefined,
  result: undefined,
  published: undefined,
};
