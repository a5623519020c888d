import type { SeenControl } from "../../person.ts";

/** Words that look alike. */
export interface Run {
  readonly text: string;
  readonly look?: "bold" | "italic" | "struck" | "code" | "mention";
  /** A web address the words lead to. */
  readonly link?: string;
}

/** A button or select; a link button has where it leads. */
export type DrawnControl = SeenControl & { readonly url?: string };

/** Part of a message or form, whichever platform it comes from. */
export type Piece =
  | { readonly kind: "heading"; readonly runs: readonly Run[] }
  | { readonly kind: "paragraph"; readonly runs: readonly Run[] }
  | { readonly kind: "quote"; readonly runs: readonly Run[] }
  | { readonly kind: "small"; readonly runs: readonly Run[] }
  | { readonly kind: "list"; readonly isOrdered: boolean; readonly items: readonly (readonly Run[])[] }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "rule" }
  /** A box with a coloured edge; the colour as "#5b6b7b". */
  | { readonly kind: "box"; readonly colour?: string; readonly pieces: readonly Piece[] }
  | { readonly kind: "controls"; readonly controls: readonly DrawnControl[] }
  /** Where a field of a form stands. */
  | { readonly kind: "field"; readonly id: string };

/** How mentions read. */
export interface Names {
  person(id: string): string | undefined;
  place(id: string): string | undefined;
}
