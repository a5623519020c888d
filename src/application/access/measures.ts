import type { Measure } from "../../domain/sanctions/access.ts";
import type { House } from "../house.ts";
import type { PlatformName } from "../person.ts";

/** What has to be done on a platform so that somebody is kept from these, by the names of the rulebook. */
export function measuresFor(
  { access }: Pick<House, "access">,
  names: readonly string[],
  platform: PlatformName,
): readonly Measure[] {
  const measures = names.flatMap((name): readonly Measure[] => {
    const rule = access[name];
    if (rule === undefined) return [];
    const take = platform === "discord" ? rule.discord_take : rule.slack_take;
    const give = platform === "discord" ? rule.discord_give : [];
    return [
      ...take.map((thing): Measure => ({ ...thing, how: "take" })),
      ...give.map((thing): Measure => ({ ...thing, how: "give" })),
    ];
  });
  return [...new Map(measures.map((each) => [each.id, each])).values()];
}

/** What a role or a channel is called in the roster; its id where it no longer stands there. */
export function thingName({ access }: Pick<House, "access">, id: string): string {
  const all = Object.values(access).flatMap((rule) => [...rule.discord_take, ...rule.discord_give, ...rule.slack_take]);
  return all.find((thing) => thing.id === id)?.name ?? id;
}
