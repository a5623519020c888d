import type { ChannelNotice, ChannelView } from "../../application/acts/channel.ts";
import type { MyCase } from "../../application/acts/myCases.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { withCode } from "../channelCode.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { drawNotice } from "./noticeCard.ts";
import { ownControls } from "./ownCaseCards.ts";
import { rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many of what was told have a button each. */
const NOTICES = 8;
const MOST = limits.rowsOfControls * limits.controlsInRow;

/** What lies in the channel of an anonymous report, how its case stands, and what its author can do there. */
export function channelCard(view: ChannelView, draft: string, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const { code, mine, notices, written, shown } = view;
  const state = !mine.hasArrived && !mine.isClosed ? say("mycase.not-arrived") : name("stage-for-party", mine.stage);
  const found = shown === undefined ? undefined : notices.at(-shown);
  const latest = found !== undefined && isShort(found, speech) ? found : undefined;
  const last = written.at(-1);
  // What answers a question is written with the button that is there all the time.
  const own = [
    ...(mine.isClosed ? [] : [button("primary", say("act.anonymous.write"), "anonymous.write", draft, code)]),
    ...ownControls({ ...mine, canAnswer: false }, speech),
    ...noAppeal(mine, speech),
    button("secondary", say("act.timeline"), "mycase.timeline", mine.case),
    rulesLink(citation, speech),
  ];
  const read = otherNotices(view, latest, speech).slice(0, Math.min(NOTICES, MOST - own.length));
  const card: Card = {
    tone: mine.isClosed ? "neutral" : "good",
    title: say("anonymous.channel.title", { codeName: mine.codeName }),
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: say("mycase.received"), value: day(mine.received) },
          { label: say("mycase.state"), value: state },
          { label: say("mycase.lead"), value: mine.lead ?? say("mycase.lead.none") },
          ...(mine.support === undefined
            ? []
            : [{ label: say("mycase.support"), value: mine.support.name ?? say("mycase.lead.none") }]),
        ],
      },
      ...(notices.length === 0 ? [paragraph(say("anonymous.channel.nothing"))] : []),
      ...(latest === undefined ? [] : noticeBlocks(latest, speech)),
      ...(last === undefined
        ? []
        : [
            { kind: "heading" as const, text: say("anonymous.channel.written", { count: written.length }) },
            { kind: "quote" as const, text: fitted(last, QUOTED) },
          ]),
      ...(view.receipt === undefined ? [] : [small(say("anonymous.channel.receipt", { number: view.receipt.number }))]),
      ...(mine.canGive === true ? [small(say("anonymous.channel.files"))] : []),
      small(say("anonymous.channel.small")),
    ],
    rows: inRows([...read, ...own].slice(0, MOST)),
  };
  return withCode(card, mine.case, code);
}

/** So much fits beside the state of a case; what is longer has a card of its own. */
const SHORT = 900;

/** Whether something that was told is shown at once when the channel is opened. */
export const isShort = ({ view }: ChannelNotice, speech: Speech): boolean =>
  JSON.stringify(drawNotice(view, speech).blocks).length <= SHORT;

/** So much of what was written last is shown back. */
const QUOTED = 200;

const isNew = ({ readOn }: Pick<ChannelNotice, "readOn">) => readOn === undefined;

/** Buttons for what is not shown whole: what is new first. */
function otherNotices(
  { notices, code }: ChannelView,
  latest: ChannelNotice | undefined,
  { say, name }: Speech,
): readonly Control[] {
  const others = notices
    .map((notice, i) => ({ ...notice, number: notices.length - i }))
    .filter(({ view }) => view !== latest?.view);
  return [...others.filter(isNew), ...others.filter((each) => !isNew(each))].map((each) => {
    const what = say("mycase.notice", { what: name("subject", each.view.body.kind), number: each.number });
    const label = isNew(each) ? say("anonymous.channel.new", { what }) : what;
    const style = isNew(each) ? "primary" : "secondary";
    return button(style, fitted(label, limits.buttonLabel), "anonymous.read", String(each.number), code);
  });
}

/** Once it is over and nothing can be challenged, whoever asks is told why, with the clause. */
function noAppeal({ isClosed, challenges, case: ref }: MyCase, { say }: Speech): readonly Control[] {
  const isThere = challenges.can.length > 0 || challenges.lodged.length > 0;
  return isClosed && !isThere ? [button("secondary", say("act.anonymous.appeal"), "appeal.lodge", ref)] : [];
}

/** Something that was told, and from when its time counts. */
function noticeBlocks({ view, readOn }: ChannelNotice, speech: Speech): readonly Block[] {
  const read = readOn === undefined ? [] : [small(speech.say("anonymous.channel.read", { day: speech.day(readOn) }))];
  return [...drawNotice(view, speech).blocks, ...read];
}

/** One thing that was told, with what can be done about it. */
export function channelNoticeCard(
  { notices, shown = 0, code, mine }: ChannelView,
  citation: Citation,
  speech: Speech,
): Card | undefined {
  const notice = shown === 0 ? undefined : notices.at(-shown);
  if (notice === undefined) return undefined;
  const drawn = drawNotice(notice.view, speech);
  const back = button("secondary", speech.say("act.anonymous.look"), "anonymous.look", "home", code);
  const card = withCode(drawn, mine.case, code);
  const controls = card.rows.flat().filter((control) => control.kind === "link" || control.act !== back.act);
  return {
    ...card,
    blocks: noticeBlocks(notice, speech),
    rows: inRows([...controls, back, rulesLink(citation, speech)].slice(0, MOST)),
  };
}
