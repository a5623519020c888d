import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Owner, Selector } from "../../rulebook/schema/vocabulary.ts";
import type { OutcomeId, PersonId } from "../identity.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant, stepAside, whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { allOf, are } from "./words.ts";

type Challenge = Rulebook["challenges"][string];
type Panel = NonNullable<Challenge["panel"]>;

/** Panels that cannot be filled, challenges that those decide who decided before, and sanctions that nobody may appeal against. */
export function lintPanels(seats: Seats): readonly Finding[] {
  return [
    ...Object.entries(seats.rulebook.challenges).flatMap(([id, challenge]) => [
      ...(challenge.panel === undefined ? [] : tooSmall(seats, id, challenge, challenge.panel)),
      ...onOwnAppeal(seats, id, challenge),
    ]),
    ...neverChallenged(seats.rulebook),
  ];
}

/** Where there are appeals, an outcome that imposes sanctions and stands among those of no appeal was probably forgotten. */
function neverChallenged({ procedures, challenges }: Rulebook): readonly Finding[] {
  const appeals = Object.entries(challenges).filter(([, { kind }]) => kind === "appeal");
  const [first] = appeals;
  if (first === undefined) return [];
  const against = appeals.flatMap(([, appeal]) => appeal.against);
  return Object.values(procedures).flatMap(({ stages }) =>
    Object.entries(stages).flatMap(([id, stage]) =>
      stage.kind === "closed"
        ? []
        : Object.entries(stage.outcomes).flatMap(([outcome, { sanctions = [] }]): readonly Finding[] =>
            sanctions.length === 0 || against.includes(outcome)
              ? []
              : [
                  {
                    level: "look-again",
                    kind: "never-challenged",
                    path: ["challenges", first[0], "against"],
                    clause: first[1].clause,
                    message: `there is no appeal against "${outcome}" of the stage "${id}", which imposes sanctions`,
                    example: `Against a sanction of "${against[0] ?? ""}" there is one.`,
                  },
                ],
          ),
    ),
  );
}

interface Earlier {
  readonly outcome: OutcomeId;
  readonly people: readonly PersonId[];
}

/** Who decided what may be challenged: those who voted, or those who owned the stage. */
function earlierDeciders(seats: Seats, { against }: Challenge): readonly Earlier[] {
  const stages = Object.values(seats.rulebook.procedures).flatMap((procedure) => Object.values(procedure.stages));
  const known = (selector: Selector) => peopleMeant(seats, selector) ?? [];
  return against.flatMap((outcome) =>
    stages.flatMap((stage): readonly Earlier[] => {
      if (stage.kind === "closed" || !(outcome in stage.outcomes)) return [];
      if (stage.kind !== "vote") return [{ outcome, people: selectorsOf(stage.owner).flatMap(known) }];
      const votes = Object.values(stage.motions).filter((motion) => motion.outcome === outcome);
      return votes.map(({ vote }) => ({
        outcome,
        people: known(seats.rulebook.votes[vote]?.electorate ?? stage.owner),
      }));
    }),
  );
}

/** Everybody whose something can be. */
function selectorsOf(owner: Owner): readonly Selector[] {
  if ("first_of" in owner) return owner.first_of;
  return "chosen_by" in owner ? owner.from : [owner];
}

function tooSmall(seats: Seats, id: string, challenge: Challenge, panel: Panel): readonly Finding[] {
  const people = peopleMeant(seats, { kind: "panel", id });
  if (people === undefined || isUnnumbered(seats, people)) return [];
  const path = ["challenges", id, "panel"];
  const common = { level: "cannot-work", kind: "panel-too-small", clause: challenge.clause } as const;
  if (people.length < panel.minimum)
    return [
      {
        ...common,
        path: [...path, "minimum"],
        message: `the panel of "${id}" can never be filled`,
        example: `It has ${people.length} ${people.length === 1 ? "seat" : "seats"}, but at least ${panel.minimum} must sit on it.`,
      },
    ];
  const earlier = panel.exclude.includes("earlier_deciders") ? earlierDeciders(seats, challenge) : [];
  const cases = earlier.map(({ outcome, people: excluded }) => ({
    outcome,
    gone: people.filter((person) => excluded.includes(person)),
  }));
  const unfilled = cases.filter(({ gone }) => people.length - gone.length < panel.minimum);
  const [worst] = unfilled;
  const isEach = cases.length > 0 && unfilled.length === cases.length;
  if (worst !== undefined && (challenge.fallback === undefined || isEach)) {
    const ends =
      challenge.fallback === undefined ? "and nothing leads out (fallback)" : "and no challenge is ever heard";
    return [
      {
        ...common,
        path,
        message: `the panel of "${id}" cannot be filled once those who decided earlier are gone, ${ends}`,
        example: `Against "${worst.outcome}", decided by ${whoTheyAre(seats, worst.gone)}, ${are(people.length - worst.gone.length)} left, but at least ${panel.minimum} must sit on it.`,
      },
    ];
  }
  if (challenge.fallback !== undefined) return [];
  const least = cases.toSorted((a, b) => b.gone.length - a.gone.length)[0];
  const left = people.filter((person) => least?.gone.includes(person) !== true);
  const recused = left.slice(0, left.length - panel.minimum + 1);
  const decided =
    least === undefined || least.gone.length === 0
      ? "If"
      : `Against "${least.outcome}", decided by ${whoTheyAre(seats, least.gone)}, if`;
  return [
    {
      ...common,
      path,
      message: `recusals can leave the panel of "${id}" without enough members, and nothing leads out (fallback)`,
      example: `${decided} ${stepAside(seats, recused)}, ${are(left.length - recused.length)} left, but at least ${panel.minimum} must sit on it.`,
    },
  ];
}

/** Whether any of those who decide a challenge decided what it is against; a request for information contests nothing. */
function onOwnAppeal(seats: Seats, id: string, challenge: Challenge): readonly Finding[] {
  const { panel } = challenge;
  if (challenge.kind === "information" || panel?.exclude.includes("earlier_deciders") === true) return [];
  const judges =
    panel === undefined
      ? challenge.addressed_to.flatMap((to) => ("all_of" in to ? to.all_of : [to]))
      : [{ kind: "panel", id } as const];
  const judging = judges.flatMap((selector) => peopleMeant(seats, selector) ?? []);
  const own = earlierDeciders(seats, challenge)
    .map(({ outcome, people }) => ({
      outcome,
      both: [...new Set(people.filter((person) => judging.includes(person)))],
    }))
    .filter(({ both }) => both.length > 0);
  const [first] = own;
  if (first === undefined) return [];
  const outcomes = [...new Set(own.map(({ outcome }) => `"${outcome}"`))];
  return [
    {
      level: "cannot-work",
      kind: "decides-on-own-appeal",
      path: panel === undefined ? ["challenges", id, "addressed_to"] : ["challenges", id, "panel", "exclude"],
      clause: challenge.clause,
      message: `"${id}" against ${allOf(outcomes)} is decided by some who decided it before`,
      example: `After a decision of "${first.outcome}", ${whoTheyAre(seats, first.both)} would decide on their own decision: nothing excludes them (panel.exclude).`,
    },
  ];
}
