import type { ConsensusRule } from "../../rulebook/rulebook.ts";
import { motionRules } from "../motions/rules.ts";
import { TOO_FEW } from "../motions/withheld.ts";
import { blockOf } from "../voting/consensus/countConsensus.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant } from "./seats.ts";
import type { Seats } from "./seats.ts";

/** Consensus that nobody calls, that nobody has the time or the number to prevent, or of one; what is to be kept closed and is not. */
export function lintConsensus(seats: Seats): readonly Finding[] {
  const ofNoCase = motionRules(seats.rulebook).map(([vote]) => vote);
  return Object.entries(seats.rulebook.votes).flatMap(([vote, rule]) => {
    const members = membersOf(seats, rule.electorate);
    const common = { level: "look-again", clause: rule.clause } as const;
    const sealed: readonly Finding[] =
      rule.sealed_after === undefined || rule.closed
        ? []
        : [
            {
              ...common,
              kind: "sealed-and-published",
              path: ["votes", vote, "sealed_after"],
              message: `the vote "${vote}" is sealed after the decision, and yet no closed one (closed)`,
              example: "While it is open it is said that the minute tells who voted how; nothing of that is kept.",
            },
          ];
    const few: readonly Finding[] =
      !rule.secret || members === undefined || members > TOO_FEW || !ofNoCase.includes(vote)
        ? []
        : [
            {
              ...common,
              level: "cannot-work",
              kind: "secret-of-few",
              path: ["votes", vote, "secret"],
              message: `no secret vote "${vote}" on what is no case can ever be opened: ${TOO_FEW + 1} have to be entitled`,
              example: `With ${members} who may vote everybody could tell who voted how.`,
            },
          ];
    return [...sealed, ...few, ...(rule.method === "consensus" ? ofConsensus(seats, vote, rule, members) : [])];
  });
}

/** How many there are; undefined where the rulebook does not say it, or nobody is known. */
function membersOf(seats: Seats, electorate: ConsensusRule["electorate"]): number | undefined {
  const people = peopleMeant(seats, electorate);
  return people === undefined || people.length === 0 || isUnnumbered(seats, people) ? undefined : people.length;
}

function ofConsensus(seats: Seats, vote: string, rule: ConsensusRule, members: number | undefined): readonly Finding[] {
  const { called_by: by, objections, clause } = rule;
  const found = (
    kind: Finding["kind"],
    key: readonly string[],
    message: string,
    example: string,
    level: Finding["level"] = "look-again",
  ): Finding => ({ level, kind, path: ["votes", vote, ...key], clause, message, example });
  const callers = by === undefined ? undefined : peopleMeant(seats, by);
  const electors = peopleMeant(seats, rule.electorate);
  const isCalledByNobody =
    callers !== undefined && electors !== undefined && callers.every((one) => !electors.includes(one));
  const block = blockOf(rule);
  return [
    ...(isCalledByNobody
      ? [
          found(
            "called-by-nobody",
            ["called_by"],
            `nobody who may call the consensus "${vote}" is one of those who look for it`,
            "Whoever puts its motions, or opens its votes, calls it in their place.",
          ),
        ]
      : []),
    ...(by !== undefined && objections === undefined
      ? [
          found(
            "no-time-to-object",
            ["called_by"],
            `the consensus "${vote}" can be closed in the moment in which it is called: nothing says for how long one may object (objections)`,
            "Whoever says nothing agrees, also where nobody had the time to read it.",
          ),
        ]
      : []),
    ...(objections !== undefined && objections.within.amount === 0
      ? [
          found(
            "no-time-to-object",
            ["objections", "within"],
            `nobody can ever object to what is called in the consensus "${vote}": the time for it is over at once`,
            "It is adopted in the moment in which it is called, whatever anybody thinks.",
            "cannot-work",
          ),
        ]
      : []),
    ...(members !== undefined && members > 1 && block > members
      ? [
          found(
            "objections-never-enough",
            ["objections", "block"],
            `nothing ever prevents the consensus "${vote}": so many cannot object`,
            `With all ${members} objecting it is adopted: ${block} objections would be needed.`,
            "cannot-work",
          ),
        ]
      : []),
    ...(members === 1
      ? [
          found(
            "consensus-of-one",
            ["electorate"],
            `in the consensus "${vote}" a single person agrees with themself`,
            "Only one holds an office of those who look for it.",
          ),
        ]
      : []),
  ];
}
