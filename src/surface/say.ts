import type { Speech } from "../locale/speech.ts";

/** Speaks one language. */
export type Say = Speech["say"];
export type { Speech } from "../locale/speech.ts";
