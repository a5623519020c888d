import { componentType } from "../numbers.ts";
import { type AnyComponent, everyComponent } from "../wire/component.ts";
import type { Emoji } from "../wire/input.ts";
import type { Json } from "../wire/json.ts";

/**
 * The ids of components: those given are kept, the others are numbered on in reading order without using a given one
 * (components/reference, "Anatomy of a Component").
 */
export function componentIds(components: readonly AnyComponent[]): ReadonlyMap<AnyComponent, number> {
  const all = everyComponent(components);
  const given = new Set(all.map(({ id }) => id ?? 0));
  const ids = new Map<AnyComponent, number>();
  let next = 1;
  for (const component of all) {
    if (component.id !== undefined && component.id !== null && component.id !== 0) {
      ids.set(component, component.id);
      continue;
    }
    while (given.has(next)) next += 1;
    ids.set(component, next);
    next += 1;
  }
  return ids;
}

/** Components as Discord gives them back: numbered, with what was left out filled in. */
export function drawComponents(components: readonly AnyComponent[]): readonly Json[] {
  const ids = componentIds(components);
  return components.map((component) => drawComponent(component, ids));
}

function drawComponent(component: AnyComponent, ids: ReadonlyMap<AnyComponent, number>): Json {
  const given = withoutNulls(component);
  const id = ids.get(component) ?? 0;
  const inside = (children: readonly AnyComponent[]) => children.map((child) => drawComponent(child, ids));
  switch (component.type) {
    case componentType.actionRow:
      return { ...given, id, components: inside(component.components) };
    case componentType.section:
      return {
        ...given,
        id,
        components: inside(component.components),
        accessory: drawComponent(component.accessory, ids),
      };
    case componentType.container:
      return {
        ...given,
        id,
        accent_color: component.accent_color ?? null,
        spoiler: component.spoiler ?? false,
        components: inside(component.components),
      };
    case componentType.label:
      return { ...given, id, component: drawComponent(component.component, ids) };
    case componentType.stringSelect:
      return { ...drawSelect(component), id, options: component.options.map(drawWithEmoji) };
    case componentType.userSelect:
    case componentType.roleSelect:
    case componentType.mentionableSelect:
    case componentType.channelSelect:
      return { ...drawSelect(component), id };
    case componentType.separator:
      return { ...given, id, spacing: component.spacing ?? 1, divider: component.divider ?? true };
    case componentType.thumbnail:
      return { ...drawItem(component), type: component.type, id };
    case componentType.mediaGallery:
      return { ...given, id, items: component.items.map(drawItem) };
    case componentType.file:
      return {
        ...given,
        id,
        file: drawMedia(component.file),
        spoiler: component.spoiler ?? false,
        name: null,
        size: null,
      };
    case componentType.button:
      return { ...drawWithEmoji(component), id };
    case componentType.textInput:
    case componentType.textDisplay:
    case componentType.fileUpload:
    case componentType.radioGroup:
    case componentType.checkboxGroup:
    case componentType.checkbox:
      return { ...given, id };
  }
}

interface SelectBody {
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly required?: boolean | null;
}

/** `required` is for modals; in a message Discord drops it. */
function drawSelect(select: SelectBody): Json {
  return { min_values: 1, max_values: 1, ...withoutNulls({ ...select, required: null }) };
}

function drawWithEmoji(value: { readonly emoji?: Emoji | null }): Json {
  const drawn = withoutNulls(value);
  if (value.emoji === undefined || value.emoji === null) return drawn;
  return { ...drawn, emoji: withoutNulls(value.emoji) };
}

interface Item {
  readonly media: { readonly url: string };
  readonly description?: string | null;
  readonly spoiler?: boolean | null;
}

const drawItem = (item: Item): Json => ({
  media: drawMedia(item.media),
  description: item.description ?? null,
  spoiler: item.spoiler ?? false,
});

const drawMedia = ({ url }: { readonly url: string }): Json => ({ id: "0", url, proxy_url: url });

/** A copy without the members that are null: Discord leaves those out of what it gives back. */
function withoutNulls(value: object): Json {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
}
