import { Temporal } from "temporal-polyfill";

import type { Procedure, Rulebook } from "../../rulebook/rulebook.ts";
import { openVote } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import type { Interim, InterimEnd } from "../case/sanctionEntries.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import type { NoticeId, SanctionId } from "../identity.ts";
import { imposedIn } from "./record.ts";
import { anyRests, restsNow } from "./rests.ts";

/** What a procedure says about a sanction that can be imposed while a case is handled. */
export type InterimRule = Procedure["interim"][number];

/** The rule by which an interim sanction was imposed; undefined for one that the procedure does not have. */
export function interimRule(
  rulebook: Rulebook,
  current: Case,
  { sanction, ground, vote }: Pick<Interim, "sanction" | "ground" | "vote">,
): InterimRule | undefined {
  const rules = readProcedure(rulebook, current).interim.filter((rule) => rule.sanction === sanction);
  const isSame = (rule: InterimRule) =>
    rule.grounds.includes(ground) && (rule.vote !== undefined) === (vote !== undefined);
  return rules.find(isSame) ?? rules[0];
}

/**
 * What ends in a case by itself: interim sanctions whose case is over, or in whose place something was decided, each with its notice to
 * the person; and a vote on one that is still open then, as void. Nothing once it is recorded.
 * @param newId gives an id for each notice
 */
export function interimEndings(rulebook: Rulebook, current: Case, newId: () => NoticeId): readonly Entry[] {
  const open = openVote(current);
  const isMoot = open?.interim !== undefined && isOver(rulebook, current);
  const closed: readonly Entry[] = isMoot ? [{ kind: "vote-closed", vote: open.vote, result: { kind: "void" } }] : [];
  return [...closed, ...endings(rulebook, current, newId)];
}

function endings(rulebook: Rulebook, current: Case, newId: () => NoticeId): readonly Entry[] {
  return imposedIn(rulebook, current).flatMap(({ interim, lifted, party: { party, role } }): readonly Entry[] => {
    if (interim === undefined || interim.ended !== undefined || lifted !== undefined) return [];
    const how = endOf(rulebook, current, interim);
    if (how === undefined) return [];
    const { decision, sanction } = interim;
    const to = { kind: "party", party, role } as const;
    return [
      { kind: "interim-ended", decision, party, sanction, how },
      { kind: "notice-sent", notice: newId(), to, subject: { kind: "interim-ended", sanction, how } },
    ];
  });
}

function endOf(rulebook: Rulebook, current: Case, interim: Interim): InterimEnd | undefined {
  const isOfMaking = interimRule(rulebook, current, interim)?.ends === "decision.made";
  const valid = current.decisions.filter(({ quashed }) => quashed === undefined);
  const since = valid.filter(({ made }) => Temporal.Instant.compare(made, interim.at) >= 0);
  const isDecided = isOfMaking ? since.length > 0 : since.some(({ id }) => isInPlace(rulebook, current, interim, id));
  if (isDecided) return "decided";
  return isOver(rulebook, current) ? "case-closed" : undefined;
}

/** Whether a case is over: it is closed, and no sanction of it rests because of an appeal. Until then nothing is in the place of what holds meanwhile. */
export const isOver = (rulebook: Rulebook, current: Case): boolean =>
  isClosed(rulebook, current) && !anyRests(rulebook, current);

/** Whether what was decided holds for the person: it has reached them, and a sanction that begins later has begun. */
function isInPlace(rulebook: Rulebook, current: Case, { party }: Interim, decision: string): boolean {
  const isTold = current.notices.some(
    ({ subject, to, delivered }) =>
      subject.kind === "decision" &&
      subject.vote === decision &&
      to.kind === "party" &&
      to.party === party &&
      delivered !== undefined,
  );
  const sanction = current.decisions.find(({ id }) => id === decision)?.sanction;
  // What rests because of an appeal is in the place of nothing.
  if (restsNow(rulebook, current, decision)) return false;
  if (!isTold || sanction === undefined || !lasts(rulebook, sanction)) return isTold;
  return imposedIn(rulebook, current).some(
    (each) => each.decision.id === decision && each.party.party === party && each.from !== undefined,
  );
}

const lasts = (rulebook: Rulebook, sanction: SanctionId) => {
  const rule = rulebook.sanctions[sanction];
  return rule !== undefined && "from" in rule;
};
