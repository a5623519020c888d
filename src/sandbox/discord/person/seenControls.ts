import type { SeenControl, SeenOption } from "../../person.ts";
import { componentType } from "../numbers.ts";
import { type AnyComponent, everyComponent } from "../wire/component.ts";
import type { Button, ComponentOption, EntitySelect, StringSelect } from "../wire/input.ts";
import { maySee } from "../world/maySee.ts";
import type { World } from "../world/world.ts";

const buttonStyles = ["primary", "secondary", "success", "danger", "link"] as const;

/** The buttons and selects of a message, in reading order. */
export function seenControls(
  world: World,
  personId: string,
  components: readonly AnyComponent[],
): readonly SeenControl[] {
  return everyComponent(components).flatMap((component): readonly SeenControl[] => {
    if (component.type === componentType.button) return [seenButton(component)];
    if (component.type === componentType.stringSelect || isEntitySelect(component))
      return [seenSelect(world, personId, component)];
    return [];
  });
}

export function isEntitySelect(component: AnyComponent): component is EntitySelect {
  return (
    component.type === componentType.userSelect ||
    component.type === componentType.roleSelect ||
    component.type === componentType.mentionableSelect ||
    component.type === componentType.channelSelect
  );
}

function seenButton(button: Button): SeenControl {
  return {
    kind: "button",
    id: button.custom_id ?? button.url ?? button.sku_id ?? "",
    label: [button.emoji?.name, button.label].filter(Boolean).join(" "),
    style: buttonStyles[button.style - 1] ?? "link",
    disabled: button.disabled ?? false,
  };
}

function seenSelect(world: World, personId: string, select: StringSelect | EntitySelect): SeenControl {
  return {
    kind: "select",
    id: select.custom_id,
    placeholder: select.placeholder ?? "",
    source:
      select.type === componentType.userSelect || select.type === componentType.mentionableSelect
        ? "people"
        : "options",
    options:
      select.type === componentType.stringSelect
        ? select.options.map(seenOption)
        : entityOptions(world, personId, select),
    minimum: select.min_values ?? 1,
    maximum: select.max_values ?? 1,
    disabled: select.disabled ?? false,
  };
}

export function seenOption(option: ComponentOption): SeenOption {
  const described = option.description ? { description: option.description } : {};
  return { value: option.value, label: option.label, ...described };
}

/** The roles or channels that a select lists; people are not listed. */
export function entityOptions(world: World, personId: string, select: EntitySelect): readonly SeenOption[] {
  if (select.type === componentType.roleSelect)
    return [...world.roles.values()].map(({ id, name }) => ({ value: id, label: name }));
  if (select.type !== componentType.channelSelect) return [];
  return [...world.places.values()].flatMap((place) => {
    if (place.kind !== "channel" || !maySee(world, personId, place)) return [];
    const isWanted = select.channel_types?.includes(place.type) ?? true;
    return isWanted ? [{ value: place.id, label: place.name }] : [];
  });
}
