import type { DaysView, DayView } from "../../application/views/daysView.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { paragraph } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import { sayCount } from "../counting.ts";
import { dueName, dueOf } from "../dueName.ts";
import type { Speech } from "../say.ts";
import { button, inRows } from "./controls.ts";
import { cited, rulesLink } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** Before what is due, in a button: more time because of a vacation is given at once. */
export const NOW = "now.";
/** In a button: an answer has come. */
export const ANSWERED = "answered";

/** So many planned steps are shown, each with its button; each that is ticked makes room for the next. */
const STEPS = 4;
/** As much of a step's words as is shown; all of it stands in the file. */
const WORDS = 100;

/** What is due in a case, how each last day was counted, what was planned, and what can be done about it. */
export function daysCard(view: DaysView, rulebook: Rulebook, citation: Citation, speech: Speech): Card {
  const { say, day } = speech;
  const steps = view.steps.slice(0, STEPS);
  const isEmpty = view.days.length === 0 && steps.length === 0;
  const blocks: readonly Block[] = [
    ...(isEmpty ? [paragraph(say("days.none"))] : []),
    ...(view.days.length === 0
      ? []
      : [{ kind: "list" as const, items: view.days.map((each) => dayText(each, rulebook, citation, speech)) }]),
    ...(steps.length === 0
      ? []
      : [
          { kind: "heading" as const, text: say("days.steps") },
          {
            kind: "list" as const,
            items: steps.map(({ owner, day: on, isLate, text = "" }) =>
              say(isLate ? "days.step.late" : "days.step", { owner, day: day(on), text: fitted(text, WORDS) }),
            ),
          },
        ]),
    ...(view.waitsUntil === undefined ? [] : [paragraph(say("days.waits", { day: day(view.waitsUntil) }))]),
    ...notesOf(view.days, speech),
    { kind: "small", text: say("timeline.small") },
  ];
  return {
    tone: view.days.some(({ isLate }) => isLate) ? "attention" : "neutral",
    title: say("days.title", { codeName: view.codeName }),
    blocks,
    rows: inRows([...controlsOf({ ...view, steps }, speech), rulesLink(citation, speech)]),
  };
}

function dayText(view: DayView, rulebook: Rulebook, citation: Citation, speech: Speech): string {
  const { kind, about, whose, day, isLate, count, clause } = view;
  const what = dueOf(kind, about, whose, speech);
  const due = speech.say(isLate ? "due.late" : "due.by", { what, day: speech.day(day) });
  const source = clause === undefined ? "" : ` (${cited(citation, clause)})`;
  return count === undefined ? `${due}${source}` : `${due}${source}. ${sayCount(speech, rulebook, count)}`;
}

/** Of what the parties have not been told that it takes longer, and of what the last day is in a vacation. */
function notesOf(days: readonly DayView[], speech: Speech): readonly Block[] {
  const { say, list } = speech;
  const named = (some: readonly DayView[]) => list(some.map(({ kind, about }) => dueName(kind, about, speech)));
  const late = days.filter(({ isToBeTold }) => isToBeTold);
  const offers = Map.groupBy(days, ({ offer }) => offer?.vacation);
  return [
    ...(late.length === 0 ? [] : [paragraph(say("days.longer", { what: named(late) }))]),
    ...[...offers].flatMap(([vacation, some]) =>
      vacation === undefined ? [] : [paragraph(say("days.offer", { what: named(some), vacation }))],
    ),
  ];
}

function controlsOf(view: DaysView, speech: Speech): readonly Control[] {
  const { say, day } = speech;
  const { case: ref, days, steps, handlers } = view;
  const late = days.find(({ isToBeTold }) => isToBeTold);
  return [
    ...(handlers.length === 0 ? [] : [button("primary", say("act.case.next"), "case.next", ref)]),
    ...steps.map(({ step, owner }) =>
      button("secondary", fitted(say("act.case.done", { owner }), limits.buttonLabel), "case.done", ref, step),
    ),
    ...(view.waitsUntil === undefined ? [] : [button("primary", say("act.case.answered"), "case.done", ref, ANSWERED)]),
    ...(late === undefined ? [] : [button("primary", say("act.case.longer"), "case.longer", ref, late.choice)]),
    ...days.flatMap(({ choice, kind, about, offer }) =>
      offer === undefined
        ? []
        : [
            button(
              "primary",
              fitted(
                say("act.case.offer.of", { what: dueName(kind, about, speech), day: day(offer.until) }),
                limits.buttonLabel,
              ),
              "case.extend",
              ref,
              `${NOW}${choice}`,
            ),
          ],
    ),
    ...(days.some(({ canExtend }) => canExtend)
      ? [button("secondary", say("act.case.extend"), "case.extend", ref)]
      : []),
  ];
}
