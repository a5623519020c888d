import type { SessionLine } from "../../application/sessions/sessionActs.ts";
import type { AgendaItem, SessionCard } from "../../application/sessions/sessionCard.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { openVotesText } from "../openVotesText.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many motions have a line and a button; the others are counted. */
const AGENDA = 10;
/** So many characters of a motion stand on the agenda, and of the names of those present. */
const GIST = 80;
const NAMES = 400;

/** A session in its room, or for a member who asks: what it is about, who is there, and how its motions stand. */
export function drawSessionCard(card: SessionCard, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const shown = card.agenda.slice(0, AGENDA);
  const more = card.agenda.length - shown.length;
  return {
    tone: card.state === "open" ? "attention" : "neutral",
    title: say("session.title", { codeName: card.codeName }),
    blocks: [
      { kind: "quote", text: card.purpose },
      {
        kind: "facts",
        facts: [
          { label: say("session.body"), value: `${name("body", card.body)} (${cited(citation, card.clause)})` },
          { label: say("session.chair"), value: card.chair },
          { label: say("session.present"), value: presentText(card, speech) },
        ],
      },
      ...stateBlocks(card, speech),
      ...(shown.length === 0
        ? [paragraph(say("session.agenda.none"))]
        : [
            { kind: "heading" as const, text: say("session.agenda") },
            { kind: "list" as const, items: shown.map((item) => agendaText(item, speech)) },
          ]),
      ...(more > 0 ? [small(say("list.more", { count: more }))] : []),
      small(say("session.small", { codeName: card.codeName })),
    ],
    rows: rowsOf(card, shown, citation, speech),
  };
}

/** "3 of 7: Ben Tanner, Noah Bright and Zoe Marsh". */
function presentText({ present, members }: SessionCard, { say, list }: Speech): string {
  let length = 0;
  const shown = present.filter((each) => {
    length += each.length;
    return length <= NAMES;
  });
  const more = present.length - shown.length;
  const names = more === 0 ? shown : [...shown, say("list.more", { count: more })];
  const counted = say("session.present.of", { present: present.length, members });
  return names.length === 0 ? counted : `${counted}: ${list(names)}`;
}

function stateBlocks(card: SessionCard, speech: Speech): readonly Block[] {
  const { state, until, isInCamera, opened, ended } = card;
  const { say, day } = speech;
  const left = state === "ended" ? openVotesText(card, speech) : undefined;
  const when = [
    ...(opened === undefined ? [] : [say("session.opened", { day: day(opened) })]),
    ...(ended === undefined ? [] : [say("session.ended", { day: day(ended) })]),
    ...(state === "adjourned" && until !== undefined ? [say("session.adjourned.until", { day: day(until) })] : []),
  ];
  return [
    paragraph([say(`session.state.${state}`), ...when].join(" ")),
    ...(left === undefined ? [] : [paragraph(left)]),
    ...(isInCamera ? [paragraph(say(state === "convened" ? "session.in-camera.before" : "session.in-camera"))] : []),
  ];
}

function agendaText({ codeName, text, state }: AgendaItem, { say }: Speech): string {
  const said = say(`session.item.${state}`);
  if (text === undefined) return say("session.agenda.line.kept", { codeName, state: said });
  return say("session.agenda.line", { codeName, text: fitted(text, GIST), state: said });
}

function rowsOf(
  card: SessionCard,
  shown: readonly AgendaItem[],
  citation: Citation,
  speech: Speech,
): readonly (readonly Control[])[] {
  const { say } = speech;
  const { session: ref, state } = card;
  const motions = inRows(shown.map(({ codeName, motion }) => button("secondary", codeName, "motion.show", motion)));
  if (state === "ended") return [...motions, [rulesLink(citation, speech)]];
  const lead = {
    convened: [button("primary", say("act.session.open"), "session.open", ref)],
    open: [
      button("primary", say("act.vote.present"), "session.present", ref),
      button("secondary", say("act.session.adjourn"), "session.adjourn", ref),
    ],
    adjourned: [button("primary", say("act.session.resume"), "session.resume", ref)],
  }[state];
  return [
    [
      ...lead,
      button("secondary", say("act.motion.new"), "session.move", ref),
      button("secondary", say("act.session.end"), "session.end", ref),
      rulesLink(citation, speech),
    ],
    ...motions,
  ];
}

/** The sessions somebody knows of, and a way to convene a body where they chair one. */
export function sessionListCard(lines: readonly SessionLine[], mayConvene: boolean, { say, name }: Speech): Card {
  const convene = mayConvene ? [[button("primary", say("act.session.convene"), "session.new", "home")]] : [];
  const shown = lines.slice(0, (limits.rowsOfControls - 1) * limits.controlsInRow);
  const blocks: readonly Block[] =
    lines.length === 0
      ? [paragraph(say("session.list.none"))]
      : [
          {
            kind: "list",
            items: shown.map(({ codeName, body }) => say("session.list.line", { codeName, body: name("body", body) })),
          },
        ];
  return {
    tone: "neutral",
    title: say("session.list.title"),
    blocks,
    rows: [
      ...inRows(shown.map(({ codeName, session }) => button("secondary", codeName, "session.show", session))),
      ...convene,
    ],
  };
}
