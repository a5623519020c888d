import type { FieldValues, Person, SeenForm, SeenMessage, SeenOption, SeenPlace } from "../person.ts";
import type { Delivery } from "./delivery/delivery.ts";
import { act, type Client, interaction } from "./interaction/client.ts";
import { messageShortcutPayload, shortcutPayload } from "./interaction/commandPayloads.ts";
import { offerOptions } from "./interaction/offerOptions.ts";
import { dismissForm, submitForm } from "./interaction/submitForm.ts";
import { findSurface } from "./interaction/surfaces.ts";
import { typeLine } from "./interaction/typeLine.ts";
import { chooseInControl, failureOf, pressControl } from "./interaction/useControl.ts";
import { findPlace, placesOf } from "./seen/places.ts";
import { seenForm } from "./seen/seenForm.ts";
import { seenMessages } from "./seen/seenMessages.ts";
import { directMessageId } from "./world/channelActs.ts";
import type { Member } from "./world/member.ts";
import { wireView } from "./world/wireView.ts";

/** A member of the local Slack's workspace, at their client. */
export class SlackPerson implements Person {
  readonly id: string;
  readonly name: string;
  readonly #client: Client;
  readonly #member: Member;

  constructor(client: Client, member: Member) {
    this.id = member.id;
    this.name = member.name;
    this.#client = client;
    this.#member = member;
  }

  places(): readonly SeenPlace[] {
    return this.#member.deleted ? [] : placesOf(this.#client.world, this.id);
  }

  messages(place: string): readonly SeenMessage[] {
    this.#mustBeActive();
    return seenMessages(this.#client.world, this.id, findPlace(this.#client.world, this.id, place));
  }

  async type(place: string, line: string, files: readonly string[] = []): Promise<void> {
    this.#mustBeActive();
    await typeLine(this.#client, this.id, place, line, files);
  }

  /** Slack completes nothing in commands. */
  suggestions(): Promise<readonly SeenOption[]> {
    return Promise.resolve([]);
  }

  commands(place: string): readonly { readonly line: string; readonly description: string }[] {
    const found = findPlace(this.#client.world, this.id, place);
    if (found.kind !== "channel" || found.channel.archived || !found.channel.members.has(this.id)) return [];
    return this.#client.world.manifest.features.slash_commands.map(({ command, description, usage_hint: hint }) => ({
      line: command,
      description: hint === undefined ? description : `${description} · ${hint}`,
    }));
  }

  async press(message: string, control: string): Promise<void> {
    this.#mustBeActive();
    await pressControl(this.#client, this.id, message, control);
  }

  async choose(message: string, control: string, values: readonly string[]): Promise<void> {
    this.#mustBeActive();
    await chooseInControl(this.#client, this.id, message, control, values);
  }

  async shortcut(callbackId: string): Promise<void> {
    this.#mustHaveShortcut("global", callbackId);
    await this.#use(callbackId, interaction(shortcutPayload(this.#client, this.id, callbackId)));
  }

  /** The app's entries in the menu of a lasting message, by callback id. */
  messageShortcuts(message: string): readonly { readonly id: string; readonly label: string }[] {
    const surface = findSurface(this.#client.world, this.id, message);
    const { features, settings } = this.#client.world.manifest;
    const isLasting = surface.kind === "message" && surface.message.onlyFor === undefined;
    if (!isLasting || !settings.interactivity.is_enabled) return [];
    return features.shortcuts
      .filter(({ type }) => type === "message")
      .map(({ callback_id: id, name: label }) => ({ id, label }));
  }

  /** Chooses an entry of the menu of a message by callback id; this works in threads too. */
  async messageShortcut(message: string, callbackId: string): Promise<void> {
    this.#mustHaveShortcut("message", callbackId);
    const surface = findSurface(this.#client.world, this.id, message);
    if (surface.kind !== "message" || surface.message.onlyFor !== undefined)
      throw new Error("Shortcuts are offered on lasting messages only.");
    const payload = messageShortcutPayload(this.#client, this.id, surface.channel, surface.message, callbackId);
    await this.#use(callbackId, interaction(payload));
  }

  /** Types into a select whose options come from the app; `surface` is the id of a message or of the open form. */
  async lookUp(surface: string, control: string, typed: string): Promise<readonly SeenOption[]> {
    this.#mustBeActive();
    return await offerOptions(this.#client, this.id, surface, control, typed);
  }

  form(): SeenForm | undefined {
    const stored = this.#client.world.session(this.id).modals.at(-1);
    return stored?.view.type === "modal" ? seenForm(this.#client.world, stored, stored.view) : undefined;
  }

  async submit(values: FieldValues): Promise<void> {
    this.#mustBeActive();
    await submitForm(this.#client, this.id, values);
  }

  dismiss(): void {
    dismissForm(this.#client, this.id);
  }

  failures(): readonly string[] {
    return [...this.#client.world.session(this.id).failures];
  }

  async visit(place: string): Promise<void> {
    this.#mustBeActive();
    const { world, patience } = this.#client;
    const found = findPlace(world, this.id, place);
    const isMessages = found.kind === "channel" && found.channel.id === directMessageId(this.id);
    if (found.kind !== "home" && !isMessages) return;
    const wanted = world.manifest.settings.event_subscriptions.bot_events.includes("app_home_opened");
    const session = world.session(this.id);
    const before = session.shown;
    const home = world.homes.get(this.id);
    world.emit({
      type: "app_home_opened",
      user: this.id,
      channel: directMessageId(this.id),
      tab: isMessages ? "messages" : "home",
      ...(home === undefined || isMessages ? {} : { view: wireView(home, world) }),
      event_ts: world.mint.ts(),
    });
    if (wanted && !isMessages) await session.shownSince(before, patience);
  }

  /** Loads the client anew: ephemeral messages, open forms and what was entered are gone, as they are on Slack. */
  reload(): void {
    const { world } = this.#client;
    for (const channel of world.channels.values())
      for (const message of channel.messages.values())
        if (message.onlyFor === this.id) channel.messages.delete(message.ts);
    const session = world.session(this.id);
    for (const modal of session.modals) world.views.delete(modal.id);
    session.modals = [];
    session.touched.clear();
    world.changed([this.id]);
  }

  async #use(callbackId: string, sending: Pick<Delivery, "kind" | "payload" | "acceptsReply">): Promise<void> {
    await act(this.#client, this.id, sending, (outcome) => {
      const failure = failureOf(outcome);
      if (failure !== undefined)
        this.#client.world.session(this.id).fail(`${callbackId} failed with the error "${failure}"`);
    });
  }

  #mustHaveShortcut(type: "global" | "message", callbackId: string): void {
    this.#mustBeActive();
    const { features, settings } = this.#client.world.manifest;
    const isDeclared = features.shortcuts.some((one) => one.type === type && one.callback_id === callbackId);
    if (!isDeclared || !settings.interactivity.is_enabled)
      throw new Error(`The app offers no ${type} shortcut ${callbackId}.`);
  }

  #mustBeActive(): void {
    if (this.#member.deleted) throw new Error(`${this.name}'s account is deactivated.`);
  }
}
