import type { Refusal } from "../../domain/refusal.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";

/** How clauses of the organisation's document are cited. */
export interface Citation {
  readonly cite: string;
  readonly title: string;
  readonly link: string;
}

/** "Memo 4.1". */
export function cited({ cite }: Citation, clause: string): string {
  return `${cite} ${clause}`;
}

/** What is not allowed, by which clause, the numbers now, and what would unblock it. */
export function refusalCard(refusal: Refusal, citation: Citation, speech: Speech): Card {
  const text = refusalText(refusal, speech);
  const { say } = speech;
  if (refusal.refused === "nothing-here")
    return {
      tone: "neutral",
      title: say("refusal.nothing-here.title"),
      blocks: [{ kind: "paragraph", text }],
      rows: [],
    };
  const clause = "clause" in refusal ? refusal.clause : undefined;
  const source =
    clause === undefined
      ? []
      : [
          {
            kind: "small" as const,
            text: say("clause.source", { clause: cited(citation, clause), title: citation.title }),
          },
        ];
  const rows = clause === undefined ? [] : [[{ kind: "link" as const, label: say("clause.read"), url: citation.link }]];
  return { tone: "attention", title: say("refusal.title"), blocks: [{ kind: "paragraph", text }, ...source], rows };
}

/** Names are mended one after the other: a few of them are enough to say. */
const FOUND = 10;

/** The same in one or two sentences. */
export function refusalText(refusal: Refusal, speech: Speech): string {
  const { say, name, list, day } = speech;
  switch (refusal.refused) {
    case "nothing-here":
    case "already-done":
    case "not-your-task":
    case "nobody-to-receive":
    case "last-officer":
    case "no-rule-cited":
    case "no-reasons":
    case "not-summoned":
    case "respondent-known":
    case "brief-missing":
    case "own-brief":
    case "vote-running":
    case "no-finding":
    case "no-sanction":
    case "sanction-without-uphold":
    case "observers-do-not-vote":
    case "conflict-first":
    case "vote-closed":
    case "already-voted":
    case "nothing-to-send":
    case "date-in-future":
      return say(`refusal.${refusal.refused}`);
    case "already-filed":
      return say("refusal.already-filed", { codeName: refusal.codeName });
    case "already-taken":
      return say("refusal.already-taken", { officer: refusal.by });
    case "not-at-this-stage":
      return say("refusal.not-at-this-stage", { stage: name("stage", refusal.stage) });
    case "tasks-open":
      return say("refusal.tasks-open", { tasks: list(refusal.tasks.map((task) => name("task", task))) });
    case "attempts-left":
      return say("refusal.attempts-left", { made: refusal.made, needed: refusal.needed });
    case "summons-pending":
      return say("refusal.summons-pending", { day: day(refusal.until) });
    case "summons-too-soon":
      return say("refusal.summons-too-soon", { day: day(refusal.earliest) });
    case "party-in-body":
      return say("refusal.party-in-body", { body: name("body", refusal.body), exit: name("stage", refusal.exit) });
    case "brief-names-somebody":
      return say("refusal.brief-names-somebody", {
        found: list(refusal.found.slice(0, FOUND).map((word) => `“${word}”`)),
      });
    case "not-the-chair":
      return say("refusal.not-the-chair", { offices: list(refusal.offices.map((office) => name("office", office))) });
    case "not-sanctionable":
      return say("refusal.not-sanctionable", { rules: list(refusal.rules.map((rule) => name("rule", rule))) });
    case "not-in-electorate":
      return say("refusal.not-in-electorate", { body: name("body", refusal.body) });
    case "inquorate":
      return `${say("refusal.inquorate", quorumNumbers(refusal))} ${missingText(refusal, speech)} ${say("refusal.inquorate.stays-open")}`;
    case "cannot-be-quorate":
      return `${say("refusal.cannot-be-quorate", quorumNumbers(refusal))} ${missingText(refusal, speech)} ${
        refusal.exit === undefined ? "" : say("refusal.cannot-be-quorate.exit", { exit: name("stage", refusal.exit) })
      }`;
  }
}

interface Missing {
  readonly present: number;
  readonly needed: number;
  readonly missing: readonly { readonly body: string; readonly present: number; readonly needed: number }[];
}

const quorumNumbers = ({ present, needed }: Missing) => ({ present, needed });

/** What would make it quorate. */
export function missingText({ present, needed, missing }: Missing, { say, name, list }: Speech): string {
  const wanted = missing.map((part) =>
    say("quorum.missing.body", { body: name("body", part.body), count: part.needed - part.present }),
  );
  const more = needed > present ? [say("quorum.missing.members", { count: needed - present })] : [];
  return say("quorum.missing", { what: list([...more, ...wanted]) });
}
