import type { Account } from "../application/ports.ts";
import type { BodyId, PersonId, RuleId } from "../domain/identity.ts";
import { receiversOf } from "../domain/parties/receivers.ts";
import { isRefusal } from "../domain/refusal.ts";
import type { Refusal } from "../domain/refusal.ts";
import { holdersOf } from "../domain/roster.ts";
import type { Roster } from "../domain/roster.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { accountOf } from "./openScene.ts";
import type { Scene } from "./openScene.ts";
import type { About } from "./way.ts";

/** Files the fictitious report; a refusal where nobody could receive it. */
export async function fileFictitious(scene: Scene, about: About): Promise<Refusal | undefined> {
  const { acts, house, rulebook } = scene;
  const asksForRules = rulebook.intake.report.fields.some(({ type }) => type === "rules");
  const answers = {
    relation: "affected",
    about: aboutAccounts(scene, about),
    aboutReceiver: undefined,
    aboutOthers: "",
    rules: asksForRules ? readSanctionable(rulebook) : [],
    texts: {},
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

/** Somebody who is in a body that may not decide about its own members, and receives no reports; undefined where there is nobody. */
export function findMemberOfBody(rulebook: Rulebook, roster: Roster): Member | undefined {
  const receivers = receiversOf(rulebook, roster);
  return rulebook.conflicts.party_in_body?.bodies
    .flatMap((body) => holdersOf(rulebook, roster, { kind: "body", id: body }).map((person) => ({ body, person })))
    .find(({ person }) => !receivers.includes(person));
}

interface Member {
  readonly body: BodyId;
  readonly person: PersonId;
}

function aboutAccounts({ house, rulebook }: Scene, about: About): readonly Account[] {
  switch (about) {
    case "nobody-known":
      return [];
    case "somebody":
      return [accountOf("respondent", "respondent")];
    case "member-of-body": {
      const member = findMemberOfBody(rulebook, house.roster);
      return (member === undefined ? undefined : house.people.get(member.person))?.accounts.slice(0, 1) ?? [];
    }
  }
}
