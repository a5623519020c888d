import { optionType } from "../numbers.ts";
import type { OptionBody } from "../wire/command.ts";
import type { World } from "../world/world.ts";
import { findPerson, findPlace, findRole } from "./findNamed.ts";
import { isCalled } from "./localName.ts";
import type { Chosen } from "./resolved.ts";

/** What stands behind a typed option: whose client it is, and where chosen ids are noted. */
export interface Typing {
  readonly world: World;
  readonly personId: string;
  readonly locale: string;
  readonly chosen: Chosen;
}

/**
 * The value of an option as the client sends it.
 * @throws Error for what the client would not take
 */
export function optionValue(typing: Typing, option: OptionBody, text: string): string | number | boolean {
  const refuse = (why: string) => new Error(`${option.name}: ${why}`);
  if (option.choices && option.choices.length > 0) {
    const choice = option.choices.find((one) => isCalled(one, text, typing.locale) || String(one.value) === text);
    if (choice === undefined)
      throw refuse(`"${text}" is none of ${option.choices.map(({ name }) => name).join(", ")}.`);
    return choice.value;
  }
  switch (option.type) {
    case optionType.string:
      return boundedText(option, text, refuse);
    case optionType.integer:
    case optionType.number:
      return boundedNumber(option, text, refuse);
    case optionType.boolean:
      if (!/^(?:true|false)$/i.test(text)) throw refuse(`"${text}" is neither True nor False.`);
      return text.toLowerCase() === "true";
    case optionType.user:
      return note(typing.chosen.users, findPerson(typing.world, text));
    case optionType.role:
      return note(typing.chosen.roles, findRole(typing.world, text));
    case optionType.channel:
      return note(typing.chosen.channels, findPlace(typing.world, typing.personId, text));
    case optionType.mentionable:
      return mentionable(typing, text);
    default:
      throw refuse("an option of this kind cannot be typed.");
  }
}

type Refuse = (why: string) => Error;

function boundedText(option: OptionBody, text: string, refuse: Refuse): string {
  const least = option.min_length ?? 0;
  const most = option.max_length ?? 6000;
  if (text.length < least || text.length > most) throw refuse(`the text must have ${least} to ${most} characters.`);
  return text;
}

function boundedNumber(option: OptionBody, text: string, refuse: Refuse): number {
  const value = Number(text);
  if (text === "" || Number.isNaN(value)) throw refuse(`"${text}" is not a number.`);
  if (option.type === optionType.integer && !Number.isInteger(value)) throw refuse(`"${text}" is not a whole number.`);
  const least = option.min_value ?? -(2 ** 53);
  const most = option.max_value ?? 2 ** 53;
  if (value < least || value > most) throw refuse(`the number must be between ${least} and ${most}.`);
  return value;
}

function mentionable({ world, chosen }: Typing, text: string): string {
  const isRole =
    text.startsWith("<@&") || [...world.roles.values()].some(({ id, name }) => `@${name}` === text || id === text);
  return isRole ? note(chosen.roles, findRole(world, text)) : note(chosen.users, findPerson(world, text));
}

function note(ids: string[], id: string): string {
  if (!ids.includes(id)) ids.push(id);
  return id;
}
