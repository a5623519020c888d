import type { HelpView } from "../../application/views/helpView.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** As many pages as are linked to behind buttons; every label stands in the text. */
const LINKS = 10;

/** Who can help, and what the organisation does about the police. */
export function helpBlocks(help: HelpView | undefined, { say }: Speech): readonly Block[] {
  if (help === undefined) return [];
  const items = help.contacts.map(({ label, phone }) =>
    phone === undefined ? label : say("help.contact", { label, phone }),
  );
  return [
    { kind: "heading", text: say("help.title") },
    { kind: "list", items },
    { kind: "paragraph", text: say(`report.preview.police.${help.police}`) },
  ];
}

/** The pages of those who can help, behind a button each. */
export function helpLinks(help: HelpView | undefined): Card["rows"] {
  const links = (help?.contacts ?? []).flatMap(({ label, link }): readonly Control[] =>
    link === undefined ? [] : [{ kind: "link", label: fitted(label, limits.buttonLabel), url: link }],
  );
  return inRows(links.slice(0, LINKS));
}

/** Where a party gets help. */
export function helpCard(help: HelpView, ref: string, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const [, ...blocks] = helpBlocks(help, speech);
  return {
    tone: "neutral",
    title: say("help.title"),
    blocks: [...blocks, { kind: "small", text: say("clause.cited", { clauses: cited(citation, help.clause) }) }],
    rows: [
      ...helpLinks(help),
      [button("secondary", say("act.mycase"), "mycase.list", ref)],
      rulesRow([help.clause], citation, speech, ref),
    ],
  };
}
