import type { MyCase } from "../../application/acts/myCases.ts";
import { paragraph, small } from "../blocks.ts";
import { limits } from "../card.ts";
import type { Card } from "../card.ts";
import { courseBlocks } from "../courseText.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { drawNotice } from "./noticeCard.ts";
import { ownControls } from "./ownCaseCards.ts";
import type { Citation } from "./refusalCard.ts";
import { rulesLink, cited } from "./refusalCard.ts";
import { sanctionBlocks } from "./sanctionCards.ts";

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
    ...(mine.represents === undefined ? [] : [{ label: say("mycase.represents"), value: mine.represents }]),
    { label: say("mycase.received"), value: day(mine.received) },
    { label: say("mycase.state"), value: state },
    { label: say("mycase.lead"), value: mine.lead ?? say("mycase.lead.none") },
    ...(mine.support === undefined
      ? []
      : [{ label: say("mycase.support"), value: mine.support.name ?? say("mycase.lead.none") }]),
    ...(mine.companion?.name === undefined ? [] : [{ label: say("mycase.companion"), value: mine.companion.name }]),
    ...(mine.across?.isApart === true ? [{ label: say("card.apart"), value: say("mycase.apart") }] : []),
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
      ...courseBlocks(mine.course, true, speech),
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
