import { isClosed } from "../../domain/case/stages.ts";
import type { OutcomeId } from "../../domain/identity.ts";
import { heldOn, suggestedByTerms } from "../../domain/people/heldOn.ts";
import { classKey } from "../../domain/roster.ts";
import type { Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { respondentsOf } from "../organisationParty.ts";

/** What those whom a case is about held on each day that the report names. */
export interface HeldView {
  readonly on: readonly {
    readonly name: string;
    /** As 2026-03-15. */
    readonly day: string;
    readonly offices: readonly string[];
    readonly classes: readonly string[];
  }[];
  /** The outcomes of the present stage to which that points. */
  readonly suggested: readonly OutcomeId[];
}

/** Undefined where the report names no day, or nobody who is known by an account. */
export function heldView(
  { seats }: Pick<House, "seats">,
  { rulebook, current, stored }: Facts,
  answers: Readonly<Record<string, string>>,
): HeldView | undefined {
  const fields = rulebook.intake.report.fields.filter(({ type }) => type === "date").map(({ id }) => id);
  const given = fields.flatMap((id) => (isDay(answers[id]) ? [[id, answers[id] ?? ""] as const] : []));
  const days = [...new Set(given.map(([, day]) => day))];
  const respondents = respondentsOf(stored);
  const on = respondents.flatMap(({ name, person }) =>
    person === undefined
      ? []
      : days.map((day) => {
          const keys = heldOn(rulebook, seats.terms, person, day);
          const classes = Object.keys(rulebook.people.classes).filter((id) => keys.includes(classKey(id)));
          return { name, day, offices: keys.filter((key) => key in rulebook.offices), classes };
        }),
  );
  if (on.length === 0) return undefined;
  const people = respondents.map(({ person }) => person);
  const suggested = isClosed(rulebook, current)
    ? []
    : suggestedByTerms(rulebook, seats.terms, current, people, Object.fromEntries(given));
  return { on, suggested };
}

const isDay = (text: string | undefined) => text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text);
