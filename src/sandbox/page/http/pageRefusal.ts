import type { Told } from "../told.ts";

/** A request that is not carried out, with a sentence for whoever sent it. */
export class PageRefusal extends Error {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415;

  /** What a platform says is not translated. */
  readonly words: string | Told;

  constructor(status: PageRefusal["status"], words: string | Told) {
    super(typeof words === "string" ? words : words.en);
    this.name = "PageRefusal";
    this.status = status;
    this.words = words;
  }
}
