import { createHash } from "node:crypto";

import { ComponentType, DiscordAPIError, InteractionResponseType, MessageFlags, Routes } from "discord.js";
import type { APIInteractionResponse, Interaction, REST, RequestData } from "discord.js";

import type { Log } from "../application/ports.ts";
import { speechOf } from "../locale/speech.ts";
import { answerCard } from "../surface/answerCard.ts";
import { troubleCard } from "../surface/cards/formCards.ts";
import { noteCard } from "../surface/cards/noteCard.ts";
import { unsentCard } from "../surface/cards/unsentCard.ts";
import type { Answer, Delivery } from "../surface/delivery.ts";
import { answerTo } from "../surface/desk/answerTo.ts";
import type { Desk } from "../surface/desk/desk.ts";
import { inTime } from "../surface/inTime.ts";
import { ReturnedForms, RESEND } from "../surface/returned.ts";
import { unsentFile } from "../surface/unsentFile.ts";
import { administersOf } from "./administers.ts";
import { deliveryOf } from "./deliveryOf.ts";
import { renderCard } from "./render/renderCard.ts";
import type { RenderedMessage } from "./render/renderCard.ts";
import { renderForm } from "./render/renderForm.ts";

/** Discord waits three seconds for the first response; before that we ask it for more time. */
const PATIENCE_MS = 2000;
/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const ACKNOWLEDGED = 40_060;

/**
 * Answers interactions. Responses go through a REST of their own: Discord exempts them from its limit of 50 calls a second, discord.js
 * does not. https://discord.com/developers/docs/topics/rate-limits#global-rate-limit
 */
export class Responder {
  readonly #desk: Desk;
  readonly #rest: REST;
  readonly #log: Log;
  readonly #guildId: () => string | undefined;
  readonly #origins: readonly string[];
  readonly #returned = new ReturnedForms();
  readonly #running = new Set<Promise<void>>();

  /**
   * @param guildId the server that is served; undefined until it is known
   * @param origins where Discord keeps files
   */
  constructor(
    desk: Desk,
    rest: REST,
    log: Log,
    guildId: () => string | undefined,
    origins: readonly string[] = fileOrigins(undefined),
  ) {
    this.#desk = desk;
    this.#rest = rest;
    this.#log = log;
    this.#guildId = guildId;
    this.#origins = origins;
  }

  respond(interaction: Interaction): void {
    const work = this.#respond(interaction);
    this.#running.add(work);
    void work.finally(() => this.#running.delete(work));
  }

  /** Waits until everything that has arrived has been answered. */
  async drained(): Promise<void> {
    while (this.#running.size > 0) {
      // oxlint-disable-next-line no-await-in-loop -- more may have arrived meanwhile
      await Promise.allSettled(this.#running);
    }
  }

  async #respond(interaction: Interaction): Promise<void> {
    const delivery = deliveryOf(interaction, this.#origins);
    if (delivery === undefined) return;
    const handled = this.#handle(interaction, delivery);
    try {
      // A completion is never asked more time for.
      const answer = await (delivery.kind === "complete" ? handled : inTime(handled, PATIENCE_MS));
      if (answer === undefined) await this.#respondLate(interaction, handled, delivery);
      // Whoever dealt with the delivery before answers it.
      else if (answer.kind === "silence" && delivery.kind !== "complete") return;
      else await this.#callback(interaction, responseOf(answer, delivery, interaction), filesOf(answer));
      if (answer?.kind === "form") await answer.meanwhile;
    } catch (error) {
      if (isAnswered(error)) return;
      // What was to be stored is stored; only the person was not told. Another try finds it done.
      const reason = error instanceof Error ? error.name : "unknown";
      this.#log.warn("answer not delivered", { platform: "discord", kind: delivery.kind, reason });
    }
  }

  /** A form that could not be stored goes back with a button that sends it once more: Discord has closed its window. */
  async #handle(interaction: Interaction, delivery: Delivery): Promise<Answer> {
    const speech = speechOf(delivery.caller.locale);
    const isAgain = delivery.kind === "press" && delivery.act === RESEND;
    // What is no longer kept the desk says itself.
    const sent = (isAgain ? this.#returned.take(delivery.ref, delivery.caller) : undefined) ?? delivery;
    const answer = await answerTo(this.#desk, sent, administersOf(interaction, this.#guildId()), this.#log);
    if (answer.kind === "unsent" && sent.kind === "submit") {
      const kept = nameOf(interaction);
      this.#returned.keep(kept, sent);
      const file = unsentFile(answer, speech);
      const card = unsentCard(answer, speech, { kept, hasFile: file !== undefined });
      return file === undefined ? { kind: "note", card } : { kind: "file", card, file };
    }
    if (!isAgain || sent === delivery) return answer;
    if (answer.kind === "silence")
      return {
        kind: "instead",
        card: noteCard("good", speech.say("unsent.arrived.title"), speech.say("unsent.arrived")),
      };
    return answer.kind === "note" ? { kind: "instead", card: answer.card } : answer;
  }

  async #respondLate(interaction: Interaction, handled: Promise<Answer>, delivery: Delivery): Promise<void> {
    const asked = this.#callback(interaction, {
      type: InteractionResponseType.DeferredChannelMessageWithSource,
      data: { flags: MessageFlags.Ephemeral },
    });
    await asked.catch((error: unknown) => {
      if (!isAnswered(error)) throw error; // another instance may have asked for more time before
    });
    const answer = await handled;
    if (answer.kind === "silence") return;
    const card = answerCard(answer, speechOf(delivery.caller.locale));
    const body = withFile(
      renderCard(card ?? troubleCard(speechOf(delivery.caller.locale)), { isPrivate: true }),
      answer,
    );
    await this.#rest.patch(Routes.webhookMessage(interaction.applicationId, interaction.token), {
      body,
      auth: false,
      ...filesOf(answer),
    });
  }

  async #callback(interaction: Interaction, body: APIInteractionResponse, files: Files = {}): Promise<void> {
    await this.#rest.post(Routes.interactionCallback(interaction.id, interaction.token), {
      body,
      auth: false,
      ...files,
    });
  }
}

/** A name that only those know who were brought the interaction: each instance of a bot keeps what it could not store under the same. */
const nameOf = ({ token }: Interaction) =>
  createHash("sha256")
    .update(token)
    .digest("hex")
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");

/** What is sent along with a body. */
type Files = Pick<RequestData, "files">;

/** A file that somebody gets back goes with the answer that only they see. */
const filesOf = (answer: Answer): Files =>
  answer.kind === "file"
    ? { files: [{ name: plainAscii(answer.file.name), data: Buffer.from(answer.file.bytes) }] }
    : {};

/** Among components a file is shown where one of them names it. https://docs.discord.com/developers/components/reference#file */
function withFile(message: RenderedMessage, answer: Answer): RenderedMessage {
  if (answer.kind !== "file") return message;
  const url = `attachment://${plainAscii(answer.file.name)}`;
  return { ...message, components: [...message.components, { type: ComponentType.File, file: { url } }] };
}

/** Discord names an attachment by these letters only. */
const plainAscii = (name: string) => name.replaceAll(/[^\w.-]/g, "_");

/** Where Discord keeps files; another Discord than the real one keeps them where it is. */
export const fileOrigins = (apiUrl: string | undefined): readonly string[] =>
  apiUrl === undefined ? ["https://cdn.discordapp.com", "https://media.discordapp.net"] : [new URL(apiUrl).origin];

/** Whether somebody else has answered: two instances of a bot are brought the same. */
function isAnswered(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === ACKNOWLEDGED;
}

function responseOf(answer: Answer, delivery: Delivery, interaction: Interaction): APIInteractionResponse {
  if (delivery.kind === "complete")
    return {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: {
        choices:
          answer.kind === "suggestions"
            ? answer.options.slice(0, 25).map(({ value, label }) => ({ name: label, value }))
            : [],
      },
    };
  if (answer.kind === "form" && delivery.kind !== "submit")
    return { type: InteractionResponseType.Modal, data: renderForm(answer.form) };
  const card = answerCard(answer, speechOf(delivery.caller.locale));
  if (card === undefined) return { type: InteractionResponseType.DeferredMessageUpdate };
  if (isOnPrivateNote(interaction) && takesItsPlace(answer, delivery))
    return { type: InteractionResponseType.UpdateMessage, data: renderCard(card, { isPrivate: true }) };
  const data = withFile(renderCard(card, { isPrivate: true }), answer);
  return { type: InteractionResponseType.ChannelMessageWithSource, data };
}

/** Whether the button, or the button that opened the form, stands on a note that only this person sees. */
function isOnPrivateNote(interaction: Interaction): boolean {
  const isOnMessage = interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
  return isOnMessage && interaction.message.flags.has(MessageFlags.Ephemeral);
}

/** "Nothing has been sent yet" must not stand there once it was sent: what leads through a form is one note, not one for each page. */
function takesItsPlace(answer: Answer, delivery: Delivery): boolean {
  if (answer.kind === "instead") return true;
  return delivery.kind === "submit" && (answer.kind === "form" || answer.kind === "errors");
}
