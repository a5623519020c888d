import type { OfficersCard } from "../../application/roomCards.ts";
import type { DueView } from "../../application/views/dueViews.ts";
import { small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { courseBlocks } from "../courseText.ts";
import { dueName } from "../dueName.ts";
import { hearingControls, hearingFacts } from "../hearingText.ts";
import { sanctionText } from "../sanctionText.ts";
import type { Speech } from "../say.ts";
import { scopeBlocks, scopeControls, scopeFacts } from "../scopeText.ts";
import { shortTaskText, taskText } from "../taskText.ts";
import { button, inRows } from "./controls.ts";
import { referButton } from "./referralCard.ts";
import { cited, refusalText, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";
import { recipientName } from "./statisticsCards.ts";

/** The card in the officers' room: where the case stands, what is next, and the buttons for it. No name and no word of the report. */
export function drawOfficersCard(card: OfficersCard, citation: Citation, speech: Speech): Card {
  const { say, name, list } = speech;
  const isClosed = card.stageKind === "closed";
  const facts = [
    { label: say("card.stage"), value: `${name("stage", card.stage)} (${cited(citation, card.clause)})` },
    { label: say("card.lead"), value: card.lead ?? say("card.lead.none") },
    ...handsFacts(card, speech),
    ...(card.support === undefined
      ? []
      : [{ label: say("card.support"), value: card.support.name ?? say("card.lead.none") }]),
    {
      label: say("card.relation"),
      value: card.isOpened === true ? say("card.opened") : name("relation", card.relation),
    },
    ...(card.rules.length === 0
      ? []
      : [{ label: say("card.rules"), value: list(card.rules.map((rule) => name("rule", rule))) }]),
    ...(card.together === undefined
      ? []
      : [{ label: say("card.together"), value: say("card.together.of", card.together) }]),
    ...scopeFacts(card, speech),
    ...groundFacts(card, speech),
    ...flagFacts(card, speech),
    ...witnessFacts(card, speech),
    ...hearingFacts(card.hearing, speech),
    ...(card.isAnonymous === true ? [{ label: say("card.author"), value: say("card.author.anonymous") }] : []),
    ...followsFacts(card, speech),
    ...interimFacts(card, speech),
    ...apartFacts(card, speech),
    ...decisionFacts(card, speech),
  ];
  const blocks: Block[] = [
    { kind: "facts", facts },
    ...courseBlocks(card.course, false, speech),
    ...dueBlocks(card.due, speech, card.openTasks, (task) => taskText(card, task, speech)),
    ...(card.isLate === true ? [{ kind: "paragraph" as const, text: say("card.late") }] : []),
    ...scopeBlocks(card, citation, speech),
    ...gapBlocks(card, speech),
    ...blockedBlocks(card, citation, speech),
    ...undeliveredBlocks(card, speech),
    ...(card.partyInBody === undefined
      ? []
      : [{ kind: "paragraph" as const, text: say("card.party-in-body", { body: name("body", card.partyInBody) }) }]),
    ...(card.mustTell === undefined
      ? []
      : [
          {
            kind: "paragraph" as const,
            text: say("card.must-tell", {
              body: name("body", card.partyInBody ?? ""),
              who: recipientName(card.mustTell.to, speech),
              clause: cited(citation, card.mustTell.clause),
            }),
          },
        ]),
    ...(card.referral === undefined
      ? []
      : [{ kind: "paragraph" as const, text: say("card.referral", { stage: name("stage", card.referral) }) }]),
    { kind: "small", text: isClosed ? say("card.closed.small") : say("card.small") },
  ];
  return {
    tone: card.due.some((due) => due.isLate) ? "attention" : "neutral",
    title: say(isClosed ? "card.title.closed" : "card.title", { codeName: card.codeName }),
    blocks,
    rows: [...tasksRow(card, speech), ...inRows([...controlsOf(card, speech), rulesLink(citation, speech)])],
  };
}

/** So much of what an offence is based on is named on the card. */
const NAMED = 2;

/** What the offence is based on, as it was reported. */
function groundFacts({ grounds = [] }: OfficersCard, { say, name, list }: Speech) {
  if (grounds.length === 0) return [];
  const more = grounds.length - NAMED;
  const named = grounds.slice(0, NAMED).map((id) => name("protected", id));
  return [
    { label: say("card.grounds"), value: list(more > 0 ? [...named, say("card.more", { count: more })] : named) },
  ];
}

/** How it is handled otherwise than the rest, as far as that asks something of the officers. */
function flagFacts({ flags = [] }: OfficersCard, { say, name, list }: Speech) {
  const theirs = flags.filter((flag) => flag !== "no_own_attempt" && flag !== "to_supervisor");
  if (theirs.length === 0) return [];
  return [{ label: say("card.flags"), value: list(theirs.map((flag) => name("flag", flag))) }];
}

function decisionFacts(
  { decision }: OfficersCard,
  speech: Speech,
): readonly { readonly label: string; readonly value: string }[] {
  if (decision === undefined) return [];
  const { say, name, day } = speech;
  const { outcome, sanction, lasts, scope, conditions, isIndefinite } = decision;
  const imposed = sanction === undefined ? "" : `: ${sanctionText({ sanction, lasts, scope, conditions }, speech)}`;
  const until = decision.until === undefined ? "" : ` (${say("card.until", { day: day(decision.until) })})`;
  const last = isIndefinite === true ? ` (${say("card.until.none")})` : until;
  const end = decision.quashed === undefined ? last : ` (${say("card.decision.void", { day: day(decision.quashed) })})`;
  const now = (decision.now ?? []).map((each) => {
    const ends = each.until === undefined ? say("card.until.none") : say("card.until", { day: day(each.until) });
    const how = each.lifted === undefined ? ends : say("card.decision.lifted", { day: day(each.lifted) });
    return { label: say("card.decision.now"), value: `${name("sanction", each.sanction)} (${how})` };
  });
  return [{ label: say("card.decision"), value: `${name("outcome", outcome)}${imposed}${end}` }, ...now];
}

/** Who decides the stage, and whether others act or other cases belong to it. */
function handsFacts({ hands }: OfficersCard, { say, name }: Speech) {
  if (hands === undefined) return [];
  const { isToBeChosen: isOpen, decides, acting, links } = hands;
  const chosen = decides?.body === undefined ? decides?.name : name("body", decides.body);
  return [
    ...(isOpen ? [{ label: say("card.decides"), value: say("card.decides.open") }] : []),
    ...(chosen === undefined ? [] : [{ label: say("card.decides"), value: chosen }]),
    ...(acting === 0 ? [] : [{ label: say("card.acting"), value: say("card.acting.text", { count: acting }) }]),
    ...(links === 0 ? [] : [{ label: say("card.links"), value: say("card.links.text", { count: links }) }]),
  ];
}

/** A case about whoever reported, who knew that it was false. */
function counterControls({ case: ref, hands }: OfficersCard, { say }: Speech): readonly Control[] {
  return hands?.canCounter === true ? [button("secondary", say("act.hands.counter"), "hands.counter", ref)] : [];
}

/** Choosing who decides, and what there is about in whose hands a case is. */
function handsControls({ case: ref, hands }: OfficersCard, { say }: Speech): readonly Control[] {
  if (hands === undefined) return [];
  const { isToBeChosen: isOpen, decides, acting, links } = hands;
  if (isOpen) return [button("primary", say("act.hands.choose"), "hands.choose", ref)];
  const isToShow = decides !== undefined || acting > 0 || links > 0;
  return isToShow ? [button("secondary", say("act.hands.show"), "hands.show", ref)] : [];
}

/** How far the witnesses are, in numbers. */
function witnessFacts({ witnesses }: OfficersCard, { say }: Speech) {
  if (witnesses === undefined || witnesses.asked === 0) return [];
  return [
    {
      label: say("card.witnesses"),
      value: say("card.witnesses.text", { asked: witnesses.asked, awaited: witnesses.awaited }),
    },
  ];
}

/** Which sanction was not kept, where the report is of that. */
function followsFacts({ follows }: OfficersCard, { say, name }: Speech) {
  if (follows === undefined) return [];
  const { sanction, codeName } = follows;
  return [
    {
      label: say("card.follows"),
      value: say("card.follows.text", { sanction: name("sanction", sanction), codeName }),
    },
  ];
}

/** What holds while the case is handled. */
function interimFacts({ interim = [] }: OfficersCard, { say, name, day }: Speech) {
  return interim.map(({ sanction: id, from }) => {
    const sanction = name("sanction", id);
    const value =
      from === undefined
        ? say("card.interim.waiting", { sanction })
        : say("card.interim.since", { sanction, day: day(from) });
    return { label: say("card.interim"), value };
  });
}

/** Since when both sides are kept apart, and whether something waits that one says to the other. */
function apartFacts({ apart }: OfficersCard, { say, day }: Speech) {
  if (apart === undefined) return [];
  const { since, waiting } = apart;
  const values = [
    ...(since === undefined ? [] : [say("card.apart.since", { day: day(since) })]),
    ...(waiting === 0 ? [] : [say("card.apart.waiting", { count: waiting })]),
  ];
  return values.length === 0 ? [] : [{ label: say("card.apart"), value: values.join("; ") }];
}

/** Keeping both sides apart where that suggests itself; what they say to each other, where there is any of it. */
function apartControls({ case: ref, apart }: OfficersCard, { say }: Speech): readonly Control[] {
  if (apart === undefined) return [];
  const { since, isOffered, waiting } = apart;
  if (since !== undefined || waiting > 0)
    return [button(waiting > 0 ? "primary" : "secondary", say("act.apart.show"), "apart.show", ref)];
  return isOffered ? [button("secondary", say("act.apart.begin"), "apart.begin", ref)] : [];
}

/** What the case lacks, so that it could be forgotten. */
function gapBlocks({ gaps = [] }: OfficersCard, { say }: Speech): readonly Block[] {
  return gaps.map((gap) => ({ kind: "paragraph", text: say(`gap.${gap}`) }));
}

/**
 * @param tasks what is to be done at this stage: those without a day stand after those that have one
 * @param textOf how such a task is said
 */
export function dueBlocks(
  due: readonly DueView[],
  speech: Speech,
  tasks: readonly string[] = [],
  textOf = (task: string) => speech.name("task", task),
): readonly Block[] {
  const { say, day } = speech;
  const undated = tasks.filter((task) => !due.some(({ kind, about }) => kind === "task" && about === task));
  const items = [
    ...due.map((each) =>
      say(each.isLate ? "due.late" : "due.by", {
        what: dueName(each.kind, each.about, speech),
        day: day(each.day),
      }),
    ),
    ...undated.map((task) => textOf(task)),
  ];
  if (items.length === 0) return [];
  return [
    { kind: "heading", text: say("due.heading") },
    { kind: "list", items },
  ];
}

function blockedBlocks(card: OfficersCard, citation: Citation, speech: Speech): readonly Block[] {
  const blocked = card.outcomes.filter((outcome) => outcome.blocked !== undefined);
  // Outcomes that the same stands in the way of are one line.
  const reasons = Map.groupBy(blocked, ({ blocked: refusal }) => {
    const clause = refusal !== undefined && "clause" in refusal ? ` (${cited(citation, refusal.clause ?? "")})` : "";
    return `${refusal === undefined ? "" : refusalText(refusal, speech)}${clause}`;
  });
  const items = [...reasons].map(
    ([reason, outcomes]) => `${outcomes.map(({ outcome }) => speech.name("outcome", outcome)).join(", ")}: ${reason}`,
  );
  return items.length === 0
    ? []
    : [
        { kind: "heading", text: speech.say("card.blocked") },
        { kind: "list", items },
      ];
}

/** So many are listed; each that is entered makes room for the next. */
const UNDELIVERED = 4;

function undeliveredBlocks(card: OfficersCard, { say, name }: Speech): readonly Block[] {
  const failed = card.undelivered.filter((delivery) => delivery.state === "failed");
  const items = failed
    .slice(0, UNDELIVERED)
    .map((delivery) =>
      say("card.undelivered.line", { what: name("subject", delivery.subject), whom: name("party", delivery.to) }),
    );
  const more = failed.length > items.length ? [say("list.more", { count: failed.length - items.length })] : [];
  const unread = card.undelivered.filter(({ state }) => state === "unread").length;
  return [
    ...(unread === 0 ? [] : [small(say("card.unread", { count: unread }))]),
    ...(items.length === 0
      ? []
      : [
          { kind: "heading" as const, text: say("card.undelivered") },
          { kind: "list" as const, items: [...items, ...more] },
        ]),
  ];
}

/** Tasks that are ticked with a note; what is told to somebody with it has a button of its own. */
const ticked = ({ openTasks }: OfficersCard) => openTasks.filter((task) => task !== "acknowledge");

/** So many tasks are pressed; of more one is chosen from a list. */
const PRESSED = 3;

/** Where there are several, they have a row for themselves. */
function tasksRow(card: OfficersCard, speech: Speech): readonly (readonly Control[])[] {
  const tasks = ticked(card);
  if (tasks.length < 2) return [];
  if (tasks.length <= PRESSED) return [tasks.map((task) => taskButton(card, task, speech))];
  const options = tasks.map((task) => ({
    value: task,
    label: shortTaskText(card, task, limits.optionLabel, speech),
  }));
  const list: Control = {
    kind: "select",
    act: "case.task",
    choice: "",
    ref: card.case,
    placeholder: speech.say("card.tasks"),
    options,
  };
  return [[list]];
}

/** Imposing something while the case is handled, and what holds already. */
function interimControls({ case: ref, imposable = [], interim = [] }: OfficersCard, { say, name }: Speech) {
  const [only, ...others] = imposable;
  const label =
    only === undefined || others.length > 0
      ? say("act.sanction.impose")
      : fitted(say("act.sanction.impose.one", { sanction: name("sanction", only) }), limits.buttonLabel);
  return [
    ...(imposable.length === 0 ? [] : [button("secondary", label, "sanction.impose", ref)]),
    ...(interim.length === 0 ? [] : [button("secondary", say("act.sanction.show"), "sanction.show", ref)]),
  ];
}

const taskButton = (card: OfficersCard, task: string, speech: Speech) =>
  button("primary", shortTaskText(card, task, limits.buttonLabel, speech), "case.task", card.case, task);

function controlsOf(card: OfficersCard, speech: Speech): readonly Control[] {
  const { say, name } = speech;
  const { case: ref } = card;
  const open = button("secondary", say("act.case.show"), "case.show", ref, "report");
  if (card.stageKind === "closed") return [open, ...counterControls(card, speech), ...handsControls(card, speech)];
  const [task, ...others] = ticked(card);
  const tasks = [
    ...(card.openTasks.includes("acknowledge")
      ? [button("primary", name("task", "acknowledge"), "case.acknowledge", ref)]
      : []),
    ...(task === undefined || others.length > 0 ? [] : [taskButton(card, task, speech)]),
  ];
  const outcomes = card.outcomes
    .filter((outcome) => outcome.blocked === undefined)
    .map(({ outcome }) => button("secondary", name("outcome", outcome), "case.conclude", ref, outcome));
  const failed = card.undelivered
    .filter((delivery) => delivery.state === "failed" && delivery.to !== "person")
    .map((delivery, _, all) => {
      const isOnly = all.filter(({ to }) => to === delivery.to).length === 1;
      const whom = name("party", delivery.to);
      const label = isOnly
        ? say("act.case.delivered", { whom })
        : say("act.case.delivered.which", { whom, what: name("subject", delivery.subject) });
      return button("primary", fitted(label, limits.buttonLabel), "case.delivered", ref, delivery.notice);
    });
  const always = [
    ...(card.isAnonymous === true ? [button("secondary", say("act.anonymous.ask"), "anonymous.ask", ref)] : []),
    button("secondary", say("act.case.note"), "case.note", ref),
    button("secondary", say("act.case.days"), "case.days", ref),
    ...(card.asksAgreement === true ? [button("secondary", say("act.agreement.ask"), "agreement.ask", ref)] : []),
    ...(card.canSupport ? [button("secondary", say("act.case.support"), "case.support", ref)] : []),
    button("danger", say("act.recuse"), "case.recuse", ref),
    ...(card.outcomes.some((outcome) => outcome.blocked !== undefined)
      ? [button("secondary", say("act.why"), "case.why", ref)]
      : []),
  ];
  const next = [
    open,
    ...(card.lead === undefined ? [button("primary", say("act.case.take"), "case.take", ref)] : []),
    ...(card.support?.canTake === true ? [button("secondary", say("act.case.contact"), "case.contact", ref)] : []),
    ...tasks,
    ...handsControls(card, speech),
    ...counterControls(card, speech),
    ...(card.witnesses?.canAsk === true ? [button("primary", say("act.evidence.ask"), "evidence.ask", ref)] : []),
    ...(card.canSummon ? [button("primary", say("act.case.summon"), "case.summon", ref)] : []),
    ...hearingControls(card.hearing, ref, speech),
    ...(card.referral === undefined ? [] : [referButton(card.referral, "case.refer", ref, speech)]),
    ...(card.canSend ? [button("primary", say("act.vote.send"), "case.send", ref)] : []),
    ...(card.brief === "none" ? [button("primary", say("act.case.brief"), "case.brief", ref)] : []),
    ...(card.brief === "earlier" ? [button("secondary", say("act.case.brief.new"), "case.brief", ref)] : []),
    ...(card.brief === "unchecked"
      ? [
          button("secondary", say("act.case.readbrief"), "case.readbrief", ref),
          button("primary", say("act.hands.check"), "hands.check", ref),
        ]
      : []),
    ...(card.brief === "drafted"
      ? [
          button("secondary", say("act.case.readbrief"), "case.readbrief", ref),
          button("primary", say("act.case.approve"), "case.approve", ref),
        ]
      : []),
    ...(card.canFind === true ? [button("primary", say("act.case.find"), "case.find", ref)] : []),
    ...outcomes,
    ...interimControls(card, speech),
  ];
  const rows = limits.rowsOfControls - tasksRow(card, speech).length;
  const room = rows * limits.controlsInRow - next.length - always.length - 1;
  const more = [
    ...scopeControls(card, speech),
    ...apartControls(card, speech),
    button("secondary", say("act.evidence.show"), "evidence.show", ref),
  ].slice(0, Math.max(0, room));
  return [...next, ...failed.slice(0, Math.max(0, room - more.length)), ...more, ...always];
}
