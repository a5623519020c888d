import type { VoteStage } from "../../rulebook/rulebook.ts";
import type { PersonId } from "../identity.ts";
import { findPartyInBody, receiversOf, routeReport } from "../parties/receivers.ts";
import { isRefusal } from "../refusal.ts";
import { chairsOf, holdersOf, peopleOf } from "../roster.ts";
import { findUnreachableQuorum } from "../voting/motion.ts";
import type { Finding } from "./finding.ts";
import { whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { wordsOf } from "./words.ts";

/** Votes that nobody is left to put or to close, motions that cannot be put, and deciders who have handled the case. */
export function lintChairs(seats: Seats): readonly Finding[] {
  const voting = Object.entries(seats.rulebook.procedures).flatMap(([procedure, { stages }]) =>
    Object.entries(stages).flatMap(([id, stage]) =>
      stage.kind === "vote" ? [{ id, stage, path: ["procedures", procedure, "stages", id] }] : [],
    ),
  );
  return voting.flatMap(({ id, stage, path }) => [
    ...nobodyToPut(seats, id, stage, path),
    ...unputtable(seats, stage, path),
    ...decidersWhoHandle(seats, id, stage),
  ]);
}

type Path = readonly (string | number)[];

function nobodyToPut(seats: Seats, id: string, stage: VoteStage, path: Path): readonly Finding[] {
  const { rulebook, roster } = seats;
  const { owner } = stage;
  if (chairsOf(rulebook, roster, owner, receiversOf(rulebook, roster)).length > 0) return [];
  const members = holdersOf(rulebook, roster, owner);
  return [
    {
      level: "cannot-work",
      kind: "nobody-to-put-a-motion",
      path: [...path, "owner"],
      clause: stage.clause,
      message: `nobody may put a motion at the stage "${id}"`,
      example:
        members.length === 0
          ? `Nobody of the ${owner.kind === "anyone" ? "electorate" : wordsOf(owner.id)} is in a roster.`
          : `Only ${whoTheyAre(seats, members)} may, who handle what is reported and so may not decide it.`,
    },
  ];
}

/** A motion that asks for what the rulebook does not offer. */
function unputtable({ rulebook }: Seats, stage: VoteStage, path: Path): readonly Finding[] {
  const offered = Object.values(stage.outcomes).some(({ sanctions = [] }) => sanctions.length > 0);
  const sanctionable = Object.values(rulebook.rules).some((rule) => rule.sanctionable);
  return Object.entries(stage.motions).flatMap(([id, motion]): readonly Finding[] => {
    if (!motion.requires.includes("one_sanction") || (offered && sanctionable)) return [];
    const missing = offered
      ? "no rule of the rulebook is sanctionable"
      : "no outcome of the stage offers one (sanctions)";
    return [
      {
        level: "cannot-work",
        kind: "motion-that-cannot-be-put",
        path: [...path, "motions", id, "requires"],
        clause: stage.clause,
        message: `the motion "${id}" needs a sanction, but ${missing}: it can never be put`,
      },
    ];
  });
}

/**
 * Whoever handles a case may not decide it: where a report about a receiver goes to others, these must not be the ones without whom
 * nothing can be decided.
 */
function decidersWhoHandle(seats: Seats, id: string, stage: VoteStage): readonly Finding[] {
  const { rulebook, roster } = seats;
  const { choose, clause } = rulebook.intake.report.about_a_receiver;
  const about = receiversOf(rulebook, roster).find((person) => !isReferred(seats, id, person));
  if (about === undefined) return [];
  const routing = routeReport(rulebook, roster, ["somebody else"], [about], undefined);
  if (isRefusal(routing)) return [];
  return choose.flatMap((recipients, i): readonly Finding[] => {
    const offered = peopleOf(rulebook, roster, recipients);
    const taken = routing.alternatives.find(({ people }) => people.every((person) => offered.includes(person)));
    const stops = taken === undefined ? undefined : whatStops(seats, stage, [about, ...taken.people]);
    if (taken === undefined || stops === undefined) return [];
    return [
      {
        level: "cannot-work",
        kind: "deciders-who-handled-it",
        path: ["intake", "report", "about_a_receiver", "choose", i],
        clause,
        message: `a report about a receiver can go to those without whom the stage "${id}" cannot decide: whoever handles a case may not vote on it`,
        example: `If a report is about ${whoTheyAre(seats, [about])} and goes to ${whoTheyAre(seats, taken.people)}, ${stops}.`,
      },
    ];
  });
}

/** Whether a case with this party goes elsewhere instead of to the stage. */
function isReferred({ rulebook, roster }: Seats, stage: string, party: PersonId): boolean {
  const rule = rulebook.conflicts.party_in_body;
  return (
    rule?.blocks.includes(stage) === true &&
    findPartyInBody(rulebook, roster, [{ role: "respondent", person: party }]) !== undefined
  );
}

function whatStops(seats: Seats, stage: VoteStage, out: readonly PersonId[]): string | undefined {
  const { rulebook, roster } = seats;
  if (chairsOf(rulebook, roster, stage.owner, out).length === 0) return "nobody is left who may put or close a motion";
  const stopped = Object.values(stage.motions).find(({ vote }) => {
    const rule = rulebook.votes[vote];
    if (rule?.method !== "motion" || rule.unreachable_quorum !== undefined) return false;
    const electorate = holdersOf(rulebook, roster, rule.electorate).filter((person) => !out.includes(person));
    return findUnreachableQuorum(rule, electorate, (selector) => holdersOf(rulebook, roster, selector)) !== undefined;
  });
  return stopped === undefined ? undefined : `the vote "${stopped.vote}" cannot be quorate, and nothing leads out`;
}
