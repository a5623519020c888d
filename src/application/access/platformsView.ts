import { enforceRule } from "../../domain/sanctions/access.ts";
import type { Kept } from "../../domain/sanctions/access.ts";
import { holdsAt } from "../../domain/sanctions/record.ts";
import type { Imposed } from "../../domain/sanctions/record.ts";
import type { Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { respondentsOf } from "../organisationParty.ts";
import type { PlatformName } from "../person.ts";
import { measuresFor } from "./measures.ts";

/** What Redress did on a platform for a sanction, by what the roles or channels are called. */
export interface OnPlatform {
  readonly platform: PlatformName;
  readonly state: Kept["state"];
  readonly things: readonly string[];
}

/** What Redress did on the platforms for a sanction that holds, for those who handle its case; nothing for anybody else. */
export async function platformsView(house: House, facts: Facts, imposed: Imposed): Promise<readonly OnPlatform[]> {
  const { rulebook, stored, viewer, at } = facts;
  const rule = enforceRule(rulebook, imposed.sanction);
  const person = respondentsOf(stored).find(({ party }) => party === imposed.party.party)?.person;
  if (viewer.kind !== "handler" || rule === undefined || person === undefined || !holdsAt(imposed, at)) return [];
  const accounts = (await house.store.accessOf(person)).flatMap((row) => row.accounts);
  const all = accounts.flatMap(({ account: { platform }, kept }) => {
    const own = measuresFor(house, rule.access, platform).map(({ id }) => id);
    return kept.filter(({ id }) => own.includes(id)).map(({ state, name }) => ({ platform, state, name }));
  });
  return [...Map.groupBy(all, ({ platform, state }) => `${platform} ${state}`).values()].flatMap((group) => {
    const [first] = group;
    const things = [...new Set(group.map(({ name }) => name))].toSorted();
    return first === undefined ? [] : [{ platform: first.platform, state: first.state, things }];
  });
}
