import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { PersonId, RuleId, StageId } from "../identity.ts";
import { classKey } from "../roster.ts";
import type { Roster } from "../roster.ts";

/** What of a report says where it goes. */
export interface Reported {
  readonly rules: readonly RuleId[];
  /** The people it is about, as far as they are known by an account. */
  readonly about: readonly PersonId[];
  /** Who files it, as far as that is known by an account. */
  readonly filers?: readonly PersonId[];
  /** What was answered, by field; of a choice the option. */
  readonly answers: Readonly<Record<string, string>>;
}

/** How a case begins. */
export interface Beginning {
  readonly procedure: string;
  readonly stage: StageId;
}

/** Where a report goes that is not like the others. */
export type Route = Rulebook["intake"]["report"]["routes"][number];
type Condition = Route["when"];

/** The first route that fits a report; undefined where it goes as any report does. */
export function findRoute({ intake }: Rulebook, roster: Roster, reported: Reported): Route | undefined {
  const isSo = (condition: Condition) => fits(condition, roster, reported);
  return intake.report.routes.find(({ when, unless }) => isSo(when) && (unless === undefined || !isSo(unless)));
}

/** How the case of a report begins: by the first route that fits, otherwise as any report does. */
export function findBeginning(rulebook: Rulebook, roster: Roster, reported: Reported): Beginning {
  return beginningOn(rulebook, findRoute(rulebook, roster, reported));
}

/** How a case begins whose report goes this route, or none. */
export function beginningOn({ intake, procedures }: Rulebook, route: Route | undefined): Beginning {
  const procedure = route?.procedure ?? intake.report.procedure;
  return { procedure, stage: route?.starts ?? procedures[procedure]?.starts ?? "" };
}

/** How a case begins that goes by a procedure of its own. */
export const beginningOf = ({ procedures }: Rulebook, procedure: string): Beginning => ({
  procedure,
  stage: procedures[procedure]?.starts ?? "",
});

/** The question of the report that says whether it is about the organisation, a person or a group. */
export const SUBJECT = "about";

/** What nobody knows of a report, such as of which class somebody is whom the roster does not list, is taken not to be so. */
function fits(condition: Condition, roster: Roster, { rules, about, filers = [], answers }: Reported): boolean {
  const { rule, respondent_holds: offices, answer, about: subjects } = condition;
  const isOf = (people: readonly PersonId[], classes: readonly string[] | undefined) =>
    classes?.some((name) => people.some((person) => roster[classKey(name)]?.includes(person))) ?? true;
  const isAbout = subjects?.some((subject) => answers[SUBJECT] === subject) ?? true;
  if (!isAbout || !isOf(about, condition.respondent_class) || !isOf(filers, condition.complainant_class)) return false;
  const isNamed = rule?.some((each) => rules.includes(each)) ?? true;
  const isHeld = offices?.some((office) => about.some((person) => roster[office]?.includes(person))) ?? true;
  const isAnswered = Object.entries(answer ?? {}).every(([field, options]) => options.includes(answers[field] ?? ""));
  return isNamed && isHeld && isAnswered;
}
