import type { Speech } from "./say.ts";

/** With a capital at its beginning, for where something stands by itself. */
export const capital = (text: string, { locale }: Pick<Speech, "locale">): string =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
