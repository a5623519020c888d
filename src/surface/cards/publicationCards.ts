import type { PublicationView, PublishedView } from "../../application/views/publicationView.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** What a panel decided, for everybody where it was published. */
export function publishedCard(view: PublishedView, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  return {
    tone: "neutral",
    title: say("published.title", { panel: name("stage", view.stage) }),
    blocks: [...publishedBlocks(view, speech), small(say("clause.cited", { clauses: cited(citation, view.clause) }))],
    rows: [rulesRow([view.clause], citation, speech)],
  };
}

function publishedBlocks(view: PublishedView, { say, name, list, day }: Speech): readonly Block[] {
  const { about, findings, sanction } = view;
  const facts = [
    { label: say("published.by"), value: view.organisation },
    { label: say("published.day"), value: day(view.day) },
    ...(about.length === 0 ? [] : [{ label: say("published.about"), value: list(about) }]),
    { label: say("published.outcome"), value: name("outcome", view.outcome) },
    ...(findings.length === 0
      ? []
      : [{ label: say("field.findings"), value: list(findings.map((rule) => name("rule", rule))) }]),
    ...(sanction === undefined ? [] : [{ label: say("field.sanction.decided"), value: name("sanction", sanction) }]),
  ];
  return [
    { kind: "facts", facts },
    { kind: "quote", text: view.text },
  ];
}

/** What is to be published, as it will stand there, and what is still to be done before. */
export function publicationCard(view: PublicationView, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const { preview, state } = view;
  const isOpen = state === "open";
  return {
    tone: isOpen ? "attention" : "neutral",
    title: say("publication.title", { codeName: view.codeName }),
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: say("field.publication.form"), value: name("publication-form", view.form) },
          { label: say("field.publication.where"), value: view.where },
          ...decidedFacts(view, speech),
        ],
      },
      ...(isOpen ? [paragraph(say(view.isPosted ? "publication.posts" : "publication.by-hand"))] : []),
      paragraph(say(`publication.state.${stateOf(view)}`, { needed: view.needed })),
      { kind: "heading", text: publishedCard(preview, citation, speech).title },
      ...publishedBlocks(preview, speech),
    ],
    rows: [...inRows(controlsOf(view, speech)), rulesRow([view.clause], citation, speech, view.case)],
  };
}

/** So much of who was there stands beside a text that leaves room for it; beside a longer one it stands in the file alone. */
const NAMES = { beside: 500, longer: 2000 } as const;

function decidedFacts({ decided, preview }: PublicationView, { say, list, day }: Speech) {
  if (decided === undefined) return [];
  const { on, present, others, inFavour, against, isAgreed } = decided;
  const more = others.split("\n").filter((line) => line.trim() !== "");
  const how = say(isAgreed ? "publication.agreed" : "publication.declined", { day: day(on), inFavour, against });
  const names = { label: say("field.publication.present"), value: fitted(list([...present, ...more]), NAMES.beside) };
  const hasRoom = preview.text.length <= NAMES.longer;
  return [{ label: say("publication.decided"), value: how }, ...(hasRoom ? [names] : [])];
}

/** What is waited for, in the order in which it is done. */
function stateOf({ state, isApproved, isOwn, isPosted, decided }: PublicationView) {
  if (state === "published") return isPosted ? "published" : "put-up";
  if (state !== "open") return state;
  if (!isApproved) return isOwn ? "own" : "unread";
  if (decided === undefined) return "undecided";
  return decided.isAgreed ? "ready" : "declined";
}

function controlsOf(view: PublicationView, { say }: Speech): readonly Control[] {
  const { case: ref, publication, state, isApproved, isOwn, decided } = view;
  if (state === "not-posted") return [button("secondary", say("act.publish.write.anew"), "publish.write", ref)];
  if (state !== "open") return [];
  const isAgreed = decided?.isAgreed === true;
  return [
    ...(isApproved || isOwn
      ? []
      : [button("success", say("act.publish.approve"), "publish.approve", ref, publication)]),
    ...(isAgreed ? [] : [button("primary", say("act.publish.decided"), "publish.decided", ref, publication)]),
    ...(isApproved && isAgreed ? [button("danger", say("act.publish.post"), "publish.post", ref, publication)] : []),
    button("secondary", say("act.publish.write.anew"), "publish.write", ref),
  ];
}
