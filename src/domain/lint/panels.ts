import type { Rulebook } from "../../rulebook/rulebook.ts";
import { earlierDeciders } from "./deciders.ts";
import type { Finding } from "./finding.ts";
import { isUnnumbered, peopleMeant, stepAside, whoTheyAre } from "./seats.ts";
import type { Seats } from "./seats.ts";
import { are } from "./words.ts";

type Challenge = Rulebook["challenges"][string];
type Panel = NonNullable<Challenge["panel"]>;

/** Panels of a challenge that cannot be filled, and sanctions that nobody may appeal against. */
export function lintPanels(seats: Seats): readonly Finding[] {
  return [
    ...Object.entries(seats.rulebook.challenges).flatMap(([id, challenge]) =>
      challenge.panel === undefined ? [] : tooSmall(seats, id, challenge, challenge.panel),
    ),
    ...neverChallenged(seats.rulebook),
  ];
}

/** Where there are appeals, an outcome that imposes sanctions and stands among those of no appeal was probably forgotten. */
function neverChallenged({ procedures, challenges }: Rulebook): readonly Finding[] {
  const appeals = Object.entries(challenges).filter(([, { kind }]) => kind === "appeal");
  const [first] = appeals;
  if (first === undefined) return [];
  const against = appeals.flatMap(([, appeal]) => appeal.against);
  return Object.values(procedures).flatMap(({ stages, final: isFinal = false }) =>
    Object.entries(stages).flatMap(([id, stage]) =>
      stage.kind === "closed" || isFinal
        ? []
        : Object.entries(stage.outcomes).flatMap(([outcome, { sanctions = [], final }]): readonly Finding[] =>
            sanctions.length === 0 || final === true || against.includes(outcome)
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
