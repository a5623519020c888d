import { z } from "zod";

import type { Account } from "../application/person.ts";
import { parseControlId } from "../surface/card.ts";
import { findSubcommand } from "../surface/command.ts";
import type { Command } from "../surface/command.ts";
import type { Delivery, RemoteFile } from "../surface/delivery.ts";
import { fetchFile } from "../surface/fetchFile.ts";
import type { FieldValue } from "../surface/form.ts";
import { readableText } from "./readableText.ts";
import { FORM_ACT, INPUT } from "./render/renderForm.ts";

/** The command under which all others can be typed as well: "/redress case list". */
const UMBRELLA = "redress";

export const commandBody = z.object({
  command: z.string(),
  text: z.string().default(""),
  user_id: z.string(),
  trigger_id: z.string(),
});

/** A slash command: its words, and what follows them as the options of the command, in order. */
export function commandDelivery(
  body: z.infer<typeof commandBody>,
  caller: Account,
  commands: readonly Command[],
): Delivery {
  const typed = body.text
    .trim()
    .split(/\s+/)
    .filter((word) => word !== "");
  const name = body.command.replace(/^\//, "");
  const words = name === UMBRELLA && typed.length > 0 ? typed : [name, ...typed];
  const subcommand = findSubcommand(commands, words);
  const values = subcommand?.name === undefined ? words.slice(1) : words.slice(2);
  const options = (subcommand?.options ?? []).map((option, i) => {
    const value = option.kind === "clause" || option.kind === "words" ? values.slice(i).join(" ") : (values[i] ?? "");
    return [option.name, value] as const;
  });
  return {
    key: `slack:${body.trigger_id}`,
    platform: "slack",
    caller,
    kind: "command",
    words: subcommand?.name === undefined ? words.slice(0, 1) : words.slice(0, 2),
    options: Object.fromEntries(options),
  };
}

/** Of a file that the app may not see, or that is elsewhere, Slack tells its id alone. */
const file = z.object({
  id: z.string(),
  name: z.string().nullish(),
  size: z.int().nullish(),
  url_private_download: z.string().nullish(),
});

function remoteFile({ name, size, url_private_download: url }: z.infer<typeof file>, from: SlackFiles): RemoteFile {
  const headers = { authorization: `Bearer ${from.token}` };
  return {
    name: name ?? "",
    size: size ?? 0,
    read: (limit) => fetchFile({ url: url ?? "", headers, origins: from.origins }, limit),
  };
}

export const messageBody = z.object({
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  team: z.object({ domain: z.string() }),
  channel: z.object({ id: z.string() }),
  message: z.object({
    ts: z.string(),
    thread_ts: z.string().optional(),
    text: z.string().default(""),
    user: z.string().optional(),
    username: z.string().optional(),
    bot_id: z.string().optional(),
    files: z.array(file).optional(),
  }),
});

/**
 * Something done from the menu of a message. The link is written as Slack writes it: asking for it would not do where the app is no member.
 * @param people reads the account of whoever wrote it
 * @param from where files are copied from
 */
export async function messageDelivery(
  body: z.infer<typeof messageBody>,
  caller: Account,
  people: (id: string) => Promise<Account>,
  from: SlackFiles,
): Promise<Delivery> {
  const { team, channel, message } = body;
  const { ts, thread_ts: thread, user, username = "", bot_id: bot } = message;
  const author = user === undefined || bot !== undefined ? undefined : await people(user);
  const link = new URL(`https://${team.domain}.slack.com/archives/${channel.id}/p${ts.replace(".", "")}`);
  if (thread !== undefined && thread !== ts) {
    link.searchParams.set("thread_ts", thread);
    link.searchParams.set("cid", channel.id);
  }
  const files = (message.files ?? []).map(({ name }) => `[${name ?? ""}]`);
  const text = [readableText(message.text), ...files].filter((line) => line !== "").join("\n");
  return {
    key: `slack:${body.trigger_id}`,
    platform: "slack",
    caller,
    kind: "message",
    message: {
      text,
      link: link.href,
      by: author?.name ?? username,
      atMs: Math.floor(Number(ts) * 1000),
      files: (message.files ?? []).map((each) => remoteFile(each, from)),
      author,
    },
  };
}

export const actionBody = z.object({
  trigger_id: z.string(),
  user: z.object({ id: z.string() }),
  actions: z
    .array(z.object({ action_id: z.string(), selected_option: z.object({ value: z.string() }).nullish() }))
    .min(1),
  container: z.object({ type: z.string(), is_ephemeral: z.boolean().optional() }).optional(),
  view: z.object({ id: z.string(), hash: z.string(), type: z.string() }).nullish(),
});

/** A pressed button or a chosen option; undefined for one that is none of ours (a link). */
export function pressDelivery(body: z.infer<typeof actionBody>, caller: Account): Delivery | undefined {
  const [action] = body.actions;
  const control = action === undefined ? undefined : parseControlId(action.action_id);
  if (action === undefined || control === undefined) return undefined;
  const value = action.selected_option?.value;
  return {
    key: `slack:${body.trigger_id}`,
    platform: "slack",
    caller,
    kind: "press",
    ...control,
    values: value === undefined ? [] : [value],
  };
}

const option = z.object({ value: z.string() });
const element = z.object({
  value: z.string().nullish(),
  selected_date: z.string().nullish(),
  selected_option: option.nullish(),
  selected_options: z.array(option).nullish(),
  selected_users: z.array(z.string()).nullish(),
  files: z.array(file).nullish(),
});

/** Where Slack keeps files, and with what they are asked for. */
export interface SlackFiles {
  readonly origins: readonly string[];
  readonly token: string;
}

export const submissionBody = z.object({
  trigger_id: z.string().optional(),
  user: z.object({ id: z.string() }),
  view: z.object({
    id: z.string(),
    hash: z.string(),
    callback_id: z.string(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), element)) }),
  }),
});

/**
 * A submitted modal; undefined for one that is none of ours.
 * @param people reads the accounts of the people who were chosen
 * @param from where files are copied from
 */
export async function submitDelivery(
  body: z.infer<typeof submissionBody>,
  caller: Account,
  people: (id: string) => Promise<Account>,
  from: SlackFiles,
): Promise<Delivery | undefined> {
  const control = parseControlId(body.view.callback_id);
  if (control?.act !== FORM_ACT) return undefined;
  const values: Record<string, FieldValue> = {};
  const chosen: string[] = [];
  const files: Record<string, RemoteFile> = {};
  for (const [field, elements] of Object.entries(body.view.state.values)) {
    const entered = elements[INPUT];
    if (entered === undefined) continue;
    values[field] = valueOf(entered);
    chosen.push(...(entered.selected_users ?? []));
    for (const each of entered.files ?? []) files[each.id] = remoteFile(each, from);
  }
  const accounts = await Promise.all(chosen.map(people));
  return {
    key: `slack:${body.view.id}:${body.view.hash}`,
    platform: "slack",
    caller,
    kind: "submit",
    form: control.choice,
    ref: control.ref,
    values,
    people: Object.fromEntries(accounts.map((account) => [`slack:${account.id}`, account])),
    ...(Object.keys(files).length === 0 ? {} : { files }),
  };
}

function valueOf(entered: z.infer<typeof element>): FieldValue {
  if (entered.files != null) return entered.files.map(({ id }) => id);
  if (entered.selected_users != null) return entered.selected_users.map((user) => `slack:${user}`);
  if (entered.selected_options != null) return entered.selected_options.map(({ value }) => value);
  return entered.selected_option?.value ?? entered.selected_date ?? entered.value ?? "";
}
