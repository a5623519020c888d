import type { PersonId } from "../identity.ts";
import { receiversOf, routeReport } from "../parties/receivers.ts";
import { isRefusal } from "../refusal.ts";
import { peopleOf } from "../roster.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";

/** Reports that nobody is left to receive. */
export function lintReceiving(seats: Seats): readonly Finding[] {
  const { rulebook, roster } = seats;
  const { report } = rulebook.intake;
  const receivers = receiversOf(rulebook, roster);
  const common = { kind: "nobody-to-receive" } as const;
  if (receivers.length === 0)
    return [
      {
        ...common,
        level: "cannot-work",
        path: ["intake", "report", "to"],
        clause: report.clause,
        message: "reports go to nobody: no office of the rulebook is held by those they go to",
        example: "Whoever files one is told that nobody is there to receive it.",
      },
    ];
  const [first] = receivers;
  const own: readonly Finding[] =
    first === undefined ||
    isUnnumbered(seats, receivers) ||
    !isRefusal(routeReport(rulebook, roster, [first], [], undefined))
      ? []
      : [
          {
            ...common,
            level: "cannot-work",
            path: ["intake", "report", "to"],
            clause: report.clause,
            message: "a report of the only person who receives reports goes to nobody",
            example: `If ${whoTheyAre(seats, [first])} files one, nobody is left to receive it.`,
          },
        ];
  const about = smallestImplicated(seats);
  if (about === undefined) return own;
  return [
    ...own,
    {
      ...common,
      level: about.length === 1 ? "cannot-work" : "look-again",
      path: ["intake", "report", "about_a_receiver", "choose"],
      clause: report.about_a_receiver.clause,
      message: "a report can be about everybody who could receive it",
      example: `If it is about ${whoTheyAre(seats, about)}, nobody is left to receive it.`,
    },
  ];
}

/**
 * The fewest people whom a report has to be about so that nobody is left to receive it: one of those it goes to; everybody who could be
 * chosen alone; and one of each group that could only be chosen together.
 * @returns undefined when somebody is always left
 */
export function smallestImplicated(seats: Seats): readonly PersonId[] | undefined {
  const { rulebook, roster } = seats;
  const { choose } = rulebook.intake.report.about_a_receiver;
  const receivers = receiversOf(rulebook, roster);
  const offered = choose.map((recipients) => ({ people: peopleOf(rulebook, roster, recipients), recipients }));
  const alone = offered.flatMap(({ people, recipients }) => ("all_of" in recipients ? [] : people));
  const groups = offered.flatMap(({ people, recipients }) =>
    "all_of" in recipients && people.length > 0 ? [people] : [],
  );
  const [first] = receivers;
  if (first === undefined || isUnnumbered(seats, [...alone, ...groups.flat()])) return undefined;
  const forced = new Set(alone);
  // Receivers are one more group: the report is about one of them.
  const open = [receivers, ...groups].filter((group) => !group.some((person) => forced.has(person)));
  const about = [...forced, ...smallestHit(open)];
  return isRefusal(routeReport(rulebook, roster, ["somebody else"], about, undefined)) ? about : undefined;
}

/**
 * The fewest people of whom each group has one. People who are in the same groups count as one, so that what is tried grows with the
 * number of groups, which is small, and not with that of people.
 */
function smallestHit(groups: readonly (readonly PersonId[])[]): readonly PersonId[] {
  const [group, ...rest] = groups;
  if (group === undefined) return [];
  const alike = Map.groupBy(group, (person) => rest.map((other) => other.includes(person)).join());
  const tried = [...alike.values()].map(([person]) =>
    person === undefined ? [] : [person, ...smallestHit(rest.filter((other) => !other.includes(person)))],
  );
  return tried.toSorted((a, b) => a.length - b.length)[0] ?? [];
}
