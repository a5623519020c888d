import { optionType } from "../numbers.ts";
import type { FormFault } from "../refusal.ts";
import type { CommandBody, OptionBody } from "../wire/command.ts";
import type { ChoiceBody } from "../wire/message.ts";
import { localizationFaults, nameFaults } from "./commandNames.ts";
import { commandSize } from "./commandSize.ts";

type Path = FormFault["path"];

/** What the schema of a command lets pass and Discord refuses. */
export function commandFaults(body: Partial<CommandBody>, path: Path = []): readonly FormFault[] {
  const isChatInput = (body.type ?? 1) === 1;
  const faults: FormFault[] = [];
  if (isChatInput && body.name !== undefined) faults.push(...nameFaults(body.name, [...path, "name"]));
  if (isChatInput && body.name !== undefined && !body.description)
    faults.push({ path: [...path, "description"], code: "BASE_TYPE_REQUIRED", message: "This field is required" });
  if (!isChatInput && body.description)
    faults.push({
      path: [...path, "description"],
      code: "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
      message: "Context menu commands cannot have description",
    });
  if (!isChatInput && (body.options?.length ?? 0) > 0)
    faults.push({
      path: [...path, "options"],
      code: "APPLICATION_COMMAND_OPTIONS_NOT_ALLOWED",
      message: "Context menu commands cannot have options",
    });
  faults.push(
    ...localizationFaults(body, path, isChatInput),
    ...optionsFaults(body.options ?? [], [...path, "options"], 0),
  );
  const size = commandSize(body);
  if (size > 8000)
    faults.push({
      path: [...path, "options"],
      code: "APPLICATION_COMMAND_TOO_LARGE",
      message: `Command exceeds maximum size (${size} > 8000)`,
    });
  return faults;
}

function optionsFaults(options: readonly OptionBody[], path: Path, depth: number): readonly FormFault[] {
  const faults: FormFault[] = [];
  const names = new Set<string>();
  let hadOptional = false;
  const nests = options.filter(isNest).length;
  if (nests > 0 && nests < options.length)
    faults.push({
      path,
      code: "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      message: "Sub-command and sub-command group option types are mutually exclusive to all other types",
    });
  for (const [index, option] of options.entries()) {
    const at = [...path, index];
    if (names.has(option.name))
      faults.push({
        path: [...at, "name"],
        code: "APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
        message: "Option names must be unique",
      });
    names.add(option.name);
    if (!isNest(option) && option.required === true && hadOptional)
      faults.push({
        path: [...at, "required"],
        code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        message: "Required options must be placed before non-required options",
      });
    hadOptional ||= !isNest(option) && option.required !== true;
    faults.push(...optionFaults(option, at, depth));
  }
  return faults;
}

function optionFaults(option: OptionBody, path: Path, depth: number): readonly FormFault[] {
  const fault = (name: string, message: string): FormFault => ({
    path: [...path, name],
    code: "APPLICATION_COMMAND_OPTION_INVALID",
    message,
  });
  const faults: FormFault[] = [
    ...nameFaults(option.name, [...path, "name"]),
    ...localizationFaults(option, path, true),
  ];
  if (option.type === optionType.subcommandGroup && depth > 0)
    faults.push(fault("type", "Sub-command groups cannot be nested"));
  if (option.autocomplete === true && (option.choices?.length ?? 0) > 0)
    faults.push(fault("autocomplete", "Autocomplete cannot be used with choices"));
  if ((option.min_value ?? -Infinity) > (option.max_value ?? Infinity))
    faults.push(fault("min_value", "Min value must not be above max value"));
  if ((option.min_length ?? 0) > (option.max_length ?? 6000))
    faults.push(fault("min_length", "Min length must not be above max length"));
  const choices = (option.choices ?? []).map(({ name }) => name);
  if (new Set(choices).size < choices.length) faults.push(fault("choices", "Choice names must be unique"));
  for (const [index, choice] of (option.choices ?? []).entries())
    faults.push(...choiceFaults(choice, [...path, "choices", index]));
  return [...faults, ...optionsFaults(option.options ?? [], [...path, "options"], depth + 1)];
}

/** A choice of a command or of an autocomplete answer: text values up to 100 characters, which the schema does not say. */
export function choiceFaults(choice: ChoiceBody, path: Path): readonly FormFault[] {
  const faults = [...localizationFaults(choice, path, false)];
  if (typeof choice.value === "string" && choice.value.length > 100)
    faults.push({ path: [...path, "value"], code: "BASE_TYPE_MAX_LENGTH", message: "Must be 100 or fewer in length." });
  return faults;
}

const isNest = ({ type }: OptionBody) => type === optionType.subcommand || type === optionType.subcommandGroup;
