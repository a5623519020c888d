import type { SeenOption } from "../../person.ts";
import { callbackType, optionType } from "../numbers.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { commandsAt } from "./commandsAt.ts";
import { askForChoices } from "./invokeCommand.ts";
import { localName } from "./localName.ts";
import { nameOf } from "./seenPlaces.ts";
import { readSlashLine } from "./slashLine.ts";

/** What the client offers to complete the last option of a slash command: the bot's choices, listed ones, people, or True and False. */
export async function suggestionsFor(
  world: World,
  personId: string,
  place: Place,
  line: string,
): Promise<readonly SeenOption[]> {
  const locale = world.accounts.get(personId)?.locale ?? "en-US";
  const read = readSlashLine(commandsAt(world, personId, place), line, locale);
  const last = read.given.at(-1);
  if (last === undefined) return [];
  const { option, text } = last;
  if (option.autocomplete === true) {
    const outcome = await askForChoices(world, personId, place, read);
    if (outcome.kind === "failed" || outcome.callback.type !== callbackType.choices) return [];
    const choices = outcome.callback.data?.choices ?? [];
    return choices.flatMap((choice) =>
      choice === null ? [] : [{ value: String(choice.value), label: localName(choice, locale) }],
    );
  }
  const offered = [
    ...(option.choices ?? []).map((choice) => ({ value: String(choice.value), label: localName(choice, locale) })),
    ...(option.type === optionType.user || option.type === optionType.mentionable
      ? [...world.members.keys()].map((id) => ({ value: id, label: nameOf(world, id) }))
      : []),
    ...(option.type === optionType.boolean ? ["True", "False"].map((word) => ({ value: word, label: word })) : []),
  ];
  const typed = text.replace(/^@/, "").toLowerCase();
  return offered.filter(({ label }) => label.toLowerCase().includes(typed)).slice(0, 25);
}
