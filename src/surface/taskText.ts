import type { OfficersCard } from "../application/roomCards.ts";
import { fitted } from "./card.ts";
import type { Speech } from "./say.ts";

/** What is to be done: with whom to tell outside, where it is done by telling somebody. "Tell the university: University of Exeter". */
export function taskText({ tells }: OfficersCard, task: string, { name, list, either, say }: Speech): string {
  const groups = tells?.[task] ?? [];
  const what = name("task", task);
  if (groups.length === 0) return what;
  return say("card.task.tells", { what, whom: list(groups.map((group) => either(group))) });
}

/** The same where only so many characters fit. */
export const shortTaskText = (card: OfficersCard, task: string, maximum: number, speech: Speech): string =>
  fitted(taskText(card, task, speech), maximum);
