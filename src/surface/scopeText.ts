import type { OfficersCard } from "../application/roomCards.ts";
import type { Block, Control } from "./card.ts";
import { button } from "./cards/controls.ts";
import { cited } from "./cards/refusalCard.ts";
import type { Citation } from "./cards/refusalCard.ts";
import type { Speech } from "./say.ts";

/** Which situation that the procedure is for applies, as it was said last; or that nobody has said it yet; nothing once it is decided. */
export function scopeFacts(card: OfficersCard, { say, name }: Speech) {
  const { scope, decision } = card;
  if (scope === undefined || decision !== undefined || isSuggesting(card)) return [];
  const { judged } = scope;
  if (judged === undefined) return scope.isOpen ? [{ label: say("card.scope"), value: say("card.scope.open") }] : [];
  const value = judged.situation === undefined ? say("card.scope.none") : name("situation", judged.situation);
  return [{ label: say("card.scope"), value }];
}

/** What suggests itself where no situation applies; whoever handles the case decides. */
export function scopeBlocks(card: OfficersCard, citation: Citation, speech: Speech): readonly Block[] {
  const { scope } = card;
  if (scope === undefined || !isSuggesting(card)) return [];
  return [{ kind: "paragraph", text: suggestionText(scope.suggested, scope.clause, citation, speech) }];
}

/** Whether it was said that no situation applies, and nothing has been decided since. */
function isSuggesting({ scope, stageKind, decision }: OfficersCard): boolean {
  const isNone = scope?.judged !== undefined && scope.judged.situation === undefined;
  return isNone && stageKind !== "closed" && decision === undefined;
}

/** That it is suggested to end a case as out of scope, with the outcomes for that where the stage has some. */
export function suggestionText(
  outcomes: readonly string[],
  clause: string,
  citation: Citation,
  { say, name, either }: Speech,
): string {
  const values = { clause: cited(citation, clause) };
  if (outcomes.length === 0) return say("card.scope.suggested.none", values);
  const named = either(outcomes.map((outcome) => `“${name("outcome", outcome)}”`));
  return say("card.scope.suggested", { ...values, outcomes: named });
}

/** Saying it, while it has not been said. */
export const scopeControls = ({ case: ref, scope }: OfficersCard, { say }: Speech): readonly Control[] =>
  scope?.isOpen === true ? [button("primary", say("act.case.scope"), "case.scope", ref)] : [];
