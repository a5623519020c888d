import type { Rulebook } from "../../rulebook/rulebook.ts";
import { isFinalOutcome } from "../challenges/finality.ts";
import { findEntry } from "../code/entries.ts";
import type { OutcomeId, RuleId, SanctionId, StageId, StatementId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import type { Case } from "./case.ts";
import { nextStage, readProcedure } from "./stages.ts";

/** What a notice has to contain, by the rulebook. */
type NoticePart = Rulebook["notices"][string]["must_contain"][number];

/** What is told by a notice of a decision. */
interface Told {
  readonly stage: StageId;
  readonly outcome: OutcomeId;
  readonly sanction: SanctionId | undefined;
  readonly reasons: StatementId | undefined;
}

/** Why a notice of a decision cannot be sent: something is missing that the rulebook has stand in it. */
export function findIncomplete(rulebook: Rulebook, current: Case, told: Told): Refusal | undefined {
  const { sanction } = told;
  const wanted = sanction === undefined ? undefined : rulebook.sanctions[sanction]?.notice;
  const rule = rulebook.notices[wanted ?? "outcome"];
  return rule === undefined ? undefined : refusalFor(rule, (part) => isInDecision(rulebook, current, told, part));
}

function isInDecision(rulebook: Rulebook, current: Case, { stage, outcome, reasons }: Told, part: NoticePart) {
  if (part === "reasons") return reasons !== undefined;
  if (part !== "appeal_until" && part !== "next_step") return true;
  const isFinal = isFinalOutcome(rulebook, current, stage, outcome);
  const isChallenged = Object.values(rulebook.challenges).some(({ against }) => against.includes(outcome));
  return isFinal || isChallenged || (part === "next_step" && goesOn(rulebook, current, stage, outcome));
}

/** Whether after an outcome of a stage the case goes on, other than with its notices. */
function goesOn(rulebook: Rulebook, current: Case, stage: StageId, outcome: OutcomeId): boolean {
  const { stages } = readProcedure(rulebook, current);
  const rule = stages[stage];
  const ended = rule === undefined || rule.kind === "closed" ? undefined : rule.outcomes[outcome];
  const next = ended === undefined ? undefined : stages[nextStage(rulebook, current, ended)]?.kind;
  return next !== undefined && next !== "closed" && next !== "notify";
}

/** Why a respondent cannot be told by a notice what a report says: something is missing that the rulebook has stand in it. */
export function findUntold(rulebook: Rulebook, current: Case, notice: string): Refusal | undefined {
  const rule = rulebook.notices[notice];
  if (rule === undefined) return undefined;
  return refusalFor(rule, (part) => part !== "code_link" || codeLinks(rulebook, current) !== undefined);
}

function refusalFor(rule: Rulebook["notices"][string], isThere: (part: NoticePart) => boolean): Refusal | undefined {
  const missing = rule.must_contain.filter((part) => !isThere(part));
  return missing.length === 0 ? undefined : { refused: "notice-incomplete", missing, clause: rule.clause };
}

/** The clauses of the rules that the case is about; where none was named, that of what the procedure is for. */
export function ruleClauses(rulebook: Rulebook, current: Case): readonly string[] {
  const rules: readonly RuleId[] = current.findings.length > 0 ? current.findings : current.rules;
  const clauses = rules.flatMap((rule) => rulebook.rules[rule]?.clause ?? []);
  const { scope, clause } = readProcedure(rulebook, current);
  return clauses.length > 0 ? [...new Set(clauses)] : [scope?.clause ?? clause];
}

/** Where the rules that the case is about can be read; undefined unless the rulebook has a link for each of them. */
export function codeLinks(rulebook: Rulebook, current: Case): readonly string[] | undefined {
  const links = ruleClauses(rulebook, current).map((clause) => linkOf(rulebook, clause));
  const found = links.flatMap((link) => link ?? []);
  return found.length < links.length ? undefined : [...new Set(found)];
}

/** Where the procedure can be read. */
export const procedureLink = (rulebook: Rulebook, current: Case): string =>
  linkOf(rulebook, readProcedure(rulebook, current).clause) ?? rulebook.document.link;

const linkOf = ({ code, document }: Rulebook, clause: string) => findEntry(code, clause, document.cite)?.link;
