import type { ChallengeId } from "../../domain/challenges/entry.ts";
import { openingsFor } from "../../domain/challenges/openings.ts";
import { why } from "../../domain/why/why.ts";
import type { Facts } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { challengeView } from "../views/challengeView.ts";
import type { ChallengeKind, ChallengeView } from "../views/challengeView.ts";

/** What a party can challenge, and what it has challenged. */
export interface MyChallenges {
  readonly can: readonly {
    readonly rule: string;
    readonly what: ChallengeKind;
    readonly until: string | undefined;
    readonly clause: string;
  }[];
  readonly lodged: readonly {
    readonly challenge: ChallengeId;
    readonly rule: string;
    readonly what: ChallengeKind;
    readonly view: Pick<ChallengeView, "state" | "lodged">;
  }[];
}

/** What a party can challenge now, and what has become of what it has lodged. */
export async function myChallenges(house: House, facts: Facts): Promise<MyChallenges> {
  const { rulebook, current, viewer } = facts;
  if (viewer.kind !== "party") return { can: [], lodged: [] };
  const can = openingsFor(rulebook, current, viewer.party).flatMap(({ rule: name, window }) => {
    const rule = rulebook.challenges[name];
    if (rule === undefined || !mayLodge(facts, name)) return [];
    return [{ rule: name, what: rule.kind, until: window?.lastDay.toString(), clause: rule.clause }];
  });
  const views = await Promise.all(
    current.challenges
      .filter(({ party }) => party === viewer.party.party)
      .map((each) => challengeView(house, facts, each)),
  );
  return { can, lodged: views.map((view) => ({ challenge: view.challenge, rule: view.rule, what: view.what, view })) };
}

/** Whether a party could lodge a challenge now, whatever it writes. */
function mayLodge(facts: Facts, rule: string): boolean {
  const { rulebook } = facts;
  const { addressed_to: to = [], grounds } = rulebook.challenges[rule] ?? {};
  const ground = grounds === undefined || grounds === "any" ? undefined : grounds[0];
  return to.some(
    (_, i) => why(facts, { kind: "lodge", rule, to: i, ground, words: "-", evidence: "-" }).kind === "possible",
  );
}
