import type { NoticeView } from "../../application/notice.ts";
import { paragraph } from "../blocks.ts";
import type { Block, Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { agreementNotices } from "./agreementNotices.ts";
import { apartNotices } from "./apartNotices.ts";
import { challengeNotices } from "./challengeNotices.ts";
import { disclosureNotices } from "./disclosureNotices.ts";
import { evidenceNotices } from "./evidenceNotices.ts";
import { hearingNotices } from "./hearingNotices.ts";
import { intakeNotices } from "./intakeNotices.ts";
import type { NoticeBody, NoticeKind, NoticeTable } from "./noticeTable.ts";
import { outcomeNotices } from "./outcomeNotices.ts";
import { ownVoiceNotices } from "./ownVoiceNotices.ts";
import { recordNotices } from "./recordNotices.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import { sanctionNotices } from "./sanctionNotices.ts";
import { timeNotices } from "./timeNotices.ts";
import { upkeepNotices } from "./upkeepNotices.ts";

const notices: NoticeTable<NoticeKind> = {
  ...intakeNotices,
  ...evidenceNotices,
  ...hearingNotices,
  ...ownVoiceNotices,
  ...agreementNotices,
  ...apartNotices,
  ...timeNotices,
  ...outcomeNotices,
  ...challengeNotices,
  ...sanctionNotices,
  ...disclosureNotices,
  ...recordNotices,
  ...upkeepNotices,
};

/** A written notice: what the rulebook says it must contain, with the clauses, in the reader's language. */
export function drawNotice(view: NoticeView, speech: Speech): Card {
  const { say } = speech;
  const { document: citation } = view;
  const clauses = clausesOf(view);
  const source: Block = {
    kind: "small",
    text: say("notice.source", {
      organisation: view.organisation,
      clauses: speech.list(clauses.map((clause) => cited(citation, clause))),
      title: citation.title,
    }),
  };
  const drawn = drawBody(view.body.kind, view, view.body, speech);
  const whose =
    view.isForOrganisation === true ? [paragraph(say("notice.represents", { organisation: view.organisation }))] : [];
  return {
    tone: drawn.tone,
    title: drawn.title,
    blocks: [...whose, ...drawn.blocks, source],
    // Whoever is told so that a sanction is kept is led to no case.
    rows: [...drawn.rows, rulesRow(clauses, citation, speech, view.body.kind === "disclosure" ? "home" : view.case)],
  };
}

/** What a lock screen shows of a notice: that there is something, and nothing else. */
export function noticePreview({ say }: Speech): string {
  return say("notice.preview");
}

function clausesOf({ body }: NoticeView): readonly string[] {
  if (body.kind === "stage-outcome" || body.kind === "ended")
    return [...new Set([body.clause, body.appeal?.clause ?? body.clause])];
  if (body.kind === "allegations") return [...new Set([...body.ruleClauses, body.clause])];
  if (body.kind !== "decision") return [body.clause];
  const then = [body.appeal?.clause, body.choice?.clause];
  const clauses = [...body.findingClauses, body.sanctionClause, body.clause, ...then];
  return [...new Set(clauses.flatMap((clause) => (clause === undefined || clause === "" ? [] : [clause])))];
}

const drawBody = <Kind extends NoticeKind>(
  kind: Kind,
  view: NoticeView,
  body: NoticeBody<Kind>,
  speech: Speech,
): Card => notices[kind](view, body, speech);
