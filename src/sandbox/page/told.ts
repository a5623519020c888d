/** A text that the server gives the page, in each of its languages. */
export interface Told {
  readonly en: string;
  readonly sv: string;
}
