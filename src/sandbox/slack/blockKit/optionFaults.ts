import type { Option, OptionGroup } from "@slack/types";

import type { Fault } from "./checkShape.ts";
import { countFaults, lengthFaults, textFaults } from "./limits.ts";

/**
 * What Slack would refuse in a list of options.
 * @see https://docs.slack.dev/reference/block-kit/composition-objects/option-object
 */
export function optionFaults(options: readonly Option[] | undefined, most: number, at: string): readonly Fault[] {
  if (options === undefined) return [];
  const each = options.flatMap((option, index) => [
    ...textFaults(option.text, 75, `${at}/${index}/text`),
    ...textFaults(option.description, 75, `${at}/${index}/description`),
    ...(option.value === undefined && option.url === undefined
      ? [`missing required field: value [json-pointer:${at}/${index}]`]
      : lengthFaults(option.value, 150, `${at}/${index}/value`)),
  ]);
  const values = options.flatMap((option) => option.value ?? []);
  const twice = values.filter((value, index) => values.indexOf(value) !== index);
  return [
    ...countFaults(options, most, at),
    ...each,
    ...twice.map((value) => `duplicate option value: ${value} [json-pointer:${at}]`),
  ];
}

/** What Slack would refuse in a select's options, given as one list or in groups. */
export function choiceFaults(
  options: readonly Option[] | undefined,
  groups: readonly OptionGroup[] | undefined,
  at: string,
): readonly Fault[] {
  if ((options === undefined) === (groups === undefined))
    return [`must provide either options or option_groups [json-pointer:${at}]`];
  return [
    ...optionFaults(options, 100, `${at}/options`),
    ...countFaults(groups, 100, `${at}/option_groups`),
    ...(groups ?? []).flatMap((group, index) => [
      ...textFaults(group.label, 75, `${at}/option_groups/${index}/label`),
      ...optionFaults(group.options, 100, `${at}/option_groups/${index}/options`),
    ]),
  ];
}

/** What is chosen at first must be one of the options, the same in value and in text. */
export function initialFaults(
  initial: readonly (Option | undefined)[],
  options: readonly Option[],
  at: string,
): readonly Fault[] {
  const strangers = initial.filter(
    (chosen) =>
      chosen !== undefined &&
      !options.some((option) => option.value === chosen.value && option.text.text === chosen.text.text),
  );
  return strangers.length === 0 ? [] : [`initial option must be one of the options [json-pointer:${at}]`];
}
