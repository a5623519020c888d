// @ts-check
/** @import { CommandOption, OfferedCommand } from "../wire.ts" */
/** @import { Say } from "./texts.js" */

/**
 * What completes a line.
 * @typedef {object} Completion
 * @property {readonly { value: string, label: string, description: string }[]} entries the value is the whole line with the entry in it
 * @property {boolean} isExact whether the line can be sent as it stands, so that Enter sends it
 * @property {OfferedCommand | undefined} command the command typed so far
 * @property {{ before: string, typed: string } | undefined} asks set when the platform knows what could stand for the last option
 */

/**
 * What completes a line that begins with "/": commands, then the options of the command.
 * @param {string} line
 * @param {readonly OfferedCommand[]} commands
 * @param {Say} say
 * @returns {Completion}
 */
export function complete(line, commands, say) {
  if (!line.startsWith("/")) return { entries: [], isExact: true, command: undefined, asks: undefined };
  const command = commands
    .filter((one) => line.startsWith(`${one.line} `))
    .toSorted((a, b) => b.line.length - a.line.length)[0];
  if (command !== undefined) return completeOptions(line, command, say);
  const typed = line.toLowerCase();
  const entries = commands
    .filter((one) => one.line.startsWith(typed))
    .map((one) => ({ value: lineWith(one), label: one.line, description: one.description }));
  const exact = commands.find((one) => one.line === line);
  return {
    entries,
    isExact: exact !== undefined && firstMissing(exact, []) === undefined,
    command: exact,
    asks: undefined,
  };
}

/**
 * @param {string} line
 * @param {OfferedCommand} command
 * @param {Say} say
 * @returns {Completion}
 */
function completeOptions(line, command, say) {
  const marks = command.options
    .map((option) => ({ option, at: line.lastIndexOf(` ${option.name}:`) }))
    .filter(({ at }) => at >= command.line.length)
    .toSorted((a, b) => a.at - b.at);
  const given = marks.map(({ option }) => option);
  const missing = command.options.filter((option) => !given.includes(option));
  const last = marks.at(-1);
  const entries = missing.map((option) => ({
    value: `${line.trimEnd()} ${option.name}:`,
    label: option.name,
    description: option.required ? option.description : say("option.optional", { description: option.description }),
  }));
  const isExact = firstMissing(command, given) === undefined;
  if (last === undefined) return { entries, isExact, command, asks: undefined };
  const start = last.at + last.option.name.length + 2;
  return { entries, isExact, command, asks: { before: line.slice(0, start), typed: line.slice(start).trim() } };
}

/**
 * The line with a command, ready for its first option.
 * @param {OfferedCommand} command
 */
function lineWith(command) {
  const first = firstMissing(command, []);
  if (first !== undefined) return `${command.line} ${first.name}:`;
  return command.options.length === 0 ? command.line : `${command.line} `;
}

/**
 * The line with a value for its last option, ready for the next option that has to be given.
 * @param {string} before
 * @param {string} value
 * @param {OfferedCommand} command
 */
export function lineAfterValue(before, value, command) {
  const line = `${before}${value}`;
  const given = command.options.filter((option) => line.includes(` ${option.name}:`));
  const next = firstMissing(command, given);
  return next === undefined ? line : `${line} ${next.name}:`;
}

/**
 * @param {OfferedCommand} command
 * @param {readonly CommandOption[]} given
 */
const firstMissing = (command, given) => command.options.find((option) => option.required && !given.includes(option));
