import type { SanctionsView, SanctionView } from "../../application/acts/sanctions.ts";
import type { Link } from "../../domain/sanctions/chain.ts";
import { platformName, thingsText } from "../accessText.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card } from "../card.ts";
import { sayLength } from "../counting.ts";
import type { Speech } from "../say.ts";
import { breachBlocks, conditionTexts, interimTexts, liftChoice, taskTexts, upkeepButtons } from "../upkeepText.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many links of a chain are shown, the last ones: what came before them stands in the file. */
const LINKS = 12;
/** So many sanctions stand in a list. */
const LINES = 15;
/** Sanctions of one case that a card shows. */
const SANCTIONS = 4;
/** Rows of buttons that fit beside the one with the rules. */
const BUTTONS = 8;

/**
 * The sanctions that hold in the cases somebody handles, with a button for each case.
 * @param isSealed whether some of them may be left out, as whoever reads it decides a case in which nothing earlier may be known yet
 */
export function sanctionListCard(
  views: readonly SanctionsView[],
  mayReadLog: boolean,
  speech: Speech,
  isSealed = false,
): Card {
  const { say, name } = speech;
  const log = mayReadLog ? [button("secondary", say("act.door.log"), "door.log", "home")] : [];
  const all = views.flatMap((view) => view.sanctions.map((each) => ({ view, each })));
  const lines = all.slice(0, LINES);
  const shown = [...new Set(lines.map(({ view }) => view))];
  const items = lines.map(({ view: { codeName }, each }) =>
    say("sanction.list.line", { codeName, sanction: name("sanction", each.sanction), until: untilText(each, speech) }),
  );
  const more = all.length - lines.length;
  return {
    tone: "neutral",
    title: say("sanction.list.title"),
    blocks: [
      items.length === 0 ? { kind: "paragraph", text: say("sanction.list.none") } : { kind: "list", items },
      ...(more > 0 ? [{ kind: "small" as const, text: say("list.more", { count: more }) }] : []),
      ...(isSealed ? [{ kind: "small" as const, text: say("sanction.list.sealed") }] : []),
    ],
    rows: inRows([...shown.map((each) => button("secondary", each.codeName, "sanction.show", each.case)), ...log]),
  };
}

/** The sanctions of a case: until when each holds, how it came to that, and ending one early. */
export function sanctionsCard(view: SanctionsView, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const shown = view.sanctions.slice(-SANCTIONS);
  const clauses = [...new Set(shown.flatMap(({ chain, clause }) => [clause, ...chain.map((link) => link.clause)]))];
  const lifts = shown
    .filter(({ mayLift }) => mayLift)
    .map((each) =>
      button(
        "danger",
        fitted(
          say("act.sanction.lift.one", { sanction: name("sanction", each.sanction), whom: each.pseudonym }),
          limits.buttonLabel,
        ),
        "sanction.lift",
        view.case,
        liftChoice(each),
      ),
    );
  const others = [
    ...shown
      .filter(({ mayPutToVote }) => mayPutToVote === true)
      .map((each) => aboutOne("primary", "act.sanction.ballot.one", "sanction.ballot", view, each, speech)),
    ...shown
      .filter(({ mayConfirm }) => mayConfirm === true)
      .map((each) => aboutOne("primary", "act.sanction.confirm.one", "sanction.confirm", view, each, speech)),
    ...shown
      .filter(({ mayDisclose }) => mayDisclose === true)
      .map((each) => aboutOne("secondary", "act.case.disclose.one", "case.disclose", view, each, speech)),
  ];
  const upkeep = shown.flatMap((each) => upkeepButtons(each, view.case, speech));
  return {
    tone: "neutral",
    title: say("sanction.title", { codeName: view.codeName }),
    blocks: shown.flatMap((each) => sanctionBlocks(each, each.pseudonym, citation, speech)),
    rows: [
      ...inRows([...others, ...upkeep, ...lifts].slice(0, BUTTONS), 2),
      rulesRow(
        clauses.filter((clause) => clause !== ""),
        citation,
        speech,
        view.case,
      ),
    ],
  };
}

/** A button about one sanction: "Lift suspension of B". */
function aboutOne(
  style: "primary" | "secondary",
  text: "act.sanction.ballot.one" | "act.sanction.confirm.one" | "act.case.disclose.one",
  act: string,
  view: SanctionsView,
  each: SanctionView,
  { say, name }: Speech,
) {
  const label = say(text, { sanction: name("sanction", each.sanction), whom: each.pseudonym });
  return button(style, fitted(label, limits.buttonLabel), act, view.case, liftChoice(each));
}

/**
 * One sanction: until when it holds, and the chain of decisions that led to it.
 * @param whose what the person is called in the case; undefined to that person
 */
export function sanctionBlocks(
  view: SanctionView,
  whose: string | undefined,
  citation: Citation,
  speech: Speech,
): readonly Block[] {
  const { say, name } = speech;
  const sanction = name("sanction", view.sanction);
  const title =
    whose === undefined ? say("sanction.own", { sanction }) : say("sanction.whose", { whom: whose, sanction });
  const items = view.chain.slice(-LINKS).map((link) => `${linkText(link, speech)} (${cited(citation, link.clause)})`);
  const lifted: readonly Block[] =
    view.lifted === undefined
      ? []
      : [
          { kind: "paragraph", text: say("sanction.lifted.by", { by: view.lifted.by }) },
          { kind: "quote", text: view.lifted.reasons },
        ];
  return [
    { kind: "heading", text: title },
    { kind: "paragraph", text: textsOf(view, speech).join(" ") },
    ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
    ...platformBlocks(view, speech),
    ...lifted,
    ...breachBlocks(view, speech),
  ];
}

/** What Redress did for it on the platforms. */
function platformBlocks({ onPlatforms = [] }: SanctionView, speech: Speech): readonly Block[] {
  const { say } = speech;
  return onPlatforms.map(({ platform, state, things }) => {
    const values = { platform: platformName(platform), things: thingsText(things, speech) };
    const text = state === "done" ? say("sanction.kept-from", values) : say(`sanction.kept-from.${state}`, values);
    return { kind: "paragraph", text };
  });
}

function textsOf(view: SanctionView, speech: Speech): readonly string[] {
  // What has to be done is not done by having been told.
  const state = view.task === undefined ? [stateText(view, speech)] : taskTexts(view, speech);
  return [...state, ...interimTexts(view, speech), ...conditionTexts(view, speech)];
}

/** Asked once more before a sanction ends early. */
export function liftCard(view: SanctionsView, sanction: SanctionView, reasons: string, speech: Speech): Card {
  const { say, name } = speech;
  const values = { whom: sanction.pseudonym, sanction: name("sanction", sanction.sanction) };
  return {
    tone: "attention",
    title: say("sanction.lift.title"),
    blocks: [
      { kind: "paragraph", text: say("sanction.lift.ask", values) },
      { kind: "quote", text: reasons },
    ],
    rows: [[button("danger", say("act.sanction.lift-now"), "sanction.lift-now", view.case, liftChoice(sanction))]],
  };
}

function untilText({ until }: SanctionView, { say, day }: Speech): string {
  return until === undefined ? say("card.until.none") : say("card.until", { day: day(until) });
}

function stateText({ state, until, replaced, enactedBy }: SanctionView, { say, day, name }: Speech): string {
  if (enactedBy !== undefined) return say("sanction.state.to-enact", { procedure: name("procedure", enactedBy) });
  if (replaced !== undefined && until !== undefined)
    return replaced.until === undefined
      ? say("sanction.state.replaced", { day: day(until) })
      : say("sanction.state.replaced.until", { day: day(until), last: day(replaced.until) });
  switch (state) {
    case "decided":
    case "rests":
    case "pending":
    case "unconfirmed":
    case "done":
      return say(`sanction.state.${state}`);
    case "holds":
      return until === undefined ? say("sanction.state.endless") : say("sanction.state.holds", { day: day(until) });
    case "lapsed":
    case "lifted":
    case "ended":
    case "quashed":
      return until === undefined ? say("sanction.state.done") : say(`sanction.state.${state}`, { day: day(until) });
  }
}

/** "first-degree suspension: from Wednesday, 4 March 2026, for 90 days". */
function linkText(link: Link, speech: Speech): string {
  const { say, name, day } = speech;
  const values = { sanction: name("sanction", link.sanction), day: day(link.day) };
  switch (link.kind) {
    case "imposed":
      return link.lasts === undefined
        ? say("sanction.link.imposed.endless", values)
        : say("sanction.link.imposed", { ...values, length: sayLength(speech, link.lasts) });
    case "converted":
    case "extended":
    case "prolonged": {
      const text = say(`sanction.link.${link.kind}`, { ...values, by: name("sanction", link.by) });
      return link.until === undefined ? text : say("sanction.link.until", { text, day: day(link.until) });
    }
    case "decided":
    case "confirmed":
    case "unconfirmed":
    case "reviewed":
    case "lifted":
    case "ended":
    case "lapsed":
      return say(`sanction.link.${link.kind}`, values);
  }
}
