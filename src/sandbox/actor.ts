import type { LocalPlatform, Person, SeenControl, SeenForm, SeenMessage, SeenPlace } from "./person.ts";

interface Found {
  readonly on: string;
  readonly control: SeenControl;
}

/** Acts for somebody at a local platform, by what stands on the screen, in the words that stand there. */
export class Actor {
  readonly name: string;
  readonly id: string;
  readonly #platform: LocalPlatform;
  readonly #person: Person;
  readonly #answered: () => Promise<void>;

  /** @param answered resolves once what was done has been answered in full; a platform shows what came first */
  constructor(
    platform: LocalPlatform,
    id: string,
    name: string,
    answered: () => Promise<void> = () => Promise.resolve(),
  ) {
    this.#platform = platform;
    this.#person = platform.person(id);
    this.id = id;
    this.name = name;
    this.#answered = answered;
  }

  /** The place where this person types commands: a channel that everybody sees. */
  get #desk(): string {
    const place = this.#person.places().find((each) => each.name.includes("general"));
    if (place === undefined) throw new Error(`${this.name} sees no channel to type in.`);
    return place.id;
  }

  /** Types a command: its words, then its options by name. */
  async command(words: string, options: Readonly<Record<string, string>> = {}): Promise<void> {
    this.#closeBefore("");
    const given = Object.entries(options).map(([name, value]) =>
      this.#platform.kind === "discord" ? `${name}:${value}` : value,
    );
    await this.#person.type(this.#desk, [`/${words}`, ...given].join(" "));
    await this.#answered();
  }

  /** What Discord offers to complete a command with. */
  async suggestions(line: string): Promise<readonly string[]> {
    return (await this.#person.suggestions(this.#desk, line)).map((option) => option.label);
  }

  /** Every message this person sees now, oldest first. */
  messages(): readonly SeenMessage[] {
    return this.#person
      .places()
      .flatMap((place) => this.#person.messages(place.id))
      .toSorted((a, b) => a.at - b.at || a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  }

  /** Every place where this person reads messages, as their client lists it. */
  places(): readonly SeenPlace[] {
    return this.#person.places();
  }

  /** Messages in private rooms (not in channels that everybody sees, not private to this person). */
  rooms(): readonly string[] {
    return this.#person
      .places()
      .filter((place) => place.kind === "thread" || place.kind === "private-channel")
      .map((place) => place.name);
  }

  /** The controls of what was said last to this person alone: a button by its label, a list by what stands in it. */
  offered(): readonly string[] | undefined {
    return this.messages()
      .findLast((message) => message.ephemeral)
      ?.controls.map((control) => (control.kind === "button" ? control.label : control.placeholder));
  }

  /** Everything on this person's screen: messages, and the open form. */
  reads(): string {
    const form = this.form();
    const fields =
      form?.fields.map((field) => `${field.label} ${field.options.map((option) => option.label).join(" ")}`) ?? [];
    return [
      ...this.messages().map((message) => message.text),
      form?.title ?? "",
      form?.text ?? "",
      ...fields,
      ...Object.values(form?.errors ?? {}),
    ].join("\n");
  }

  /** The last thing that was said to this person alone: a private note, or the window that stands open. */
  note(): string {
    const form = this.form();
    if (form !== undefined) return `${form.title}\n${form.text}`;
    return this.messages().findLast((message) => message.ephemeral)?.text ?? "";
  }

  form(): SeenForm | undefined {
    return this.#person.form();
  }

  failures(): readonly string[] {
    return this.#person.failures();
  }

  /** Fills in the open form by the labels of its fields and sends it. Choices are given by their labels. */
  async fillIn(answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
    const form = this.form();
    if (form === undefined) throw new Error(`${this.name} has no form open, but sees:\n${this.reads().slice(-800)}`);
    const values = Object.fromEntries(
      form.fields.map((field) => {
        const given = answers[field.label] ?? field.value;
        const valueOf = (label: string) => field.options.find((option) => option.label === label)?.value ?? label;
        if (field.kind === "people")
          return [field.id, typeof given === "string" ? [given].filter((each) => each !== "") : given];
        if (field.options.length === 0) return [field.id, given];
        return [field.id, typeof given === "string" ? valueOf(given) : given.map(valueOf)];
      }),
    );
    const strangers = Object.keys(answers).filter((label) => !form.fields.some((field) => field.label === label));
    if (strangers.length > 0)
      throw new Error(
        `The form "${form.title}" has no field ${strangers.join(", ")}; it has: ${form.fields.map((field) => field.label).join(", ")}`,
      );
    await this.#person.submit(values);
    await this.#answered();
  }

  /** Chooses an entry in the menu of the newest message in which this stands. */
  async useMenu(text: string, entry: string): Promise<void> {
    this.#closeBefore("");
    const message = this.messages().findLast((each) => each.text.includes(text));
    if (message === undefined) throw new Error(`${this.name} sees no message with "${text}".`);
    const offered = this.#person.messageShortcuts(message.id);
    const found = offered.find(({ label }) => label === entry);
    if (found === undefined)
      throw new Error(
        `The menu of "${text}" offers no "${entry}", but: ${offered.map(({ label }) => label).join(", ")}`,
      );
    await this.#person.messageShortcut(message.id, found.id);
    await this.#answered();
  }

  /** Writes plain words where everybody reads them, with files under them. */
  async write(line: string, files: readonly string[] = []): Promise<void> {
    await this.#person.type(this.#desk, line, files);
  }

  /** Goes to the app's home page; where a platform has none, nothing happens. */
  async goHome(): Promise<void> {
    const home = this.#person.places().find(({ kind }) => kind === "home");
    if (home === undefined) return;
    await this.#person.visit?.(home.id);
    await this.#answered();
  }

  /** Closes the window that stands open, if any. */
  closeWindow(): void {
    this.#closeBefore("");
  }

  /** Whether a control with this label stands anywhere this person sees. */
  canPress(label: string): boolean {
    return this.#find(label) !== undefined;
  }

  /** Presses the newest button with this label. */
  async press(label: string): Promise<void> {
    const found = this.#find(label);
    if (found === undefined)
      throw new Error(
        `${this.name} sees no button "${label}", but:\n${this.#labels().join(" | ")}\n${this.reads().slice(-800)}`,
      );
    this.#closeBefore(found.on);
    await this.#person.press(found.on, found.control.id);
    await this.#answered();
  }

  /** A window that stands open is closed before something behind it is pressed. */
  #closeBefore(pressedOn: string): void {
    const form = this.form();
    if (form !== undefined && form.id !== pressedOn) this.#person.dismiss();
  }

  /** Chooses from the newest select with this placeholder. */
  async choose(placeholder: string, label: string): Promise<void> {
    const found = this.#find(placeholder);
    if (found?.control.kind !== "select") throw new Error(`${this.name} sees no choice "${placeholder}".`);
    const option = found.control.options.find((each) => each.label === label);
    await this.#person.choose(found.on, found.control.id, [option?.value ?? label]);
    await this.#answered();
  }

  /** Where the newest button with this label stands, to press it later or by somebody else. */
  handle(label: string): Found {
    const found = this.#find(label);
    if (found === undefined) throw new Error(`${this.name} sees no button "${label}".`);
    return found;
  }

  async pressHandle({ on, control }: Found): Promise<void> {
    await this.#person.press(on, control.id);
    await this.#answered();
  }

  #controls(): readonly Found[] {
    const form = this.form();
    const onForm = (form?.controls ?? []).map((control) => ({ on: form?.id ?? "", control }));
    const onMessages = this.messages().flatMap((message) =>
      message.controls.map((control) => ({ on: message.id, control })),
    );
    return [...onMessages, ...onForm];
  }

  #find(label: string): Found | undefined {
    return this.#controls().findLast(
      ({ control }) => (control.kind === "button" ? control.label : control.placeholder) === label,
    );
  }

  #labels(): readonly string[] {
    return this.#controls().map(({ control }) => (control.kind === "button" ? control.label : control.placeholder));
  }
}
