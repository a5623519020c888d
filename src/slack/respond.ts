import type { KnownBlock, ModalView } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { z } from "zod";

import type { Account } from "../application/person.ts";
import type { Log } from "../application/ports.ts";
import { speechOf } from "../locale/speech.ts";
import { answerCard } from "../surface/answerCard.ts";
import type { Card } from "../surface/card.ts";
import { waitCard } from "../surface/cards/formCards.ts";
import { noticePreview } from "../surface/cards/noticeCard.ts";
import { unsentCard } from "../surface/cards/unsentCard.ts";
import type { Command } from "../surface/command.ts";
import type { Answer, Delivery, SentFile, UnsentForm } from "../surface/delivery.ts";
import { answerTo } from "../surface/desk/answerTo.ts";
import type { Desk } from "../surface/desk/desk.ts";
import { inTime } from "../surface/inTime.ts";
import type { Speech } from "../surface/say.ts";
import { commandDelivery, messageDelivery, pressDelivery, submitDelivery } from "./deliveryOf.ts";
import type { actionBody, commandBody, messageBody, SlackFiles, submissionBody } from "./deliveryOf.ts";
import { renderBlocks } from "./render/renderCard.ts";
import { renderCardView, renderForm } from "./render/renderForm.ts";
import type { SlackPeople } from "./slackPeople.ts";

/** Slack waits three seconds for the ack; before that an answer to a submitted form is put off. */
const PATIENCE_MS = 2000;

/** A message as response_url takes it. */
export interface Reply {
  readonly response_type: "ephemeral";
  readonly replace_original?: boolean;
  readonly text: string;
  readonly blocks: KnownBlock[];
}

type Say = (reply: Reply) => Promise<unknown>;

export type SubmissionAck =
  | undefined
  | { readonly response_action: "errors"; readonly errors: Record<string, string> }
  | { readonly response_action: "update"; readonly view: ModalView };

/** Answers what people do on Slack. Every handler acknowledges, whatever happens: a thrown error would be three seconds of silence. */
export class Responder {
  readonly #desk: Desk;
  readonly #client: WebClient;
  readonly #people: SlackPeople;
  readonly #commands: readonly Command[];
  readonly #log: Log;
  readonly #files: SlackFiles;
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    desk: Desk,
    client: WebClient,
    people: SlackPeople,
    commands: readonly Command[],
    log: Log,
    files: SlackFiles,
  ) {
    this.#desk = desk;
    this.#client = client;
    this.#people = people;
    this.#commands = commands;
    this.#log = log;
    this.#files = files;
  }

  /** Waits until everything that has arrived has been answered. */
  async drained(): Promise<void> {
    while (this.#running.size > 0) {
      // oxlint-disable-next-line no-await-in-loop -- more may have arrived meanwhile
      await Promise.allSettled(this.#running);
    }
  }

  /** The ack of a command carries its answer, so that one round trip does for both. */
  command(body: z.infer<typeof commandBody>, ack: (reply?: Reply) => Promise<void>, say: Say): Promise<void> {
    return this.#keep("command", async () => {
      const caller = await this.#people.read(body.user_id);
      const delivery = commandDelivery(body, caller, this.#commands);
      const handled = this.#answerTo(delivery);
      const answer = await inTime(handled, PATIENCE_MS);
      if (answer !== undefined && answer.kind !== "form") {
        const card = answerCard(answer, speechOf(caller.locale));
        return ack(card === undefined ? undefined : replyOf(card, speechOf(caller.locale), false));
      }
      await ack();
      await this.#show(await handled, delivery, body.trigger_id, say);
    });
  }

  shortcut(callbackId: string, user: string, triggerId: string, ack: () => Promise<void>): Promise<void> {
    return this.#keep("shortcut", async () => {
      await ack();
      const caller = await this.#people.read(user);
      const delivery: Delivery = {
        key: `slack:${triggerId}`,
        platform: "slack",
        caller,
        kind: "command",
        words: [callbackId],
        options: {},
      };
      await this.#show(await this.#answerTo(delivery), delivery, triggerId, undefined);
    });
  }

  /** Something from the menu of a message: acknowledged at once, and answered to whoever did it alone. */
  onMessage(body: z.infer<typeof messageBody>, ack: () => Promise<void>, say: Say): Promise<void> {
    return this.#keep("message", async () => {
      await ack();
      const caller = await this.#people.read(body.user.id);
      const delivery = await messageDelivery(body, caller, (id) => this.#people.read(id), this.#files);
      const answer = await this.#answerTo(delivery);
      await this.#show(answer, delivery, body.trigger_id, say);
      if (answer.kind === "form") await answer.meanwhile;
    });
  }

  /** A press is acknowledged when what it did is stored: a press whose effect is lost looks lost to whoever pressed. */
  action(body: z.infer<typeof actionBody>, ack: () => Promise<void>, say: Say | undefined): Promise<void> {
    return this.#keep("press", async () => {
      const caller = await this.#people.read(body.user.id);
      const delivery = pressDelivery(body, caller);
      if (delivery === undefined) return ack();
      const handled = this.#answerTo(delivery);
      await inTime(handled, PATIENCE_MS);
      await ack();
      const answer = await handled;
      const speech = speechOf(caller.locale);
      if (body.view?.type !== "modal")
        return this.#show(answer, delivery, body.trigger_id, say, body.container?.is_ephemeral === true);
      const view = viewOf(answer, speech);
      if (view === undefined) return;
      if (answer.kind === "aside") await this.#lay(view, body.view.id, body.trigger_id);
      else await this.#client.views.update({ view_id: body.view.id, view });
    });
  }

  /** A window on top of one that stands open; in place of it where no more fit, or too late for another. */
  async #lay(view: ModalView, under: string, triggerId: string): Promise<void> {
    try {
      await this.#client.views.push({ trigger_id: triggerId, view });
    } catch {
      await this.#client.views.update({ view_id: under, view });
    }
  }

  submission(body: z.infer<typeof submissionBody>, ack: (answer: SubmissionAck) => Promise<void>): Promise<void> {
    return this.#keep("submit", async () => {
      const caller = await this.#people.read(body.user.id);
      const speech = speechOf(caller.locale);
      const handled = this.#submitted(body, caller);
      const answer = await inTime(handled, PATIENCE_MS);
      if (answer !== undefined) return ack(ackOf(answer, speech, Object.keys(body.view.state.values)));
      await ack({ response_action: "update", view: renderCardView(waitCard(speech), speech) });
      const late = await handled;
      const view = viewOf(late, speech);
      if (view === undefined) return;
      try {
        await this.#client.views.update({ view_id: body.view.id, view });
      } catch (error) {
        // The window was closed meanwhile. Whoever gave no name is written to nowhere else.
        if (late.kind === "unsent" && !late.isUnnamed) await this.#giveBack(caller.id, late, speech);
        throw error;
      }
    });
  }

  /** What was typed in a form that could not be stored, in the direct messages of whoever typed it. */
  async #giveBack(user: string, unsent: UnsentForm, speech: Speech): Promise<void> {
    const channel = await this.#openDirect(user);
    const blocks = renderBlocks(unsentCard(unsent, speech));
    await this.#client.chat.postMessage({ channel, text: noticePreview(speech), blocks });
  }

  async #openDirect(user: string): Promise<string> {
    const opened = await this.#client.conversations.open({ users: user });
    const channel = opened.channel?.id;
    if (channel === undefined) throw new Error("Slack opened no direct message.");
    return channel;
  }

  async #submitted(body: z.infer<typeof submissionBody>, caller: Account): Promise<Answer> {
    const delivery = await submitDelivery(body, caller, (id) => this.#people.readInFull(id), this.#files);
    return delivery === undefined ? { kind: "silence" } : this.#answerTo(delivery);
  }

  home(user: string): Promise<void> {
    return this.#keep("home", async () => {
      const caller = await this.#people.read(user);
      const answer = await this.#answerTo({ key: `slack:home:${user}`, platform: "slack", caller, kind: "home" });
      if (answer.kind !== "home") return;
      await this.#client.views.publish({ user_id: user, view: { type: "home", blocks: renderBlocks(answer.card) } });
    });
  }

  async #answerTo(delivery: Delivery): Promise<Answer> {
    const administers = () => this.#people.administers(delivery.caller.id);
    const answer = await answerTo(this.#desk, delivery, administers, this.#log);
    if (answer.kind === "file") await this.#sendFile(delivery.caller.id, answer.file);
    return answer;
  }

  /** An answer that only one person sees holds no file: it goes into the direct messages with them. */
  async #sendFile(user: string, { name, bytes }: SentFile): Promise<void> {
    const channel = await this.#openDirect(user);
    await this.#client.filesUploadV2({ channel_id: channel, file: Buffer.from(bytes), filename: name });
  }

  async #keep(kind: string, work: () => Promise<void>): Promise<void> {
    const running = work();
    this.#running.add(running);
    try {
      await running;
    } catch (error) {
      // What was to be stored is stored; only the person was not told. Another try finds it done.
      this.#log.warn("answer not delivered", {
        platform: "slack",
        kind,
        reason: error instanceof Error ? error.name : "unknown",
      });
    } finally {
      this.#running.delete(running);
    }
  }

  /** Shows an answer to a command or a press: a form in a window, anything else as a private message where there is a place for it. */
  async #show(
    answer: Answer,
    delivery: Delivery,
    triggerId: string,
    say: Say | undefined,
    isOnPrivateNote = false,
  ): Promise<void> {
    const speech = speechOf(delivery.caller.locale);
    const card = answerCard(answer, speech);
    if (answer.kind === "form" || (card !== undefined && say === undefined)) {
      const view = viewOf(answer, speech);
      if (view === undefined) return;
      try {
        await this.#client.views.open({ trigger_id: triggerId, view });
      } catch (error) {
        // A window opens within three seconds or not at all: then a button to it is shown.
        if (card === undefined || say === undefined) throw error;
        await say(replyOf(card, speech, false));
      }
      return;
    }
    if (card === undefined || say === undefined) return;
    await say(replyOf(card, speech, answer.kind === "instead" && isOnPrivateNote));
  }
}

function replyOf(card: Card, speech: Speech, replaces: boolean): Reply {
  return {
    response_type: "ephemeral",
    ...(replaces ? { replace_original: true } : {}),
    text: noticePreview(speech),
    blocks: renderBlocks(card),
  };
}

/** @param fields of the window: what could not be stored stays in it, and the first says so */
function ackOf(answer: Answer, speech: Speech, [first]: readonly string[]): SubmissionAck {
  if (answer.kind === "errors") return { response_action: "errors", errors: { ...answer.errors } };
  if (answer.kind === "unsent" && first !== undefined)
    return { response_action: "errors", errors: { [first]: speech.say(`unsent.stands.${answer.why}`) } };
  const view = viewOf(answer, speech);
  return view === undefined ? undefined : { response_action: "update", view };
}

function viewOf(answer: Answer, speech: Speech): ModalView | undefined {
  if (answer.kind === "form") return renderForm(answer.form, speech);
  if (answer.kind === "unsent" && answer.form !== undefined)
    return renderForm({ ...answer.form, intro: speech.say(`unsent.stands.${answer.why}`) }, speech);
  const card = answerCard(answer, speech);
  return card === undefined ? undefined : renderCardView(card, speech);
}
