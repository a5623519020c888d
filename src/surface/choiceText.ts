import type { ChoiceView } from "../application/views/choiceView.ts";
import type { Block, Control } from "./card.ts";
import { fitted, limits } from "./card.ts";
import { button } from "./cards/controls.ts";
import type { Speech } from "./say.ts";

/** Between what somebody chooses, until when, and what holds when they say nothing; nothing where there is nothing to choose. */
export function choiceBlocks(choice: ChoiceView | undefined, speech: Speech): readonly Block[] {
  if (choice === undefined) return [];
  const { say, name, day } = speech;
  const values = {
    outcomes: namedOutcomes(choice.outcomes, speech),
    day: day(choice.until),
    silence: name("outcome", choice.silence),
  };
  const text = choice.isOwn ? say("notice.part.choice", values) : say("notice.part.choice.tell", values);
  return [{ kind: "paragraph", text }];
}

/** “Offers to resign” or “Faces sanctions”. */
export const namedOutcomes = (outcomes: readonly string[], { name, either }: Speech) =>
  either(outcomes.map((outcome) => `“${name("outcome", outcome)}”`));

/** A button for each thing that somebody can choose: the press asks once more. */
export function choiceButtons(
  outcomes: readonly string[] | undefined,
  ref: string,
  { name }: Speech,
): readonly Control[] {
  return (outcomes ?? []).map((outcome) =>
    button("secondary", fitted(name("outcome", outcome), limits.buttonLabel), "choice.pick", ref, outcome),
  );
}
