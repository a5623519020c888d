// Interactive components as the bot sends them (components/reference).

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

interface FileUpload extends Input {
  readonly type: 19;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
}

interface RadioGroup extends Input {
  readonly type: 21;
  readonly options: readonly ComponentOption[];
}

interface CheckboxGroup extends Input {
  readonly type: 22;
  readonly min_values?: number | null;
  readonly max_values?: number | null;
  readonly options: readonly ComponentOption[];
}

interface Checkbox extends Input {
  readonly type: 23;
  readonly default?: boolean | null;
}

/** What can stand in a label of a form. */
export type LabelledInput =
  | TextInput
  | StringSelect
  | EntitySelect
  | FileUpload
  | RadioGroup
  | CheckboxGroup
  | Checkbox;
