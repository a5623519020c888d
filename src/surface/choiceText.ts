import type { ChoiceView } from "../application/message.ts";
import type { Block } from "./card.ts";
import type { Speech } from "./say.ts";

/** Between what somebody chooses, until when, and what holds when they say nothing; nothing where there is nothing to choose. */
export function choiceBlocks(choice: ChoiceView | undefined, { say, name, day, either }: Speech): readonly Block[] {
  if (choice === undefined) return [];
  const text = say("notice.part.choice", {
    outcomes: either(choice.outcomes.map((outcome) => `“${name("outcome", outcome)}”`)),
    day: day(choice.until),
    silence: name("outcome", choice.silence),
  });
  return [{ kind: "paragraph", text }];
}
