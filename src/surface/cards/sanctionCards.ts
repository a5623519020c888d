import type { SanctionsView, SanctionView } from "../../application/acts/sanctions.ts";
import type { Link } from "../../domain/sanctions/chain.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card } from "../card.ts";
import { sayLength } from "../counting.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many links of a chain are shown, the last ones: what came before them stands in the file. */
const LINKS = 12;
/** So many sanctions stand in a list. */
const LINES = 15;
/** Sanctions of one case that a card shows. */
const SANCTIONS = 4;

/** The sanctions that hold in the cases somebody handles, with a button for each case. */
export function sanctionListCard(views: readonly SanctionsView[], mayReadLog: boolean, speech: Speech): Card {
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
  return {
    tone: "neutral",
    title: say("sanction.title", { codeName: view.codeName }),
    blocks: shown.flatMap((each) => sanctionBlocks(each, each.pseudonym, citation, speech)),
    rows: [
      ...inRows(lifts, 1),
      rulesRow(
        clauses.filter((clause) => clause !== ""),
        citation,
        speech,
        view.case,
      ),
    ],
  };
}

/** Which sanction a control stands for: whose it is, and which decision imposed it. */
export const liftChoice = ({ pseudonym, decision }: Pick<SanctionView, "pseudonym" | "decision">) =>
  `${pseudonym.toLowerCase()}.${decision}`;

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
    { kind: "paragraph", text: stateText(view, speech) },
    ...(items.length === 0 ? [] : [{ kind: "list" as const, items }]),
    ...lifted,
  ];
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

function stateText({ state, until }: SanctionView, { say, day }: Speech): string {
  switch (state) {
    case "decided":
    case "done":
      return say(`sanction.state.${state}`);
    case "holds":
      return until === undefined ? say("sanction.state.endless") : say("sanction.state.holds", { day: day(until) });
    case "lapsed":
    case "lifted":
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
    case "extended": {
      const text = say(`sanction.link.${link.kind}`, { ...values, by: name("sanction", link.by) });
      return link.until === undefined ? text : say("sanction.link.until", { text, day: day(link.until) });
    }
    case "lifted":
    case "lapsed":
      return say(`sanction.link.${link.kind}`, values);
  }
}
