/** The longest that fits on both platforms. A test draws every card and form in every language against them. */
export const limits = {
  formTitle: 24,
  submitLabel: 24,
  fieldLabel: 45,
  fieldHint: 100,
  input: 3000,
  /** Of a select, or of a question of a form: Discord has them in several menus (longLists.ts). */
  options: 100,
  optionLabel: 75,
  optionHint: 75,
  buttonLabel: 75,
  controlId: 100,
  rowsOfControls: 5,
  controlsInRow: 5,
} as const;

/** Part of what a card says. Texts are plain: nothing in them is markup, wherever it came from. */
export type Block =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "facts"; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  /** Words of somebody else. */
  | { readonly kind: "quote"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "heading"; readonly text: string }
  /** Lines whose characters are all equally wide, so that columns stand under each other. */
  | { readonly kind: "table"; readonly lines: readonly string[] }
  | { readonly kind: "small"; readonly text: string };

/**
 * What a button carries: what it does, which choice it stands for, and an id that says nothing. It is no proof of anything: whoever
 * presses is authorised again.
 */
export interface ControlRef {
  readonly act: string;
  readonly choice: string;
  readonly ref: string;
}

export type Control =
  | (ControlRef & {
      readonly kind: "button";
      readonly label: string;
      readonly style: "primary" | "secondary" | "success" | "danger";
    })
  | (ControlRef & {
      readonly kind: "select";
      readonly placeholder: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
    })
  | { readonly kind: "link"; readonly label: string; readonly url: string };

/** A message, private or in a room, as data: each platform draws it in its own way. */
export interface Card {
  readonly tone: "neutral" | "attention" | "good" | "bad";
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly rows: readonly (readonly Control[])[];
}

/** A label that has to fit; what it stands for is said in full elsewhere. */
export function fitted(label: string, maximum: number): string {
  return label.length <= maximum ? label : `${label.slice(0, maximum - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** What a control carries, as one text of at most 100 characters. Throws when it would be longer: that is a mistake in the program. */
export function controlId({ act, choice, ref }: ControlRef): string {
  const id = `${act}:${choice}:${ref}`;
  if (id.length > limits.controlId)
    throw new Error(`The control "${act}" carries ${id.length} characters; ${limits.controlId} fit.`);
  return id;
}

/** What a control carried; undefined for a text that none of ours carries. */
export function parseControlId(id: string): ControlRef | undefined {
  const [act, choice, ref, ...rest] = id.split(":");
  if (act === undefined || choice === undefined || ref === undefined || rest.length > 0) return undefined;
  return { act, choice, ref };
}
