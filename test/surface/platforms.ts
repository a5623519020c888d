import type { KnownBlock } from "@slack/types";
import {
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";

import { renderCard } from "../../src/discord/render/renderCard.ts";
import type { RenderedMessage } from "../../src/discord/render/renderCard.ts";
import { renderForm as renderDiscordForm } from "../../src/discord/render/renderForm.ts";
import { messageFaults } from "../../src/sandbox/discord/checks/messageRules.ts";
import { modalFaults } from "../../src/sandbox/discord/checks/modalRules.ts";
import { readBody } from "../../src/sandbox/discord/checks/readBody.ts";
import type { Reading } from "../../src/sandbox/discord/checks/readBody.ts";
import { DiscordRefusal } from "../../src/sandbox/discord/refusal.ts";
import { answerFlags, newMessage } from "../../src/sandbox/discord/rest/messageReadings.ts";
import { areBlocksTooLong, checkBlocks } from "../../src/sandbox/slack/blockKit/checkBlocks.ts";
import type { Checked } from "../../src/sandbox/slack/blockKit/checkShape.ts";
import { checkHome, checkModal } from "../../src/sandbox/slack/blockKit/checkView.ts";
import { renderBlocks, renderCalls } from "../../src/slack/render/renderCard.ts";
import { renderCardView, renderForm as renderSlackForm } from "../../src/slack/render/renderForm.ts";
import type { Card } from "../../src/surface/card.ts";
import type { Form } from "../../src/surface/form.ts";
import type { Speech } from "../../src/surface/say.ts";

/** What the local Discord, which holds to the official schemas, says about a body. */
function refusalOf<Body>(reading: Reading<Body>, body: unknown): readonly string[] {
  try {
    readBody(reading, JSON.parse(JSON.stringify(body)), true);
    return [];
  } catch (error) {
    if (!(error instanceof DiscordRefusal)) throw error;
    return error.faults.map(({ path, message }) => `Discord: ${path.join(".")}: ${message}`);
  }
}

const firstAnswer = {
  schema: CreateMessageInteractionCallbackRequestSchema,
  rules: ({ data }: { readonly data?: object | null }) =>
    messageFaults(data ?? {}, { flags: answerFlags, path: ["data"] }),
};
const inPlace = {
  schema: UpdateMessageInteractionCallbackRequestSchema,
  rules: ({ data }: { readonly data?: object | null }) =>
    messageFaults(data ?? {}, { flags: answerFlags, path: ["data"] }),
};
const window = {
  schema: ModalInteractionCallbackRequestSchema,
  rules: ({ data }: { readonly data: Parameters<typeof modalFaults>[0] }) => modalFaults(data, ["data"]),
};

/** The people of a whole room, each with an account. */
const everybody = Array.from({ length: 25 }, (_, i) => String(1_000_000_000_000_000_100n + BigInt(i)));

/**
 * What Discord would find wrong with a card, as a private answer, in place of one, and as a post.
 * @param isForRoom whether it is posted in a room, where it calls everybody
 */
export function discordFaults(card: Card, isForRoom: boolean): readonly string[] {
  const called = isForRoom ? everybody : [];
  const note = renderCard(card, { isPrivate: true });
  const post = renderCard(card, { key: "case:officers:1:card", calls: [...called, ...called.slice(0, 1)] });
  return [
    ...refusalOf(firstAnswer, { type: 4, data: note }),
    ...refusalOf(inPlace, { type: 7, data: note }),
    ...refusalOf(newMessage, { ...post, nonce: "a".repeat(25), enforce_nonce: true }),
    ...(JSON.stringify(note.allowed_mentions) === '{"parse":[]}' ? [] : ["Discord: a private answer may mention"]),
    ...(JSON.stringify(post.allowed_mentions) === JSON.stringify({ parse: [], ...(isForRoom ? { users: called } : {}) })
      ? []
      : ["Discord: a post may mention others than those it calls"]),
    ...liveMarkup(discordTexts(note)),
  ];
}

/** Every text of a message. */
export function discordTexts(message: RenderedMessage): readonly string[] {
  const found: string[] = [];
  JSON.stringify(message.components, (key, value: unknown) => {
    if (key === "content" && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

/** What Discord would still read as a mention, a link or a block of code in texts: everything escaped or fenced is taken out first. */
function liveMarkup(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => {
    const bare = text.replaceAll(/```\n[^`]*\n```/g, "").replaceAll(/\\[^\p{L}\p{N}\s]/gu, "");
    const live = bare.match(/[<`[\]|~]|@(?!\u200B)|(?<!^)\*{3,}|^#(?!## )|\\/gmu) ?? [];
    return live.map((each) => `Discord: ${each} is read as markup in ${JSON.stringify(bare.slice(0, 120))}`);
  });
}

const told = (where: string, checked: Checked<unknown>) =>
  checked.ok ? [] : checked.faults.map((fault) => `Slack ${where}: ${fault}`);

/**
 * What Slack would find wrong with a card: as a message that calls a whole room, in a window, and on the home page.
 * @param isHome whether it stands on the home page
 */
export function slackFaults(card: Card, speech: Speech, isHome = false): readonly string[] {
  const blocks = renderBlocks(card);
  const post = [...renderCalls(everybody.map((_, i) => `U0000${i}000`)), ...blocks];
  return [
    ...told("message", checkBlocks(post, "message", "/blocks")),
    ...(areBlocksTooLong(post) ? ["Slack message: the texts are too long together"] : []),
    ...told("window", checkModal(renderCardView(card, speech))),
    ...(isHome ? told("home", checkHome({ type: "home", blocks })) : []),
    ...unsafe(blocks),
  ];
}

/** Texts in which Slack reads mentions, and texts with nothing in them, which it refuses. */
function unsafe(blocks: readonly KnownBlock[]): readonly string[] {
  const found: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (value === "mrkdwn" || value === "broadcast" || value === "usergroup") found.push(`Slack: ${value}`);
    if (key === "text" && value === "") found.push("Slack: an empty text");
    if (key === "elements" && Array.isArray(value) && value.length === 0) found.push("Slack: an empty list");
    return value;
  });
  return found;
}

/** What either platform would find wrong with a form. */
export function formFaults(form: Form, speech: Speech): readonly string[] {
  return [
    ...refusalOf(window, { type: 9, data: renderDiscordForm(form) }),
    ...told("window", checkModal(renderSlackForm(form, speech))),
  ];
}
