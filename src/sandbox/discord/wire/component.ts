/** Components as the bot sends them (components/reference). */

export interface Button {
  readonly type: 2;
  readonly id?: number | null;
  readonly style: number;
  readonly label?: string | null;
  readonly custom_id?: string | null;
  readonly url?: string | null;
  readonly sku_id?: string | null;
  readonly disabled?: boolean | null;
  readonly emoji?: Emoji | null;
}

export interface Emoji {
  readonly id?: string | null;
  readonly name?: string | null;
  readonly animated?: boolean | null;
}

export interface ComponentOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string | null;
  readonly default?: boolean | null;
  readonly emoji?: Emoji | null;
}

interface Input {
  readonly id?: number | null;
  readonly custom_id: string;
  readonly required?: boolean | null;
}

interface Select extends Input {
  readonly placeholder?: string | null;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly disabled?: boolean | null;
}

export interface StringSelect extends Select {
  readonly type: 3;
  readonly options: readonly ComponentOption[];
}

/** A select that Discord fills by itself: users, roles, both, channels. */
export interface EntitySelect extends Select {
  readonly type: 5 | 6 | 7 | 8;
  readonly default_values?: readonly { readonly id: string; readonly type: string }[] | null;
  readonly channel_types?: readonly number[] | null;
}

export interface TextInput extends Input {
  readonly type: 4;
  readonly style: number;
  readonly label?: string | null;
  readonly value?: string | null;
  readonly placeholder?: string | null;
  readonly min_length?: number | null;
  readonly max_length?: number | null;
}

export interface FileUpload extends Input {
  readonly type: 19;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
}

export interface RadioGroup extends Input {
  readonly type: 21;
  readonly options: readonly ComponentOption[];
}

export interface CheckboxGroup extends Input {
  readonly type: 22;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly options: readonly ComponentOption[];
}

export interface Checkbox extends Input {
  readonly type: 23;
  readonly default?: boolean | null;
}

export interface ActionRow {
  readonly type: 1;
  readonly id?: number | null;
  readonly components: readonly (Button | StringSelect | EntitySelect | TextInput)[];
}

export interface TextDisplay {
  readonly type: 10;
  readonly id?: number | null;
  readonly content: string;
}

export interface Thumbnail {
  readonly type: 11;
  readonly id?: number | null;
  readonly media: { readonly url: string };
  readonly description?: string | null;
  readonly spoiler?: boolean | null;
}

export interface Section {
  readonly type: 9;
  readonly id?: number | null;
  readonly components: readonly TextDisplay[];
  readonly accessory: Button | Thumbnail;
}

export interface MediaGallery {
  readonly type: 12;
  readonly id?: number | null;
  readonly items: readonly {
    readonly media: { readonly url: string };
    readonly description?: string | null;
    readonly spoiler?: boolean | null;
  }[];
}

export interface FileDisplay {
  readonly type: 13;
  readonly id?: number | null;
  readonly file: { readonly url: string };
  readonly spoiler?: boolean | null;
}

export interface Separator {
  readonly type: 14;
  readonly id?: number | null;
  readonly spacing?: number | null;
  readonly divider?: boolean | null;
}

export interface Container {
  readonly type: 17;
  readonly id?: number | null;
  readonly accent_color?: number | null;
  readonly spoiler?: boolean | null;
  readonly components: readonly (ActionRow | Section | TextDisplay | MediaGallery | FileDisplay | Separator)[];
}

export interface Label {
  readonly type: 18;
  readonly id?: number | null;
  readonly label: string;
  readonly description?: string | null;
  readonly component: LabelledInput;
}

export type LabelledInput =
  | TextInput
  | StringSelect
  | EntitySelect
  | FileUpload
  | RadioGroup
  | CheckboxGroup
  | Checkbox;

export type MessageComponent = ActionRow | Section | TextDisplay | MediaGallery | FileDisplay | Separator | Container;
export type ModalComponent = ActionRow | Label | TextDisplay;
export type AnyComponent = MessageComponent | ModalComponent | Button | Thumbnail | LabelledInput;

/** What stands inside a component, in reading order. */
export function childrenOf(component: AnyComponent): readonly AnyComponent[] {
  if (component.type === 1 || component.type === 17) return component.components;
  if (component.type === 9) return [...component.components, component.accessory];
  if (component.type === 18) return [component.component];
  return [];
}

/** The components and everything inside them, in reading order. */
export function everyComponent(components: readonly AnyComponent[]): readonly AnyComponent[] {
  return components.flatMap((component) => [component, ...everyComponent(childrenOf(component))]);
}
