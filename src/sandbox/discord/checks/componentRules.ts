import { componentType } from "../numbers.ts";
import type { FormFault } from "../refusal.ts";
import { type AnyComponent, childrenOf } from "../wire/component.ts";
import type { Button, ComponentOption } from "../wire/input.ts";

type Path = FormFault["path"];

/** A component with the way to it. */
export interface Placed {
  readonly component: AnyComponent;
  readonly path: Path;
}

/** The components and everything in them, each with the way to it, in reading order. */
export function placed(components: readonly AnyComponent[], path: Path): readonly Placed[] {
  return components.flatMap((component, index) => withInside(component, [...path, index]));
}

function withInside(component: AnyComponent, path: Path): readonly Placed[] {
  const own: Placed = { component, path };
  if (component.type === componentType.section)
    return [
      own,
      ...placed(component.components, [...path, "components"]),
      ...withInside(component.accessory, [...path, "accessory"]),
    ];
  if (component.type === componentType.label) return [own, ...withInside(component.component, [...path, "component"])];
  return [own, ...placed(childrenOf(component), [...path, "components"])];
}

/** What Discord checks of components wherever they stand: ids, buttons, selects. */
export function componentFaults(all: readonly Placed[]): readonly FormFault[] {
  return [...duplicates(all), ...all.flatMap(({ component, path }) => faultsOf(component, path))];
}

function duplicates(all: readonly Placed[]): readonly FormFault[] {
  const seen = new Set<string>();
  return all.flatMap(({ component, path }): FormFault[] => {
    const given: readonly [string, string | number | undefined, string][] = [
      [
        "custom_id",
        "custom_id" in component ? (component.custom_id ?? undefined) : undefined,
        "COMPONENT_CUSTOM_ID_DUPLICATED",
      ],
      ["id", component.id === null || component.id === 0 ? undefined : component.id, "COMPONENT_ID_DUPLICATED"],
    ];
    return given.flatMap(([name, value, code]) => {
      if (value === undefined) return [];
      const isNew = !seen.has(`${name}:${value}`);
      seen.add(`${name}:${value}`);
      return isNew ? [] : [{ path: [...path, name], code, message: `Component ${name} cannot be duplicated` }];
    });
  });
}

function faultsOf(component: AnyComponent, path: Path): readonly FormFault[] {
  if (component.type === componentType.button) return buttonFaults(component, path);
  if (component.type === componentType.radioGroup || component.type === componentType.checkboxGroup)
    return optionFaults(component.options, path);
  if (component.type === componentType.stringSelect)
    return [
      ...boundFaults(component, path),
      ...optionFaults(component.options, path),
      ...enoughOptions(component.options, component.max_values ?? 1, path),
    ];
  const isSelect =
    component.type === componentType.userSelect ||
    component.type === componentType.roleSelect ||
    component.type === componentType.mentionableSelect ||
    component.type === componentType.channelSelect;
  return isSelect ? boundFaults(component, path) : [];
}

function enoughOptions(options: readonly ComponentOption[], most: number, path: Path): readonly FormFault[] {
  if (options.length >= most) return [];
  return [
    {
      path: [...path, "options"],
      code: "BASE_TYPE_BAD_LENGTH",
      message: `Must be between ${most} and 25 in length.`,
    },
  ];
}

/** components/reference, "Button Structure". */
function buttonFaults(button: Button, path: Path): readonly FormFault[] {
  const has = (name: "custom_id" | "url" | "sku_id" | "label" | "emoji") =>
    button[name] !== undefined && button[name] !== null && button[name] !== "";
  const fault = (name: string, code: string, message: string): FormFault => ({ path: [...path, name], code, message });
  if (button.style === 6)
    return has("sku_id") ? [] : [fault("sku_id", "BUTTON_COMPONENT_SKU_ID_REQUIRED", "A sku id is required")];
  const faults: FormFault[] = [];
  const isLink = button.style === 5;
  if (!has("label") && !has("emoji"))
    faults.push(fault("label", "BUTTON_COMPONENT_LABEL_REQUIRED", "A label or an emoji is required"));
  if (isLink && !has("url")) faults.push(fault("url", "BUTTON_COMPONENT_URL_REQUIRED", "A url is required"));
  if (isLink && has("custom_id"))
    faults.push(
      fault(
        "custom_id",
        "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
        "A custom id and url cannot both be specified",
      ),
    );
  if (!isLink && !has("custom_id"))
    faults.push(fault("custom_id", "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id required"));
  if (!isLink && has("url"))
    faults.push(
      fault("url", "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", "A custom id and url cannot both be specified"),
    );
  return faults;
}

/** That the least number of choices is not above the greatest. */
function boundFaults(
  select: { readonly min_values?: number | null; readonly max_values?: number | null },
  path: Path,
): readonly FormFault[] {
  if ((select.min_values ?? 1) <= (select.max_values ?? 1)) return [];
  return [
    {
      path: [...path, "min_values"],
      code: "SELECT_COMPONENT_MIN_VALUES_TOO_LARGE",
      message: "Min values must be less than or equal to max values",
    },
  ];
}

function optionFaults(options: readonly ComponentOption[], path: Path): readonly FormFault[] {
  const seen = new Set<string>();
  return options.flatMap(({ value }, index): FormFault[] => {
    const isNew = !seen.has(value);
    seen.add(value);
    if (isNew) return [];
    return [
      {
        path: [...path, "options", index, "value"],
        code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
        message: "The specified option value is already used",
      },
    ];
  });
}
