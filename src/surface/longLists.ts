import type { Field, FieldOption } from "./form.ts";
import type { Say } from "./say.ts";

/** So many options stand in one menu of Discord; longer lists are several menus, or are typed. */
export const MENU = 25;

/** Options in menus, in their order. */
export function menusOf<Option>(options: readonly Option[]): readonly (readonly Option[])[] {
  const count = Math.max(1, Math.ceil(options.length / MENU));
  return Array.from({ length: count }, (_, i) => options.slice(i * MENU, (i + 1) * MENU));
}

/** As much room as a question takes on a page, in fields of one menu each. */
export function roomOf({ kind, options }: Pick<Field, "kind" | "options">): number {
  return kind === "choice" || kind === "choices" ? menusOf(options).length : 1;
}

/** Names one of several menus of the same question. */
export const menuId = (id: string, menu: number) => `${id}~${menu}`;

/** The question, or the control, of which something is one of several menus. */
export const wholeOf = (id: string) => id.replace(/~\d+$/, "");

export type Typed =
  | { readonly kind: "found"; readonly values: readonly string[] }
  | { readonly kind: "wrong"; readonly message: string };

/** So many options are proposed where what was typed could be more than one. */
const PROPOSED = 5;

/**
 * What somebody chose of a long list, or typed: words of an option, or its clause; several are apart by semicolons or lines. What is no one
 * option is wrong, and said with those that it could be.
 */
export function typedIn(field: Pick<Field, "label" | "options">, entered: readonly string[], say: Say): Typed {
  const known = new Set(field.options.map(({ value }) => value));
  const found: string[] = [];
  for (const given of entered.flatMap((each) => (known.has(each) ? [each] : each.split(/[;\n]/)))) {
    const typed = given.trim();
    if (typed === "") continue;
    const fits = known.has(typed) ? [typed] : fitting(field.options, typed).map(({ value }) => value);
    const [only, ...others] = fits;
    if (only === undefined || others.length > 0) return { kind: "wrong", message: messageOf(field, typed, fits, say) };
    found.push(only);
  }
  return { kind: "found", values: [...new Set(found)] };
}

function messageOf(
  { label, options }: Pick<Field, "label" | "options">,
  given: string,
  fits: readonly string[],
  say: Say,
) {
  if (fits.length === 0) return say("form.error.typed", { field: label, given });
  const shown = options.filter(({ value }) => fits.includes(value)).slice(0, PROPOSED);
  const could = shown.map((option) => `“${option.label}”`).join(", ");
  return say("form.error.which", { field: label, given, could });
}

/** Those that are called so or have this clause; where there is none, those in which the words stand. */
function fitting(options: readonly FieldOption[], typed: string): readonly FieldOption[] {
  const words = typed.toLowerCase();
  const exact = options.filter(({ label, hint = "" }) => {
    const clause = hint.toLowerCase();
    return label.toLowerCase() === words || clause === words || clause.endsWith(` ${words}`);
  });
  if (exact.length > 0) return exact;
  return options.filter(({ label, hint = "" }) => `${label} ${hint}`.toLowerCase().includes(words));
}
