import type { Voted, Present, ClosedVote } from "../../application/acts/decideCase.ts";
import type { BriefView } from "../../application/acts/readBrief.ts";
import type { CaseFileView, FilePart, MyCase } from "../../application/acts/readCases.ts";
import type { BoardCard, OfficersCard } from "../../application/message.ts";
import type { MotionLine } from "../../application/motions/readMotions.ts";
import type { HeldView } from "../../application/views/heldView.ts";
import { isAdopted } from "../../domain/voting/inCase.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { ANSWERS, answerPages } from "./answerPages.ts";
import { motionText } from "./boardCardView.ts";
import { button, inRows } from "./controls.ts";
import { itemBlocks, itemControls, priorBlocks } from "./evidenceCards.ts";
import { motionLine } from "./motionCards.ts";
import { noteCard } from "./noteCard.ts";
import { drawNotice } from "./noticeCard.ts";
import { ownControls } from "./ownCaseCards.ts";
import { readingsPage } from "./readingsPage.ts";
import { cited, missingText, rulesLink, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";
import { sanctionBlocks } from "./sanctionCards.ts";
import { timelinePage, versionBlocks } from "./timelineCard.ts";

const paragraph = (text: string): Block => ({ kind: "paragraph", text });
const small = (text: string): Block => ({ kind: "small", text });

/** So many notices have a button, and so many buttons there are on a card. */
const NOTICES = 15;
const MOST = limits.rowsOfControls * limits.controlsInRow;

/** The cases of a party, one card for each. */
export function myCaseCard(mine: MyCase, index: number, total: number, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const { isAuthor } = mine;
  const state =
    isAuthor && !mine.hasArrived && !mine.isClosed ? say("mycase.not-arrived") : name("stage-for-party", mine.stage);
  const facts = [
    { label: say("mycase.role"), value: name("party", mine.role) },
    { label: say("mycase.received"), value: day(mine.received) },
    { label: say("mycase.state"), value: state },
    { label: say("mycase.lead"), value: mine.lead ?? say("mycase.lead.none") },
    ...(mine.support === undefined
      ? []
      : [{ label: say("mycase.support"), value: mine.support.name ?? say("mycase.lead.none") }]),
    ...togetherFacts(mine, speech),
    ...versionFacts(mine, speech),
  ];
  const notices = mine.notices.map((notice, i) =>
    button(
      "secondary",
      say("mycase.notice", { what: name("subject", notice.body.kind), number: i + 1 }),
      "mycase.notice",
      mine.case,
      notice.notice,
    ),
  );
  const pages = [
    ...(index > 0 ? [button("secondary", say("page.previous"), "mycase.list", mine.case, String(index - 1))] : []),
    ...(index + 1 < total ? [button("secondary", say("page.next"), "mycase.list", mine.case, String(index + 1))] : []),
  ];
  const others = [
    button("secondary", say("act.timeline"), "mycase.timeline", mine.case),
    ...ownControls(mine, speech),
    ...pages,
    rulesLink(citation, speech),
  ];
  return {
    tone: mine.isClosed ? "neutral" : "good",
    title: say("mycase.title", { codeName: mine.codeName }),
    blocks: [
      { kind: "facts", facts: isAuthor ? facts : facts.filter((fact) => fact.label !== say("mycase.received")) },
      ...mine.sanctions.flatMap((sanction) => sanctionBlocks(sanction, undefined, citation, speech)),
      ...(mine.notices.length === 0 ? [] : [paragraph(say("mycase.notices"))]),
      small(
        total > 1
          ? say("mycase.small.many", { number: index + 1, total, clause: cited(citation, mine.clause) })
          : say("mycase.small", { clause: cited(citation, mine.clause) }),
      ),
    ],
    rows: inRows(
      [...notices.slice(Math.max(0, notices.length - Math.min(NOTICES, MOST - others.length))), ...others].slice(
        0,
        MOST,
      ),
    ),
  };
}

/** Who reports it together with this party, and who speaks for all. */
function togetherFacts({ together }: MyCase, { say, list }: Speech): readonly { label: string; value: string }[] {
  if (together === undefined) return [];
  const { names, open, spokesperson } = together;
  const others = names.length === 0 ? say("mycase.together.none") : list(names);
  const speaks = spokesperson?.isOneself === true ? say("field.together_speaks.author") : spokesperson?.name;
  return [
    { label: say("mycase.together"), value: `${others}${open === 0 ? "" : say("mycase.together.open", { open })}` },
    ...(speaks === undefined ? [] : [{ label: say("mycase.together.speaks"), value: speaks }]),
  ];
}

/** By which version of the rules it goes, where that is not the one in force. */
function versionFacts({ version }: MyCase, { say, day }: Speech): readonly { label: string; value: string }[] {
  if (version === undefined) return [];
  const { cite, inForce } = version;
  return [{ label: say("mycase.rules"), value: say("mycase.version", { cite, day: day(inForce) }) }];
}

export function ownNoticeCard(mine: MyCase, notice: string, speech: Speech): Card | undefined {
  const found = mine.notices.find((each) => each.notice === notice);
  return found === undefined ? undefined : drawNotice(found, speech);
}

/** A list of cases with a button for each, and a way to enter a report for whoever may. */
export function caseListCard(cards: readonly OfficersCard[], mayEnter: boolean, speech: Speech): Card {
  const { say, name, day } = speech;
  const enter = mayEnter ? [[button("secondary", say("act.case.enter"), "case.enter", "home")]] : [];
  if (cards.length === 0) return noteCard("neutral", say("case.list.title"), say("case.list.none"), enter);
  const shown = cards.slice(0, (limits.rowsOfControls - enter.length) * limits.controlsInRow);
  const items = shown.map((card) => {
    const [due] = card.due;
    const next = due === undefined ? "" : say(due.isLate ? "case.list.late" : "case.list.due", { day: day(due.day) });
    return say("case.list.line", { codeName: card.codeName, stage: name("stage", card.stage), next });
  });
  return {
    tone: "neutral",
    title: say("case.list.title"),
    blocks: [
      { kind: "list", items },
      ...(cards.length > shown.length ? [small(say("list.more", { count: cards.length - shown.length }))] : []),
    ],
    rows: [
      ...inRows(shown.map((card) => button("secondary", card.codeName, "case.show", card.case, "card"))),
      ...enter,
    ],
  };
}

const PARTS: Readonly<Record<FilePart, true>> = {
  report: true,
  people: true,
  evidence: true,
  priors: true,
  notes: true,
  brief: true,
  decision: true,
  timeline: true,
  readings: true,
};

export const isFilePart = (text: string): text is FilePart => Object.keys(PARTS).some((part) => part === text);

/**
 * One part of a case file, privately.
 * @param wanted which page of it, from 1
 */
export function caseFileCard(file: CaseFileView, wanted: number, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const { case: ref, codeName, body } = file;
  const { blocks, page, pages } = drawPart(body, wanted, citation, speech);
  const turns = [
    ...(page > 1 ? [button("secondary", say("page.previous"), "case.show", ref, `${body.part}.${page - 1}`)] : []),
    ...(page < pages ? [button("secondary", say("page.next"), "case.show", ref, `${body.part}.${page + 1}`)] : []),
  ];
  const tabs = file.parts.filter((part) => part !== body.part);
  return {
    tone: "neutral",
    title: say("case.file.title", { codeName, part: name("part", body.part) }),
    blocks: [
      ...blocks,
      ...(body.part === "report" && body.isBefore === true
        ? [small(say("case.file.before", { title: citation.title }))]
        : []),
      ...(body.part === "timeline" ? versionBlocks(body.version, speech) : []),
      small(say(body.part === "readings" ? "readings.small" : "case.file.small")),
    ],
    rows: [
      ...joinRows(file, speech),
      ...inRows([
        ...turns,
        ...itemControls(file, speech),
        ...tabs.map((part) => button("secondary", name("part", part), "case.show", ref, part)),
        rulesLink(citation, speech),
      ]),
    ],
  };
}

/** About how much room blocks take. */
const lengthOf = (blocks: readonly Block[]) => JSON.stringify(blocks).length;

/** So many lines of who held what: each person and day is one. */
const HELD = 6;

/** What those whom it is about held on the days of the report, and to what that points. */
function heldBlocks(held: HeldView | undefined, { say, name, day, list }: Speech): readonly Block[] {
  if (held === undefined) return [];
  const items = held.on.slice(0, HELD).map((each) => {
    const names = [
      ...each.offices.map((office) => name("office", office)),
      ...each.classes.map((id) => name("class", id)),
    ].slice(0, HELD);
    const values = { name: each.name, day: day(each.day), what: list(names) };
    return names.length === 0 ? say("held.nothing", values) : say("held.line", values);
  });
  const outcomes = list(held.suggested.map((outcome) => name("outcome", outcome)));
  return [
    { kind: "heading", text: say("held.heading") },
    { kind: "list", items },
    ...(held.suggested.length === 0 ? [] : [paragraph(say("held.suggested", { outcomes }))]),
  ];
}

/** Recording what somebody said who was named as reporting it too. */
function joinRows({ case: ref, body }: CaseFileView, { say }: Speech): readonly (readonly Control[])[] {
  const open = body.part === "people" ? body.parties.filter(({ joining }) => joining?.isOpen === true) : [];
  const options = open.flatMap(({ name, joining }) =>
    [true, false].map((isJoining) => ({
      value: `${joining?.party ?? ""}.${isJoining ? "yes" : "no"}`,
      label: fitted(say(isJoining ? "join.record.yes" : "join.record.no", { name }), limits.optionLabel),
    })),
  );
  if (options.length === 0) return [];
  const shown = options.slice(0, limits.options);
  return [
    [{ kind: "select", act: "join.record", choice: "", ref, placeholder: say("act.join.record"), options: shown }],
  ];
}

interface DrawnPart {
  readonly blocks: readonly Block[];
  readonly page: number;
  readonly pages: number;
}

function drawPart(body: CaseFileView["body"], page: number, citation: Citation, speech: Speech): DrawnPart {
  const { say, name } = speech;
  switch (body.part) {
    case "report": {
      const pages = answerPages(body, speech);
      const { entered } = body;
      const came =
        entered === undefined || page > 1
          ? []
          : [
              paragraph(
                say("case.file.entered", {
                  how: name("came-by", entered.how),
                  day: speech.day(entered.on),
                  by: entered.by,
                }),
              ),
            ];
      const blocks = (pages[page - 1] ?? []).flatMap(({ field, answer }): readonly Block[] => [
        { kind: "heading", text: field },
        { kind: "quote", text: answer },
      ]);
      // Where both are long, what was held has the last page to itself.
      const held = heldBlocks(body.held, speech);
      const isApart = lengthOf(held) + lengthOf([...came, ...blocks]) > ANSWERS;
      const last = pages.length + 1;
      if (held.length > 0 && isApart) return { blocks: page === last ? held : [...came, ...blocks], page, pages: last };
      return { blocks: [...came, ...(page > 1 ? [] : held), ...blocks], page, pages: Math.max(1, pages.length) };
    }
    case "people": {
      const items = body.parties.map((party) => {
        const known = party.hasAccount ? "case.file.person" : "case.file.person.no-account";
        const { joining } = party;
        if (joining !== undefined)
          return say(joining.isOpen ? "case.file.person.asked" : "case.file.person.declined", { name: party.name });
        const text = say(party.isAnonymous === true ? "case.file.person.anonymous" : known, {
          role: name("party", party.role),
          name: party.name,
          pseudonym: party.pseudonym,
        });
        const { classes = [], group, witness } = party;
        return [
          text,
          ...(witness === undefined ? [] : [name("witness-state", witness)]),
          ...classes.map((each) => name("class", each)),
          ...(party.protectedAs === undefined ? [] : [say("case.file.protected", { pseudonym: party.protectedAs })]),
          ...(party.speaks === true ? [say("mycase.together.speaks")] : []),
          ...(group === undefined ? [] : [say("case.file.group", { size: group.size, involved: group.involved })]),
        ].join("; ");
      });
      return { blocks: [{ kind: "list", items }, small(say("case.file.pseudonyms"))], page, pages: 1 };
    }
    case "evidence": {
      const blocks = body.item === undefined ? [] : itemBlocks(body.item, speech);
      return { blocks, page, pages: body.total };
    }
    case "priors":
      return { blocks: priorBlocks(body, citation, speech), page: 1, pages: 1 };
    case "notes":
    case "brief":
    case "decision":
      return { blocks: [{ kind: "quote", text: body.text }], page, pages: body.total };
    case "timeline":
      return timelinePage(body, page, citation, speech);
    case "readings":
      return readingsPage(body.lines, page, speech);
  }
}

/** What the body has asked the parties, and what it was answered. */
function answerBlocks(view: Extract<BriefView, { kind: "brief" }>, { say }: Speech): readonly Block[] {
  return view.questions.slice(-ANSWERED).flatMap(({ question, answer }): readonly Block[] => [
    { kind: "heading", text: say("brief.question") },
    { kind: "quote", text: question },
    { kind: "quote", text: answer },
  ]);
}

/** So many answers stand with the brief: the latest. */
const ANSWERED = 3;

/** The question before the brief, or the brief. */
export function briefCard(view: BriefView, citation: Citation, speech: Speech): Card {
  const { say, list } = speech;
  if (view.kind === "brief")
    return {
      tone: "neutral",
      title: say("brief.title", { codeName: view.codeName }),
      blocks: [
        { kind: "quote", text: view.text },
        ...answerBlocks(view, speech),
        small(say("brief.small", { clause: cited(citation, view.clause) })),
      ],
      rows: [
        [
          ...(view.canAsk ? [button("secondary", say("act.vote.ask"), "vote.ask", view.case)] : []),
          button("danger", say("act.recuse"), "vote.recuse", view.case),
          rulesLink(citation, speech),
        ],
      ],
    };
  return {
    tone: "attention",
    title: say("conflict.title", { codeName: view.codeName }),
    blocks: [
      paragraph(say("conflict.question")),
      paragraph(say("conflict.confidentiality")),
      small(say("clause.cited", { clauses: list(view.clauses.map((clause) => cited(citation, clause))) })),
    ],
    rows: [
      [
        button("secondary", say("act.vote.clear"), "vote.clear", view.case),
        button("secondary", say("act.vote.conflict"), "vote.recuse", view.case),
      ],
      rulesRow(view.clauses, citation, speech, view.case),
    ],
  };
}

/** The cases and motions before the bodies somebody belongs to, and a way to move another motion. */
export function voteListCard(
  cards: readonly BoardCard[],
  motions: readonly MotionLine[],
  mayMove: boolean,
  speech: Speech,
): Card {
  const { say, name } = speech;
  const move = mayMove ? [[button("primary", say("act.motion.new"), "motion.new", "home")]] : [];
  const everything = [
    ...cards.map((card) => ({
      text: say(card.vote === undefined ? "vote.list.line" : "vote.list.line.open", {
        codeName: card.codeName,
        body: name("body", card.body),
      }),
      open: button("secondary", card.codeName, "vote.show", card.case),
    })),
    ...motions.map((line) => ({
      text: motionLine(line, speech),
      open: button("secondary", line.codeName, "motion.show", line.motion),
    })),
  ];
  if (everything.length === 0) return noteCard("neutral", say("vote.list.title"), say("vote.list.none"), move);
  const shown = everything.slice(0, (limits.rowsOfControls - move.length) * limits.controlsInRow);
  const items = shown.map(({ text }) => text);
  return {
    tone: "neutral",
    title: say("vote.list.title"),
    blocks: [
      { kind: "list", items },
      ...(everything.length > shown.length
        ? [small(say("list.more", { count: everything.length - shown.length }))]
        : []),
    ],
    rows: [...inRows(shown.map(({ open }) => open)), ...move],
  };
}

export function votedCard(voted: Voted, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  if (voted.isPosition) return positionCard(voted, citation, speech);
  const text = say(voted.replaced ? "voted.replaced" : "voted", {
    choice: say(`choice.${voted.choice}`),
    clause: cited(citation, voted.clause),
  });
  return {
    tone: "good",
    title: say("voted.title"),
    blocks: [paragraph(text), small(say("voted.small"))],
    rows: [[rulesLink(citation, speech)]],
  };
}

/** To a member who took a position on what was called: what it was, whether it can still be changed, and that nobody reads it. */
function positionCard({ choice, clause, hasEnded }: Voted, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const text = say("position", { position: say(`choice.${choice}`), clause: cited(citation, clause) });
  const ended = choice === "object" ? "position.ended.object" : "position.ended.agree";
  const next = hasEnded ? say(ended) : say("position.small");
  return {
    tone: "good",
    title: say("voted.title"),
    blocks: [paragraph(text), hasEnded ? paragraph(next) : small(next)],
    rows: [[rulesLink(citation, speech)]],
  };
}

export function presentCard({ result, clause }: Present, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  return noteCard("good", say("present.title"), presentText(), [rulesRow([clause], citation, speech)]);

  function presentText(): string {
    if (result.kind === "void") return say("refusal.vote-closed");
    const values = { present: result.present, clause: cited(citation, clause) };
    if (result.kind !== "inquorate") return say("present.quorate", values);
    return `${say("present.inquorate", { ...values, needed: result.needed })} ${missingText(result, speech)}`;
  }
}

export function closedVoteCard(closed: ClosedVote, citation: Citation, speech: Speech): Card {
  const { vote, result, clause } = closed;
  const { say } = speech;
  const motion = motionText(vote, speech);
  const text = say(`board.result.${result.kind}`, { motion });
  const next = isAdopted(result) ? afterCarried(closed, speech) : say("vote.closed.not-carried");
  return {
    tone: "neutral",
    title: say("silent" in result ? "vote.closed.title.consensus" : "vote.closed.title"),
    blocks: [paragraph(text), paragraph(next), small(say("clause.cited", { clauses: cited(citation, clause) }))],
    rows: [rulesRow([clause], citation, speech)],
  };
}

const afterCarried = ({ stage, isToInform }: ClosedVote, { say, name }: Speech): string =>
  isToInform ? say("vote.closed.carried") : say("vote.closed.on", { stage: name("stage", stage) });
