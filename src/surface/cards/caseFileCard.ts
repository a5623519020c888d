import type { FilePart, CaseFileView } from "../../application/acts/readCaseFile.ts";
import type { HeldView } from "../../application/views/heldView.ts";
import { small, paragraph } from "../blocks.ts";
import type { Card, Block, Control } from "../card.ts";
import { fitted, limits } from "../card.ts";
import { recordBlocks } from "../hearingText.ts";
import type { Speech } from "../say.ts";
import { answerPages, ANSWERS } from "./answerPages.ts";
import { button, inRows } from "./controls.ts";
import { fileControls, itemControls, itemBlocks, priorBlocks } from "./evidenceCards.ts";
import { returnControls, returnedBlocks, voiceTexts } from "./ownVoiceBlocks.ts";
import { readingsPage } from "./readingsPage.ts";
import type { Citation } from "./refusalCard.ts";
import { rulesLink } from "./refusalCard.ts";
import { versionBlocks, timelinePage } from "./timelineCard.ts";

const PARTS: Readonly<Record<FilePart, true>> = {
  report: true,
  people: true,
  evidence: true,
  hearing: true,
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
        ...(body.part === "hearing" && body.record !== undefined ? fileControls(body.record, ref, speech) : []),
        ...returnControls(file, speech),
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
        entered === undefined
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
      const isFirst = page === 1;
      const marks = body.returned === undefined ? [] : returnedBlocks(body.returned, speech);
      const blocks = (pages[page - 1] ?? []).flatMap(({ field, answer }): readonly Block[] => [
        { kind: "heading", text: field },
        { kind: "quote", text: answer },
      ]);
      // Where both are long, why it went back and what was held have the last page to themselves.
      const held = [...marks.slice(1), ...heldBlocks(body.held, speech)];
      const top = isFirst ? [...came, ...marks.slice(0, 1)] : [];
      const isApart = lengthOf(held) + lengthOf([...top, ...blocks]) > ANSWERS;
      const last = pages.length + 1;
      if (held.length > 0 && isApart) return { blocks: page === last ? held : [...top, ...blocks], page, pages: last };
      return { blocks: [...top, ...(isFirst ? held : []), ...blocks], page, pages: Math.max(1, pages.length) };
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
          ...voiceTexts(party, speech),
          ...(group === undefined ? [] : [say("case.file.group", { size: group.size, involved: group.involved })]),
        ].join("; ");
      });
      return { blocks: [{ kind: "list", items }, small(say("case.file.pseudonyms"))], page, pages: 1 };
    }
    case "evidence": {
      const blocks = body.item === undefined ? [] : itemBlocks(body.item, speech);
      return { blocks, page, pages: body.total };
    }
    case "hearing": {
      const blocks = body.record === undefined ? [] : recordBlocks(body.record, speech);
      return { blocks: [...blocks, small(say("hearing.record.small.file"))], page, pages: body.total };
    }
    case "priors":
      return { blocks: priorBlocks(body, citation, speech), page: 1, pages: 1 };
    case "notes":
    case "brief":
    case "decision": {
      const letter: readonly Block[] =
        body.letter === undefined || body.letter === ""
          ? []
          : [
              { kind: "heading", text: say("case.file.letter") },
              { kind: "quote", text: body.letter },
            ];
      return { blocks: [{ kind: "quote", text: body.text }, ...letter], page, pages: body.total };
    }
    case "timeline":
      return timelinePage(body, page, citation, speech);
    case "readings":
      return readingsPage(body.lines, page, speech);
  }
}
