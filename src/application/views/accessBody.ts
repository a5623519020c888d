import type { Case } from "../../domain/case/case.ts";
import type { AccessTrouble } from "../../domain/case/noticeSubject.ts";
import { readProcedure } from "../../domain/case/stages.ts";
import { enforceRule } from "../../domain/sanctions/access.ts";
import { imposedIn } from "../../domain/sanctions/record.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import type { NoticeView } from "../notice.ts";

/**
 * What the officers are told when something that a sanction keeps somebody from is not so on a platform.
 * @param thingName what a role or a channel is called
 */
export function accessBody(
  rulebook: Rulebook,
  current: Case,
  { what, problem, platform, things, decision, party }: AccessTrouble,
  thingName: (thing: string) => string,
): Extract<NoticeView["body"], { kind: "access" }> {
  const imposed = imposedIn(rulebook, current).find((each) => each.decision.id === decision);
  const sanction = imposed?.sanction ?? "";
  return {
    kind: "access",
    what,
    problem,
    platform: platform === "slack" ? "slack" : "discord",
    things: things.map(thingName),
    sanction,
    whose: pseudonymOf(current, party),
    clause: enforceRule(rulebook, sanction)?.clause ?? readProcedure(rulebook, current).clause,
  };
}
