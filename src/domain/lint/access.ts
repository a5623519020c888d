import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { AccessRules } from "../../rulebook/schema/access.ts";
import type { Finding } from "./finding.ts";

/**
 * Sanctions that are to keep somebody from something on the platforms for which nothing stands in the roster: they are never enforced.
 * @param access which roles and channels stand for each name; without it nothing is looked for
 */
export function lintAccess({ sanctions }: Rulebook, access: AccessRules | undefined): readonly Finding[] {
  if (access === undefined) return [];
  return Object.entries(sanctions).flatMap(([id, rule]) => {
    const enforce = "enforce" in rule ? rule.enforce : undefined;
    return (enforce?.access ?? []).flatMap((name, i): readonly Finding[] =>
      isEmpty(access[name])
        ? [
            {
              level: "cannot-work",
              kind: "nothing-to-take",
              path: ["sanctions", id, "enforce", "access", i],
              clause: enforce?.clause,
              message: `no role and no channel stands for ${name} in the roster, under access: Redress takes nothing away for it`,
            },
          ]
        : [],
    );
  });
}

function isEmpty(rule: AccessRules[string] | undefined): boolean {
  return (
    rule === undefined || [rule.discord_take, rule.discord_give, rule.slack_take].every((each) => each.length === 0)
  );
}
