import type { FieldValues } from "../../person.ts";
import { componentIds } from "../draw/drawComponents.ts";
import { sendInteraction } from "../interactions/sendInteraction.ts";
import { componentType, interactionType } from "../numbers.ts";
import type { AnyComponent, ModalComponent } from "../wire/component.ts";
import type { LabelledInput, TextInput } from "../wire/input.ts";
import type { Json } from "../wire/json.ts";
import type { OpenForm, Outcome } from "../world/interaction.ts";
import type { World } from "../world/world.ts";
import { attach } from "./attach.ts";
import { findPerson } from "./findNamed.ts";
import { type Chosen, drawResolved, nothingChosen } from "./resolved.ts";
import { boundsOf, labelledInputs, seenForm } from "./seenForm.ts";

/**
 * Sends an open form; a field that is not named keeps what stands in it.
 * @throws Error for what the client would not let through
 */
export function submitForm(world: World, personId: string, form: OpenForm, values: FieldValues): Promise<Outcome> {
  const place = world.places.get(form.placeId);
  if (place === undefined) throw new Error("The channel of this form is gone.");
  const { fields } = seenForm(world, personId, form);
  const strange = Object.keys(values).filter((id) => !fields.some((field) => field.id === id));
  if (strange.length > 0) throw new Error(`The form has no field ${strange.join(", ")}.`);
  const chosen = nothingChosen();
  const answers = new Map<string, Json>();
  for (const { input, label } of labelledInputs(form.modal.components)) {
    const given = values[input.custom_id] ?? fields.find(({ id }) => id === input.custom_id)?.value ?? "";
    answers.set(input.custom_id, answerOf(world, form.placeId, input, label, given, chosen));
  }
  const resolved = drawResolved(world, personId, chosen);
  const { controlMessageId } = form.trigger;
  return sendInteraction(world, {
    type: interactionType.modalSubmit,
    userId: personId,
    place,
    trigger: form.trigger,
    ...(controlMessageId === undefined ? {} : { controlMessageId }),
    data: {
      custom_id: form.modal.custom_id,
      components: drawAnswers(form.modal.components, answers),
      ...(resolved === undefined ? {} : { resolved }),
    },
  });
}

function answerOf(
  world: World,
  placeId: string,
  input: LabelledInput,
  label: string,
  given: string | readonly string[],
  chosen: Chosen,
): Json {
  if (input.type === componentType.textInput) return { value: textOf(input, label, given) };
  const values = (typeof given === "string" ? [given] : given).filter((value) => value !== "");
  if (input.type === componentType.checkbox) return { value: values[0] === "true" };
  if (input.type === componentType.fileUpload) {
    const most = boundsOf(input).maximum;
    if (values.length === 0 && (input.required ?? true)) throw new Error(`"${label}" wants a file.`);
    if (values.length > most) throw new Error(`"${label}" takes ${most} files, not ${values.length}.`);
    const uploads = values.map((value) => attach(world, placeId, label, value));
    chosen.attachments.push(...uploads.map(({ id }) => id));
    return { values: uploads.map(({ id }) => id) };
  }
  const { minimum, maximum } = boundsOf(input);
  const isRequired = input.required ?? true;
  if (values.length === 0 && isRequired) throw new Error(`"${label}" is required.`);
  if (values.length > maximum || (values.length > 0 && values.length < minimum))
    throw new Error(`In "${label}" ${minimum} to ${maximum} can be chosen, not ${values.length}.`);
  if (input.type === componentType.radioGroup) return { value: offered(input, label, values)[0] ?? null };
  if (input.type === componentType.stringSelect || input.type === componentType.checkboxGroup)
    return { values: offered(input, label, values) };
  return { values: values.map((value) => entityId(world, input.type, value, chosen)) };
}

function textOf(input: TextInput, label: string, given: string | readonly string[]): string {
  if (typeof given !== "string") throw new Error(`"${label}" takes text.`);
  if (given === "" && !(input.required ?? true)) return given;
  if (given.trim() === "") throw new Error(`"${label}" is required.`);
  const least = input.min_length ?? 0;
  const most = input.max_length ?? 4000;
  if (given.length < least || given.length > most)
    throw new Error(`"${label}" takes ${least} to ${most} characters, not ${given.length}.`);
  if (input.style === 1 && given.includes("\n")) throw new Error(`"${label}" takes one line.`);
  return given;
}

function offered(
  { options }: { readonly options: readonly { readonly value: string }[] },
  label: string,
  values: readonly string[],
): readonly string[] {
  const strange = values.filter((value) => !options.some((option) => option.value === value));
  if (strange.length > 0) throw new Error(`"${label}" does not offer ${strange.join(", ")}.`);
  return values;
}

function entityId(world: World, type: 5 | 6 | 7 | 8, value: string, chosen: Chosen): string {
  const isRole =
    type === componentType.roleSelect || (type === componentType.mentionableSelect && world.roles.has(value));
  const isChannel = type === componentType.channelSelect;
  const id = isRole || isChannel ? value : findPerson(world, value);
  if (isChannel ? !world.places.has(id) : isRole && !world.roles.has(id)) throw new Error(`There is no ${value}.`);
  if (isChannel) chosen.channels.push(id);
  else (isRole ? chosen.roles : chosen.users).push(id);
  return id;
}

/** components/reference, "Interaction Response Structure" of each component. */
function drawAnswers(components: readonly ModalComponent[], answers: ReadonlyMap<string, Json>): readonly Json[] {
  const ids = componentIds(components);
  const own = (component: AnyComponent): Json => ({ type: component.type, id: ids.get(component) ?? 0 });
  const input = (component: AnyComponent): Json => {
    if (!("custom_id" in component) || !component.custom_id) return own(component);
    return { ...own(component), custom_id: component.custom_id, ...answers.get(component.custom_id) };
  };
  return components.map((component) => {
    if (component.type === componentType.label) return { ...own(component), component: input(component.component) };
    return component.type === componentType.actionRow
      ? { ...own(component), components: component.components.map(input) }
      : own(component);
  });
}
