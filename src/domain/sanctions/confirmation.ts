import type { Temporal } from "temporal-polyfill";

import type { Procedure, Rulebook, SanctionRule } from "../../rulebook/rulebook.ts";
import type { Case, Decision } from "../case/case.ts";
import { isConfirming, readProcedure } from "../case/stages.ts";
import { latest } from "../deadlines/latest.ts";
import type { Moments } from "./term.ts";

/** What somebody else has said of a sanction that takes effect only with their consent. `before`: what holds until they have. */
export type Confirmation =
  | { readonly kind: "pending"; readonly before: "no_effect" | "in_force" }
  | {
      readonly kind: "confirmed" | "refused";
      readonly before: "no_effect" | "in_force";
      readonly at: Temporal.Instant;
    };

/** Who else has to agree before a sanction takes effect: another body by its vote, or whoever decides by another procedure. */
export function consentRule(
  rule: SanctionRule | undefined,
):
  | { readonly kind: "vote"; readonly vote: string; readonly clause: string; readonly before: Confirmation["before"] }
  | { readonly kind: "procedure"; readonly procedure: string; readonly clause: string; readonly before: "no_effect" }
  | undefined {
  if (rule?.confirm !== undefined) return { kind: "vote", ...rule.confirm };
  return rule?.enacted_by === undefined ? undefined : { kind: "procedure", ...rule.enacted_by, before: "no_effect" };
}

/**
 * What has been said of the sanction of a decision: by how a stage after it ended, or as it was entered. Undefined where nobody else has to
 * agree. Once another sanction was decided on, what comes after is about that one.
 */
export function confirmationOf(
  rulebook: Rulebook,
  current: Case,
  decision: Pick<Decision, "id" | "sanction">,
): Confirmation | undefined {
  const rule = decision.sanction === undefined ? undefined : rulebook.sanctions[decision.sanction];
  const consent = consentRule(rule);
  if (consent === undefined) return undefined;
  const { before } = consent;
  const entered = current.consents.confirmations.findLast((each) => each.decision === decision.id);
  const stages = readProcedure(rulebook, current).stages;
  const own = current.concluded.findIndex((each) => each.decision === decision.id);
  const after = own < 0 ? [] : current.concluded.slice(own + 1);
  const next = after.findIndex((each) => isOnSanction(current, each.decision));
  const said = (next < 0 ? after : after.slice(0, next)).flatMap(({ stage, outcome, at }) => {
    const ended = stages[stage];
    const confirms =
      ended === undefined || ended.kind === "closed" ? undefined : ended.outcomes[outcome ?? ""]?.confirms;
    return confirms === undefined ? [] : [{ isConfirmed: confirms, at }];
  });
  const last = entered ?? said.at(-1);
  if (last === undefined) return { kind: "pending", before };
  return { kind: last.isConfirmed ? "confirmed" : "refused", before, at: last.at };
}

/** Whether a stage of a procedure says whether a sanction is confirmed. */
export const hasConfirmingStage = ({ stages }: Procedure): boolean => Object.values(stages).some(isConfirming);

/** Whether the sanction of a decision waits for somebody else; of one that is void nothing is asked any more. */
export const isPending = (rulebook: Rulebook, current: Case, decision: Decision): boolean =>
  decision.quashed === undefined && confirmationOf(rulebook, current, decision)?.kind === "pending";

/** The decisions of a case whose sanctions wait for somebody else. */
export const pendingIn = (rulebook: Rulebook, current: Case): readonly Decision[] =>
  current.decisions.filter((decision) => isPending(rulebook, current, decision));

/** Those of which whoever handles the case enters what was said: no stage of the procedure says it. */
export const enteredIn = (rulebook: Rulebook, current: Case): readonly Decision[] =>
  pendingIn(rulebook, current).filter(
    ({ sanction }) =>
      rulebook.sanctions[sanction ?? ""]?.confirm === undefined ||
      !hasConfirmingStage(readProcedure(rulebook, current)),
  );

const isOnSanction = (current: Case, decision: string | undefined) =>
  current.decisions.some(({ id, sanction }) => id === decision && sanction !== undefined);

/** From which moments a sanction is counted; undefined while it does not take effect, or when it never does. */
export function effectiveMoments<Of extends Moments>(
  moments: Of,
  confirmation: Confirmation | undefined,
): Of | undefined {
  if (confirmation === undefined || confirmation.before === "in_force") return moments;
  if (confirmation.kind !== "confirmed") return undefined;
  const { at } = confirmation;
  return { ...moments, made: latest([moments.made, at]), notified: latest([moments.notified, at]) };
}
