/** A request that is not carried out, with a sentence for whoever sent it. */
export class PageRefusal extends Error {
  readonly status: 400 | 403 | 404 | 405 | 409 | 413 | 415;

  constructor(status: PageRefusal["status"], sentence: string) {
    super(sentence);
    this.name = "PageRefusal";
    this.status = status;
  }
}
