import { componentType } from "../numbers.ts";
import type { FormFault } from "../refusal.ts";
import type { ModalBody } from "../wire/message.ts";
import { componentFaults, type Placed, placed } from "./componentRules.ts";

/** What the schema of a modal lets pass and Discord refuses (interactions/receiving-and-responding, "Modal"). */
export function modalFaults(modal: ModalBody, path: FormFault["path"]): readonly FormFault[] {
  const at = [...path, "components"];
  const all = placed(modal.components, at);
  const tooMany: readonly FormFault[] =
    modal.components.length > 5
      ? [{ path: at, code: "BASE_TYPE_BAD_LENGTH", message: "Must be between 1 and 5 in length." }]
      : [];
  return [...tooMany, ...componentFaults(all), ...all.flatMap((one) => inputFaults(one))];
}

function inputFaults({ component, path }: Placed): readonly FormFault[] {
  const fault = (name: string, code: string, message: string): FormFault => ({ path: [...path, name], code, message });
  const faults: FormFault[] = [];
  if (component.type === componentType.actionRow) {
    if (component.components.length !== 1)
      faults.push(
        fault("components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width"),
      );
    const unlabelled = component.components.findIndex(
      (input) => input.type === componentType.textInput && !input.label,
    );
    // Only a Label around it makes the input's own label dispensable (components/reference, "Text Input Structure").
    if (unlabelled !== -1)
      faults.push({
        path: [...path, "components", unlabelled, "label"],
        code: "BASE_TYPE_REQUIRED",
        message: "This field is required",
      });
  }
  if (component.type === componentType.textInput) {
    const least = component.min_length ?? 0;
    const most = component.max_length ?? 4000;
    if (least > most)
      faults.push(
        fault("min_length", "TEXT_INPUT_MIN_LENGTH_TOO_LARGE", "Min length must be less than or equal to max length"),
      );
    const length = component.value?.length ?? 0;
    if (length > most || (length > 0 && length < least))
      faults.push(fault("value", "BASE_TYPE_BAD_LENGTH", `Must be between ${least} and ${most} in length.`));
  }
  if ("disabled" in component && component.disabled === true)
    faults.push(fault("disabled", "COMPONENT_DISABLED_IN_MODAL", "Components in modals cannot be disabled"));
  if ("min_values" in component && component.min_values === 0 && (component.required ?? true))
    faults.push(fault("min_values", "COMPONENT_REQUIRED_MIN_VALUES", "Must be at least 1 where an answer is required"));
  return faults;
}
