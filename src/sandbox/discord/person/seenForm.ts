import type { SeenField, SeenForm } from "../../person.ts";
import { drawComponents } from "../draw/drawComponents.ts";
import { componentType } from "../numbers.ts";
import type { ModalComponent } from "../wire/component.ts";
import type { LabelledInput } from "../wire/input.ts";
import type { OpenForm } from "../world/interaction.ts";
import type { World } from "../world/world.ts";
import { componentTexts, writtenOut } from "./plainText.ts";
import { entityOptions, seenOption } from "./seenControls.ts";

/** A form as the person sees it. */
export function seenForm(world: World, personId: string, { modal }: OpenForm): SeenForm {
  return {
    id: modal.custom_id,
    title: modal.title,
    submitLabel: "Submit",
    text: writtenOut(world, componentTexts(modal.components).join("\n")),
    fields: labelledInputs(modal.components).map((labelled) => seenField(world, personId, labelled)),
    errors: {},
    raw: { ...modal, components: drawComponents(modal.components) },
  };
}

/** An input of a form with what stands beside it. */
export interface Labelled {
  readonly input: LabelledInput;
  readonly label: string;
  readonly hint: string | undefined;
}

/** The inputs of a form, in reading order. */
export function labelledInputs(components: readonly ModalComponent[]): readonly Labelled[] {
  return components.flatMap((component): readonly Labelled[] => {
    if (component.type === componentType.label)
      return [{ input: component.component, label: component.label, hint: component.description ?? undefined }];
    if (component.type !== componentType.actionRow) return [];
    return component.components.flatMap((input) =>
      input.type === componentType.button
        ? []
        : [{ input, label: "label" in input ? (input.label ?? "") : "", hint: undefined }],
    );
  });
}

function seenField(world: World, personId: string, { input, label, hint }: Labelled): SeenField {
  const common = {
    id: input.custom_id,
    label,
    ...(hint === undefined ? {} : { hint }),
    ...("placeholder" in input && input.placeholder ? { placeholder: input.placeholder } : {}),
    // Inputs are required unless the bot says otherwise (components/reference); a single checkbox never is.
    required: input.type !== componentType.checkbox && (input.required ?? true),
  };
  if (input.type === componentType.textInput)
    return {
      ...common,
      kind: input.style === 1 ? "text" : "long-text",
      options: [],
      minimum: input.min_length ?? 0,
      maximum: input.max_length ?? 4000,
      value: input.value ?? "",
    };
  if (input.type === componentType.checkbox)
    return { ...common, kind: "choice", options: yesAndNo, value: (input.default ?? false) ? "true" : "false" };
  if (input.type === componentType.fileUpload)
    return { ...common, kind: "files", options: [], ...boundsOf(input), value: [] };
  if (input.type === componentType.userSelect || input.type === componentType.mentionableSelect)
    return { ...common, kind: "people", options: [], ...boundsOf(input), value: defaultIds(input) };
  const isList =
    input.type === componentType.stringSelect ||
    input.type === componentType.radioGroup ||
    input.type === componentType.checkboxGroup;
  const options = isList ? input.options.map(seenOption) : entityOptions(world, personId, input);
  const chosen = isList ? input.options.filter((one) => one.default).map(({ value }) => value) : defaultIds(input);
  const bounds = boundsOf(input);
  const isMany = bounds.maximum > 1 || input.type === componentType.checkboxGroup;
  return {
    ...common,
    kind: isMany ? "choices" : "choice",
    options,
    ...bounds,
    value: isMany ? chosen : (chosen[0] ?? ""),
  };
}

const yesAndNo = [
  { value: "true", label: "Yes" },
  { value: "false", label: "No" },
];

const defaultIds = (input: {
  readonly default_values?: readonly { readonly id: string }[] | null;
}): readonly string[] => (input.default_values ?? []).map(({ id }) => id);

/** How many can be chosen: one in a select unless the bot says otherwise, every one in a group of checkboxes. */
export function boundsOf(input: Exclude<LabelledInput, { readonly type: 4 }>): {
  readonly minimum: number;
  readonly maximum: number;
} {
  if (input.type === componentType.radioGroup || input.type === componentType.checkbox)
    return { minimum: (input.required ?? true) ? 1 : 0, maximum: 1 };
  const most = input.type === componentType.checkboxGroup ? input.options.length : 1;
  return { minimum: input.min_values ?? 1, maximum: input.max_values ?? most };
}
