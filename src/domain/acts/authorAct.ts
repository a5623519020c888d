import { partiesOf } from "../case/case.ts";
import type { Entry } from "../case/entry.ts";
import { isClosed, readStage } from "../case/stages.ts";
import type { StatementId } from "../identity.ts";
import type { Refusal } from "../refusal.ts";
import type { Standing } from "./act.ts";

/**
 * Writes to whoever reported without a name: it lies where they look for it.
 * @param newId gives an id for each notice
 */
export function decideAskAuthor(
  { rulebook, current }: Standing,
  { statement }: { readonly statement: StatementId },
  newId: () => string,
): readonly Entry[] | Refusal {
  const { clause } = readStage(rulebook, current);
  if (current.isAnonymous !== true) return { refused: "author-known", clause };
  if (isClosed(rulebook, current)) return { refused: "not-at-this-stage", stage: current.stage.stage, clause };
  return partiesOf(current, "complainant").map(({ party, role }) => ({
    kind: "notice-sent",
    notice: newId(),
    to: { kind: "party", party, role },
    subject: { kind: "question", statement },
  }));
}
