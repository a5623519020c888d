import type { SanctionView } from "../application/acts/sanctions.ts";
import { fitted, limits } from "./card.ts";
import type { Block, Control } from "./card.ts";
import { button } from "./cards/controls.ts";
import type { Speech } from "./say.ts";

/** Which sanction a control stands for: whose it is, and which decision imposed it. */
export const liftChoice = ({ pseudonym, decision }: Pick<SanctionView, "pseudonym" | "decision">) =>
  `${pseudonym.toLowerCase()}.${decision}`;

/** What can be done about a sanction besides ending it. */
export function upkeepButtons(each: SanctionView, ref: string, { say, name }: Speech): readonly Control[] {
  const values = { sanction: name("sanction", each.sanction), whom: each.pseudonym };
  const control = (act: "review" | "tick" | "condition" | "prolong" | "breach", tone: "primary" | "secondary") =>
    button(
      tone,
      fitted(say(`act.sanction.${act}.one`, values), limits.buttonLabel),
      `sanction.${act}`,
      ref,
      liftChoice(each),
    );
  const toReport = each.breaches.findLast(({ consequence }) => consequence === "new_report")?.breach;
  return [
    ...(each.mayReview ? [control("review", "primary")] : []),
    ...(each.mayTick ? [control("tick", "primary")] : []),
    ...(each.mayNoteCondition ? [control("condition", "primary")] : []),
    ...(each.mayProlong ? [control("prolong", "primary")] : []),
    ...(toReport === undefined
      ? []
      : [button("secondary", say("act.sanction.report"), "sanction.report", ref, toReport)]),
    ...(each.mayBreach ? [control("breach", "secondary")] : []),
  ];
}

/** What has to be done, by when, and whether it was. */
export function taskTexts({ task }: SanctionView, { say, day }: Speech): readonly string[] {
  if (task === undefined) return [];
  if (task.done !== undefined) return [say("sanction.task.done", { day: day(task.done) })];
  if (task.by === undefined) return [say("sanction.task.open")];
  return [say(task.isLate ? "sanction.task.late" : "sanction.task.by", { day: day(task.by) })];
}

/** The conditions that were attached, and whether they were met. */
export function conditionTexts({ conditions }: SanctionView, { say, name, day }: Speech): readonly string[] {
  return conditions.map(({ condition: id, by, isLate, state, noted }) => {
    const condition = name("condition", id);
    if (noted !== undefined && state !== "open")
      return say(`sanction.condition.${state}`, { condition, day: day(noted) });
    if (by === undefined) return say("sanction.condition.throughout", { condition });
    return say(isLate ? "sanction.condition.late" : "sanction.condition.open", { condition, day: day(by) });
  });
}

/** So many breaches are shown, the last ones. */
const BREACHES = 3;
/** So much of what is known of each. */
const KNOWN = 300;

/** That it was not kept, as it was recorded, and what follows. */
export function breachBlocks({ breaches }: SanctionView, { say, day }: Speech): readonly Block[] {
  return breaches.slice(-BREACHES).flatMap(({ day: on, consequence, text }): readonly Block[] => [
    {
      kind: "paragraph",
      text:
        consequence === undefined
          ? say("sanction.breach", { day: day(on) })
          : say("sanction.breach.then", { day: day(on), follows: say(`breach.then.${consequence}`) }),
    },
    { kind: "quote", text: fitted(text, KNOWN) },
  ]);
}

/** On which ground it holds while the case is handled, and by when it is looked at again. */
export function interimTexts({ ground, reviewBy }: SanctionView, { say, name, day }: Speech): readonly string[] {
  return [
    ...(ground === undefined ? [] : [say("sanction.ground", { ground: name("interim-ground", ground) })]),
    ...(reviewBy === undefined ? [] : [say("sanction.review-by", { day: day(reviewBy) })]),
  ];
}
