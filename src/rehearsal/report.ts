import type { Account } from "../application/person.ts";
import type { RuleId } from "../domain/identity.ts";
import { findBeginning } from "../domain/parties/routes.ts";
import type { Beginning } from "../domain/parties/routes.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { accountOf } from "./openScene.ts";
import type { Scene } from "./openScene.ts";

/** A report that could be filed: whom it is about, and what it says as far as that decides how its case begins. */
export interface FictitiousReport {
  readonly about: "somebody" | "nobody-known" | "office-holder";
  /** The office of whom it is about, where that is an office holder. */
  readonly office?: string;
  readonly rules: readonly RuleId[];
  readonly answers: Readonly<Record<string, string>>;
}

const plain: FictitiousReport = { about: "somebody", rules: [], answers: {} };

/**
 * Reports that begin a case in every way the rulebook knows: the plain one first, one of which nobody knows whom it is about, one about a
 * member of each body that may then not decide, and one for each route.
 */
export function reportsOf(rulebook: Rulebook): readonly [FictitiousReport, ...FictitiousReport[]] {
  const { report } = rulebook.intake;
  const bodies = rulebook.conflicts.party_in_body?.bodies ?? [];
  const members = bodies.flatMap((body) => officesOf(rulebook, body).slice(0, 1));
  const routed = report.routes.flatMap(({ when }): readonly FictitiousReport[] => {
    const [office] = when.respondent_holds ?? [];
    const answers = Object.entries(when.answer ?? {}).map(([field, [option = ""]]): [string, string] => [
      field,
      option,
    ]);
    const says = { rules: when.rule?.slice(0, 1) ?? [], answers: Object.fromEntries<string>(answers) };
    if (office !== undefined) return [{ ...says, about: "office-holder", office }];
    return [
      { ...says, about: "somebody" },
      { ...says, about: "nobody-known" },
    ];
  });
  return [
    plain,
    { ...plain, about: "nobody-known" },
    ...members.map((office): FictitiousReport => ({ ...plain, about: "office-holder", office })),
    ...routed,
  ];
}

/** How the case of a report begins. */
export function beginningOf(rulebook: Rulebook, { office, rules, answers }: FictitiousReport): Beginning {
  const somebody = "somebody";
  const roster = office === undefined ? {} : { [office]: [somebody] };
  return findBeginning(rulebook, roster, { rules, about: [somebody], answers });
}

/** The body that may not decide about one of its members, where the report is about one; undefined otherwise. */
export function bodyOfRespondent(rulebook: Rulebook, { office }: FictitiousReport): string | undefined {
  const rule = rulebook.conflicts.party_in_body;
  if (office === undefined || rule?.roles.includes("respondent") !== true) return undefined;
  return rule.bodies.find((body) => officesOf(rulebook, body).includes(office));
}

/** Files the report; a refusal where nobody could receive it. */
export async function fileFictitious(scene: Scene, report: FictitiousReport): Promise<Refusal | undefined> {
  const { acts, house } = scene;
  const answers = {
    relation: "affected",
    about: aboutAccounts(scene, report),
    aboutReceiver: undefined,
    aboutOthers: "",
    rules: report.rules,
    texts: report.answers,
  } as const;
  const filer = accountOf("complainant", "complainant");
  const filed = await acts.fileReport(filer, "report", answers, undefined, house.chance.id());
  if (isRefusal(filed)) return filed;
  await scene.follow(filed.case);
  return undefined;
}

/** The first rule that a sanction can follow from; the first of all where there is none. */
export function readSanctionable(rulebook: Rulebook): readonly RuleId[] {
  const rules = Object.entries(rulebook.rules);
  const [found] = rules.find(([, { sanctionable }]) => sanctionable) ?? rules[0] ?? [];
  return found === undefined ? [] : [found];
}

function aboutAccounts({ house }: Scene, { about, office }: FictitiousReport): readonly Account[] {
  if (about === "nobody-known") return [];
  const [holder] = office === undefined ? [] : (house.roster[office] ?? []);
  const person = holder === undefined ? undefined : house.people.get(holder);
  return person?.accounts.slice(0, 1) ?? [accountOf("respondent", "respondent")];
}

function officesOf(rulebook: Rulebook, id: string): readonly string[] {
  const body = rulebook.bodies[id];
  return body === undefined || "members" in body ? [] : body.offices;
}
