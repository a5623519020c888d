import type { Block } from "./card.ts";

// Parts of what a card says, as they are written most often.

export const paragraph = (text: string): Block => ({ kind: "paragraph", text });

export const small = (text: string): Block => ({ kind: "small", text });
