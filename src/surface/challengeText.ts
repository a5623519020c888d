import type { AppealTo, AppealView } from "../application/views/appealView.ts";
import type { ChallengeView } from "../application/views/challengeView.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import { fitted, limits } from "./card.ts";
import type { Control } from "./card.ts";
import { button } from "./cards/controls.ts";
import type { Speech } from "./say.ts";

/** "the president and the vice president". */
export const addresseesText = (to: readonly AppealTo[], { say, name, list }: Speech): string =>
  list(
    to.map((one) =>
      one.kind === "external" ? one.label : say("notice.part.appeal.to", { whom: name(one.kind, one.id) }),
    ),
  );

/** To whom one can write, by the number of those. */
export function recipientsText({ challenges, externals }: Rulebook, rule: string, to: number, speech: Speech): string {
  const recipients = challenges[rule]?.addressed_to[to];
  if (recipients === undefined) return "";
  const selectors = "all_of" in recipients ? recipients.all_of : [recipients];
  const views = selectors.flatMap((each): readonly AppealTo[] => {
    if (each.kind === "office" || each.kind === "body") return [{ kind: each.kind, id: each.id }];
    return each.kind === "external" ? [{ kind: "external", label: externals[each.id]?.label ?? each.id }] : [];
  });
  return addresseesText(views, speech);
}

/** What the button says with which a challenge is lodged: an appeal is called by its own name. */
export function lodgeLabel({ what, rule }: Pick<ChallengeView, "what" | "rule">, { say, name }: Speech): string {
  return what === "appeal" ? fitted(name("challenge", rule), limits.buttonLabel) : say(`act.appeal.${what}`);
}

/** A button with which an outcome is appealed against; nothing for those who may not. */
export const lodgeRow = (appeal: AppealView | undefined, ref: string, { name }: Speech): readonly Control[] =>
  appeal === undefined
    ? []
    : [
        button(
          "primary",
          fitted(name("challenge", appeal.challenge), limits.buttonLabel),
          "appeal.lodge",
          ref,
          appeal.challenge,
        ),
      ];
