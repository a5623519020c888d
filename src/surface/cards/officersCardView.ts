import type { DueView, OfficersCard } from "../../application/message.ts";
import { limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, refusalText, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** The card in the officers' room: where the case stands, what is next, and the buttons for it. No name and no word of the report. */
export function drawOfficersCard(card: OfficersCard, citation: Citation, speech: Speech): Card {
  const { say, name, list } = speech;
  const isClosed = card.stageKind === "closed";
  const facts = [
    { label: say("card.stage"), value: `${name("stage", card.stage)} (${cited(citation, card.clause)})` },
    { label: say("card.lead"), value: card.lead ?? say("card.lead.none") },
    { label: say("card.relation"), value: name("relation", card.relation) },
    ...(card.rules.length === 0
      ? []
      : [{ label: say("card.rules"), value: list(card.rules.map((rule) => name("rule", rule))) }]),
    ...decisionFacts(card, speech),
  ];
  const blocks: Block[] = [
    { kind: "facts", facts },
    ...dueBlocks(card.due, speech),
    ...blockedBlocks(card, citation, speech),
    ...undeliveredBlocks(card, speech),
    ...(card.partyInBody === undefined
      ? []
      : [{ kind: "paragraph" as const, text: say("card.party-in-body", { body: name("body", card.partyInBody) }) }]),
    { kind: "small", text: isClosed ? say("card.closed.small") : say("card.small") },
  ];
  return {
    tone: card.due.some((due) => due.isLate) ? "attention" : "neutral",
    title: say(isClosed ? "card.title.closed" : "card.title", { codeName: card.codeName }),
    blocks,
    rows: inRows([...controlsOf(card, speech), rulesLink(citation, speech)]),
  };
}

function decisionFacts(
  { decision }: OfficersCard,
  { say, name, day }: Speech,
): readonly { readonly label: string; readonly value: string }[] {
  if (decision === undefined) return [];
  const sanction = decision.sanction === undefined ? "" : `: ${name("sanction", decision.sanction)}`;
  const until = decision.until === undefined ? "" : ` (${say("card.until", { day: day(decision.until) })})`;
  return [{ label: say("card.decision"), value: `${name("outcome", decision.outcome)}${sanction}${until}` }];
}

export function dueBlocks(due: readonly DueView[], { say, name, day }: Speech): readonly Block[] {
  if (due.length === 0) return [];
  const items = due.map((each) =>
    say(each.isLate ? "due.late" : "due.by", {
      what: name(each.kind === "task" ? "task" : "stage", each.about),
      day: day(each.day),
    }),
  );
  return [
    { kind: "heading", text: say("due.heading") },
    { kind: "list", items },
  ];
}

function blockedBlocks(card: OfficersCard, citation: Citation, speech: Speech): readonly Block[] {
  const blocked = card.outcomes.filter((outcome) => outcome.blocked !== undefined);
  const items = blocked.map(({ outcome, blocked: refusal }) => {
    const clause = refusal !== undefined && "clause" in refusal ? ` (${cited(citation, refusal.clause ?? "")})` : "";
    return `${speech.name("outcome", outcome)}: ${refusal === undefined ? "" : refusalText(refusal, speech)}${clause}`;
  });
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: speech.say("card.blocked") },
        { kind: "list", items },
      ];
}

/** So many are listed; each that is entered makes room for the next. */
const UNDELIVERED = 5;

function undeliveredBlocks(card: OfficersCard, { say, name }: Speech): readonly Block[] {
  const failed = card.undelivered.filter((delivery) => delivery.state === "failed");
  const items = failed
    .slice(0, UNDELIVERED)
    .map((delivery) =>
      say("card.undelivered.line", { what: name("subject", delivery.subject), whom: name("party", delivery.to) }),
    );
  const more = failed.length > items.length ? [say("list.more", { count: failed.length - items.length })] : [];
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: say("card.undelivered") },
        { kind: "list", items: [...items, ...more] },
      ];
}

function controlsOf(card: OfficersCard, { say, name }: Speech): readonly Control[] {
  const { case: ref } = card;
  const open = button("secondary", say("act.case.show"), "case.show", ref, "report");
  if (card.stageKind === "closed") return [open];
  const tasks = card.openTasks.map((task) => button("primary", name("task", task), `case.${task}`, ref));
  const outcomes = card.outcomes
    .filter((outcome) => outcome.blocked === undefined)
    .map(({ outcome }) => button("secondary", name("outcome", outcome), "case.conclude", ref, outcome));
  const failed = card.undelivered
    .filter((delivery) => delivery.state === "failed" && delivery.to !== "person")
    .map((delivery) =>
      button(
        "primary",
        say("act.case.delivered", { whom: name("party", delivery.to) }),
        "case.delivered",
        ref,
        delivery.notice,
      ),
    );
  const always = [
    button("secondary", say("act.case.note"), "case.note", ref),
    button("danger", say("act.recuse"), "case.recuse", ref),
    ...(card.outcomes.some((outcome) => outcome.blocked !== undefined)
      ? [button("secondary", say("act.why"), "case.why", ref)]
      : []),
  ];
  const next = [
    open,
    ...(card.lead === undefined ? [button("primary", say("act.case.take"), "case.take", ref)] : []),
    ...tasks,
    ...(card.canSummon ? [button("primary", say("act.case.summon"), "case.summon", ref)] : []),
    ...(card.brief === "none" ? [button("primary", say("act.case.brief"), "case.brief", ref)] : []),
    ...(card.brief === "drafted"
      ? [
          button("secondary", say("act.case.readbrief"), "case.readbrief", ref),
          button("primary", say("act.case.approve"), "case.approve", ref),
        ]
      : []),
    ...outcomes,
  ];
  const room = limits.rowsOfControls * limits.controlsInRow - next.length - always.length - 1;
  return [...next, ...failed.slice(0, room), ...always];
}
