import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { AccessRules } from "../../rulebook/schema/access.ts";
import type { Finding } from "./finding.ts";

/**
 * Sanctions that are to keep somebody from something on the platforms for which nothing stands in the roster: they are never enforced. And
 * those by which somebody loses it before they have been told why.
 * @param access which roles and channels stand for each name; without it nobody looks whether there are any
 */
export function lintAccess(rulebook: Rulebook, access: AccessRules | undefined): readonly Finding[] {
  return [...takenBeforeTold(rulebook), ...(access === undefined ? [] : nothingToTake(rulebook, access))];
}

function takenBeforeTold({ sanctions }: Rulebook): readonly Finding[] {
  return Object.entries(sanctions).flatMap(([id, rule]): readonly Finding[] => {
    if (!("from" in rule) || rule.enforce === undefined) return [];
    const anchors = typeof rule.from === "string" ? [rule.from] : rule.from.latest_of;
    if (anchors.includes("decision.notified")) return [];
    const message =
      "it counts from the decision: Redress takes roles and channels away before the person has been told of it; decision.notified would wait for that";
    return [
      {
        level: "look-again",
        kind: "taken-before-told",
        path: ["sanctions", id, "from"],
        clause: rule.enforce.clause,
        message,
      },
    ];
  });
}

function nothingToTake({ sanctions }: Rulebook, access: AccessRules): readonly Finding[] {
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
