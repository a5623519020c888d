import type { Selector } from "../rulebook/schema/vocabulary.ts";
import type { Speech } from "./say.ts";

/** Those whom a selector means, in words: "full member". */
export const selectorText = (selector: Selector, { name }: Speech): string =>
  selector.kind === "anyone" ? name("whom", "person") : name(selector.kind, selector.id);
