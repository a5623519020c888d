import type { Temporal } from "temporal-polyfill";

import type { Case, Notice } from "../../domain/case/case.ts";
import type { SanctionSubject } from "../../domain/case/sanctionEntries.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import { windowAfter } from "../../domain/deadlines/window.ts";
import type { StatementId } from "../../domain/identity.ts";
import { enforceRule } from "../../domain/sanctions/access.ts";
import { conditionRule } from "../../domain/sanctions/conditions.ts";
import { interimRule } from "../../domain/sanctions/interim.ts";
import { termOf } from "../../domain/sanctions/term.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { NoticeView } from "../notice.ts";

/**
 * What is told about a sanction besides decisions.
 * @param at when it is drawn: days that count from its delivery are counted from then while it has not been delivered
 */
export async function sanctionBody(
  rulebook: Rulebook,
  current: Case,
  notice: Notice,
  subject: SanctionSubject,
  at: Temporal.Instant,
  read: (statement: StatementId) => Promise<string>,
): Promise<NoticeView["body"]> {
  const { sanction } = subject;
  const clause = rulebook.sanctions[sanction]?.clause ?? "";
  const day = localDay(rulebook, notice.sent).toString();
  switch (subject.kind) {
    case "interim":
      return interimBody(rulebook, current, subject, notice.delivered?.when ?? at, read);
    case "interim-ended":
      return { kind: "interim-ended", sanction, how: subject.how, day, clause };
    case "sanction-task-done":
      return { kind: "sanction-task-done", sanction, day, clause };
    case "sanction-condition": {
      const { condition, isMet } = subject;
      const imposed = current.decisions.find(({ id }) => id === subject.decision)?.sanction;
      return {
        kind: "sanction-condition",
        sanction,
        condition,
        isMet,
        clause: conditionRule(rulebook, imposed)?.clause ?? clause,
      };
    }
    case "sanction-breached":
      return { kind: "sanction-breached", sanction, clause: rulebook.non_compliance?.clause ?? clause };
  }
}

async function interimBody(
  rulebook: Rulebook,
  current: Case,
  { decision, sanction, ground, reasons }: Extract<SanctionSubject, { kind: "interim" }>,
  notified: Temporal.Instant,
  read: (statement: StatementId) => Promise<string>,
): Promise<NoticeView["body"]> {
  const interim = current.kept.interims.find((each) => each.decision === decision);
  const rule = interimRule(rulebook, current, { sanction, ground, vote: interim?.vote });
  const own = rulebook.sanctions[sanction];
  const term = own === undefined ? undefined : termOf(rulebook, own, { made: interim?.at ?? notified, notified });
  const from = term?.kind === "standing" ? term.from : notified;
  const every = rule?.review_every ?? (own?.kind === "interim" ? own.review_every : undefined);
  return {
    kind: "interim",
    sanction,
    ground,
    reasons: await read(reasons),
    from: localDay(rulebook, from).toString(),
    ends: rule?.ends === "decision.made" ? "decided" : "case-closed",
    reviewBy: every === undefined ? undefined : windowAfter(rulebook, from, every).lastDay.toString(),
    permits: own?.permits ?? [],
    keptFrom: enforceRule(rulebook, sanction)?.access ?? [],
    clause: rule?.clause ?? own?.clause ?? "",
  };
}
