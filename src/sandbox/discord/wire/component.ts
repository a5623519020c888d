import { componentType } from "../numbers.ts";
import type { Button, EntitySelect, LabelledInput, StringSelect, TextInput } from "./input.ts";

// Components as the bot sends them (components/reference).

interface ActionRow {
  readonly type: 1;
  readonly id?: number | null;
  readonly components: readonly (Button | StringSelect | EntitySelect | TextInput)[];
}

interface TextDisplay {
  readonly type: 10;
  readonly id?: number | null;
  readonly content: string;
}

interface Thumbnail {
  readonly type: 11;
  readonly id?: number | null;
  readonly media: { readonly url: string };
  readonly description?: string | null;
  readonly spoiler?: boolean | null;
}

interface Section {
  readonly type: 9;
  readonly id?: number | null;
  readonly components: readonly TextDisplay[];
  readonly accessory: Button | Thumbnail;
}

interface MediaGallery {
  readonly type: 12;
  readonly id?: number | null;
  readonly items: readonly {
    readonly media: { readonly url: string };
    readonly description?: string | null;
    readonly spoiler?: boolean | null;
  }[];
}

interface FileDisplay {
  readonly type: 13;
  readonly id?: number | null;
  readonly file: { readonly url: string };
  readonly spoiler?: boolean | null;
}

interface Separator {
  readonly type: 14;
  readonly id?: number | null;
  readonly spacing?: number | null;
  readonly divider?: boolean | null;
}

interface Container {
  readonly type: 17;
  readonly id?: number | null;
  readonly accent_color?: number | null;
  readonly spoiler?: boolean | null;
  readonly components: readonly (ActionRow | Section | TextDisplay | MediaGallery | FileDisplay | Separator)[];
}

interface Label {
  readonly type: 18;
  readonly id?: number | null;
  readonly label: string;
  readonly description?: string | null;
  readonly component: LabelledInput;
}

export type MessageComponent = ActionRow | Section | TextDisplay | MediaGallery | FileDisplay | Separator | Container;
export type ModalComponent = ActionRow | Label | TextDisplay;
export type AnyComponent = MessageComponent | ModalComponent | Button | Thumbnail | LabelledInput;

/** What stands inside a component, in reading order. */
export function childrenOf(component: AnyComponent): readonly AnyComponent[] {
  if (component.type === componentType.actionRow || component.type === componentType.container)
    return component.components;
  if (component.type === componentType.section) return [...component.components, component.accessory];
  if (component.type === componentType.label) return [component.component];
  return [];
}

/** The components and everything inside them, in reading order. */
export function everyComponent(components: readonly AnyComponent[]): readonly AnyComponent[] {
  return components.flatMap((component) => [component, ...everyComponent(childrenOf(component))]);
}
