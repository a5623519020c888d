import type {
  DifferenceView,
  RulesView,
  StatementView,
  VersionView,
  WaitingView,
} from "../../application/views/rulesView.ts";
import { differenceLine } from "../../domain/versions/differences.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { lengthOf, paged } from "../pages.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** There is one rulebook, and no id of it. */
const HERE = "home";
/** In place of a number: the version that waits. */
const WAITING = "waiting";

/** A line about a statement, and one about a difference; in full they stand in the record and in the file. */
const STATED = 350;
const DIFFERENCE = 600;
/** So much is listed of the versions; beside one that waits there is less room. */
const LISTED = 2800;
const LISTED_BESIDE = 1200;

/** The versions of the rulebook, for an administrator, and what is to be done about one that waits. */
export function rulesCard({ versions, waiting }: RulesView, citation: Citation, speech: Speech): Card {
  const { say, day } = speech;
  const lines = versions.map((version) => fitted(versionLine(version, speech), STATED));
  const items = upTo(waiting === undefined ? LISTED : LISTED_BESIDE, lines);
  const changed = versions.filter(({ number }) => number > 1).slice(0, limits.options);
  const pick: readonly (readonly Control[])[] =
    changed.length === 0
      ? []
      : [
          [
            {
              kind: "select",
              act: "setup.rules.difference",
              choice: "",
              ref: HERE,
              placeholder: say("rules.pick"),
              options: changed.map(({ number, inForce }) => ({
                value: String(number),
                label: say("rules.pick.option", { number, day: day(inForce) }),
              })),
            },
          ],
        ];
  const newest = versions[0]?.number ?? 1;
  return {
    tone: waiting === undefined ? "neutral" : "attention",
    title: say("rules.title"),
    blocks: [
      ...(waiting === undefined ? [] : waitingBlocks(waiting, newest, citation, speech)),
      ...(waiting === undefined ? [] : [{ kind: "heading", text: say("rules.versions") } as const]),
      { kind: "list", items },
      ...(lines.length > items.length
        ? [{ kind: "small", text: say("list.more", { count: lines.length - items.length }) } as const]
        : []),
    ],
    rows: [
      ...(waiting === undefined ? [] : inRows(waitingButtons(waiting, speech))),
      ...pick,
      [rulesLink(citation, speech)],
    ],
  };
}

/** The first lines, as many as are together not longer; at least one. */
function upTo(length: number, lines: readonly string[]): readonly string[] {
  return lines.filter((_, i) => i === 0 || lengthOf(lines.slice(0, i + 1)) <= length);
}

function versionLine({ number, inForce, state, statements }: VersionView, speech: Speech): string {
  const { say, day, list } = speech;
  const version = say(`rules.version.${state}`, { number, day: day(inForce) });
  if (statements.length === 0) return say("rules.version.first", { version });
  return say("rules.version.stated", {
    version,
    statements: list(statements.map((each) => statementText(each, speech))),
  });
}

function statementText({ decidedBy, decidedOn, minutes, by, statedOn }: StatementView, { say, day }: Speech): string {
  return say("rules.statement", { decidedBy, decidedOn: day(decidedOn), minutes, by, statedOn: day(statedOn) });
}

/** What a vote of the amendment clause is called. */
export function voteText(vote: string, { say, name }: Speech): string {
  return vote === "" ? say("rules.vote.none") : say("rules.vote", { vote: name("vote", vote) });
}

function waitingBlocks(
  { differences, votes, clause }: WaitingView,
  number: number,
  citation: Citation,
  speech: Speech,
): readonly Block[] {
  const { say } = speech;
  const items = votes.map(({ vote, stated }) =>
    stated === undefined
      ? say("rules.vote.missing", { vote: voteText(vote, speech) })
      : say("rules.vote.stated", { vote: voteText(vote, speech), statement: statementText(stated, speech) }),
  );
  const asked: readonly Block[] =
    clause === undefined
      ? [{ kind: "paragraph", text: say("rules.waiting.none") }]
      : [
          { kind: "paragraph", text: say("rules.waiting.votes", { clause: cited(citation, clause) }) },
          { kind: "list", items: items.map((item) => fitted(item, STATED)) },
        ];
  return [
    { kind: "heading", text: say("rules.waiting.title") },
    { kind: "paragraph", text: say("rules.waiting", { count: differences, number }) },
    ...asked,
    { kind: "small", text: say("rules.waiting.elsewhere") },
  ];
}

function waitingButtons({ votes }: WaitingView, speech: Speech): readonly Control[] {
  const { say, name } = speech;
  const label = (vote: string) =>
    vote === "" ? say("act.rules.state.none") : say("act.rules.state", { vote: name("vote", vote) });
  return [
    button("primary", say("act.rules.read"), "setup.rules.difference", HERE, `${WAITING}.1`),
    ...votes.map(({ vote }) =>
      button("secondary", fitted(label(vote), limits.buttonLabel), "setup.rules.state", HERE, vote),
    ),
  ];
}

/**
 * What a version says otherwise than the one before it, page by page.
 * @param wanted which page, from 1; the last for one there is not
 */
export function differenceCard(view: DifferenceView, wanted: number, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { number, before, cite, differences } = view;
  const pages = paged(differences.map((difference) => fitted(differenceLine(difference, cite), DIFFERENCE)));
  const count = Math.max(1, pages.length);
  const page = Math.min(Math.max(1, wanted), count);
  const turn = (label: "page.previous" | "page.next", to: number) =>
    button("secondary", say(label), "setup.rules.difference", HERE, `${number ?? WAITING}.${to}`);
  return {
    tone: "neutral",
    title: number === undefined ? say("rules.difference.waiting") : say("rules.difference.version", { number }),
    blocks: [
      ...pages.slice(page - 1, page).map((items): Block => ({ kind: "list", items })),
      { kind: "small", text: say("rules.difference.before", { number: before }) },
      ...(count > 1 ? [{ kind: "small", text: say("rules.difference.page", { page, pages: count }) } as const] : []),
    ],
    rows: inRows([
      ...(page > 1 ? [turn("page.previous", page - 1)] : []),
      ...(page < count ? [turn("page.next", page + 1)] : []),
      button("secondary", say("act.rules"), "setup.rules", HERE, "back"),
      rulesLink(citation, speech),
    ]),
  };
}
