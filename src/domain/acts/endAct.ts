import type { Procedure } from "../../rulebook/rulebook.ts";
import type { Selector } from "../../rulebook/schema/vocabulary.ts";
import { openVote } from "../case/case.ts";
import type { Case } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { decisionNotices } from "../case/inform.ts";
import type { Addressee, NoticeSubject } from "../case/noticeSubject.ts";
import type { PartyEntry } from "../case/party.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import type { StageId } from "../identity.ts";
import { flagsOf } from "../intake/flags.ts";
import { decidersOf } from "../parties/viewer.ts";
import type { Refusal } from "../refusal.ts";
import { isTold } from "../timeline/partyLines.ts";
import type { Standing } from "./act.ts";

type Rule = NonNullable<Procedure["stoppable_by"]>;

/**
 * Ends a case at the wish of the party who may: an open vote is closed as void, uncounted, and the case is closed. The officers are told,
 * the deciding body if the case had come to it, and of the other parties those who know of the case.
 * @param newId gives an id for each notice
 */
export function decideEnd(standing: Standing, newId: () => string): readonly Entry[] | Refusal {
  const { rulebook, roster, current, viewer } = standing;
  const procedure = readProcedure(rulebook, current);
  const { stoppable_by: rule, clause } = procedure;
  const next = closedStage(procedure);
  const isForThis = rule?.flag === undefined || flagsOf(rulebook, current).includes(rule.flag);
  if (viewer.kind !== "party" || rule === undefined || next === undefined || !isForThis)
    return { refused: "not-your-task", clause: rule?.clause ?? clause };
  if (!isNamed(rule.who, current, viewer.party)) return { refused: "not-your-task", clause: rule?.clause ?? clause };
  if (isTooLate(rule, current)) return { refused: "already-decided", clause: rule.clause };
  if (isClosed(rulebook, current)) return { refused: "already-done" };
  const open = openVote(current);
  const { stage } = current.stage;
  const { outcome } = rule;
  const isBeforeBody = decidersOf(rulebook, roster, current).length > 0;
  const others = current.parties.filter(({ party }) => party !== viewer.party.party);
  const told: readonly Addressee[] = [
    { kind: "room", purpose: "officers" },
    ...(isBeforeBody ? [{ kind: "room", purpose: "board" } as const] : []),
    ...others
      .filter((party) => isTold(current, party))
      .map(({ party, role }) => ({ kind: "party", party, role }) as const),
  ];
  const subject: NoticeSubject = { kind: "ended", outcome };
  return [
    ...(open === undefined ? [] : [{ kind: "vote-closed", vote: open.vote, result: { kind: "void" } } as const]),
    { kind: "stage-concluded", stage, outcome, next, rules: [], reasons: undefined },
    ...told.map((to): Entry => ({ kind: "notice-sent", notice: newId(), to, subject })),
  ];
}

/** Whether a case was ended by a party. */
export function isEnded(procedure: Procedure, current: Case): boolean {
  const last = current.concluded.at(-1)?.outcome;
  return last !== undefined && last === procedure.stoppable_by?.outcome;
}

/** Whether a party is the one named. Whoever filed the report is the affected party exactly when it happened to them [Q27]. */
export function isNamed(who: Selector, current: Case, { role }: PartyEntry): boolean {
  if (who.kind !== "party") return false;
  return who.id === role || (who.id === "affected" && role === "complainant" && current.relation === "affected");
}

function isTooLate({ until }: Rule, current: Case): boolean {
  switch (until) {
    case "decision.made":
      return current.decision !== undefined;
    case "decision.notified":
      return decisionNotices(current).some(({ delivered }) => delivered !== undefined);
    case "case.closed":
      return false;
  }
}

function closedStage({ stages }: Procedure): StageId | undefined {
  return Object.entries(stages).find(([, stage]) => stage.kind === "closed")?.[0];
}
