import { sendInteraction } from "../interactions/sendInteraction.ts";
import { interactionType } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import type { Outcome } from "../world/interaction.ts";
import type { Place } from "../world/place.ts";
import type { World } from "../world/world.ts";
import { optionValue, type Typing } from "./optionValue.ts";
import { drawResolved, nothingChosen } from "./resolved.ts";
import type { SlashLine } from "./slashLine.ts";

/**
 * Sends a slash command as it was typed.
 * @throws Error for a missing required option or a value the client would not take
 */
export function invokeCommand(world: World, personId: string, place: Place, line: SlashLine): Promise<Outcome> {
  const typing = typingOf(world, personId);
  const missing = line.options.filter(
    (one) => one.required && !line.given.some(({ option }) => option.name === one.name),
  );
  if (missing.length > 0) throw new Error(`The command needs ${missing.map(({ name }) => name).join(", ")}.`);
  const options = line.given.map(({ option, text }) => ({
    name: option.name,
    type: option.type,
    value: optionValue(typing, option, text),
  }));
  return send(world, personId, place, line, options, typing, interactionType.command);
}

/** Asks the bot what could complete the last option of a line; what else was typed goes along unchecked, as it stands. */
export function askForChoices(world: World, personId: string, place: Place, line: SlashLine): Promise<Outcome> {
  const typing = typingOf(world, personId);
  const last = line.given.at(-1);
  const options = line.given.map((given) => ({
    name: given.option.name,
    type: given.option.type,
    value: given === last ? given.text : looseValue(typing, given),
    ...(given === last ? { focused: true } : {}),
  }));
  return send(world, personId, place, line, options, typing, interactionType.autocomplete);
}

function looseValue(typing: Typing, { option, text }: SlashLine["given"][number]): string | number | boolean {
  try {
    return optionValue(typing, option, text);
  } catch {
    return text;
  }
}

const typingOf = (world: World, personId: string): Typing => ({
  world,
  personId,
  locale: world.accounts.get(personId)?.locale ?? "en-US",
  chosen: nothingChosen(),
});

function send(
  world: World,
  personId: string,
  place: Place,
  { command, path }: SlashLine,
  given: readonly Json[],
  typing: Typing,
  type: number,
): Promise<Outcome> {
  const nested = path.reduceRight<readonly Json[]>(
    (inside, nest) => [{ name: nest.name, type: nest.type, options: inside }],
    given,
  );
  const resolved = drawResolved(world, personId, typing.chosen);
  return sendInteraction(world, {
    type,
    userId: personId,
    place,
    commandName: [command.body.name, ...path.map(({ name }) => name)].join(" "),
    data: {
      id: command.id,
      name: command.body.name,
      type: command.type,
      ...(nested.length === 0 ? {} : { options: nested }),
      ...(resolved === undefined ? {} : { resolved }),
      ...(command.scope === "global" ? {} : { guild_id: command.scope }),
    },
  });
}
