import type { WebClient } from "@slack/web-api";
import { z } from "zod";

import type { AccessChanged, AccessPort, AccessRead, Sent } from "../application/platform.ts";
import type { AccessProblem } from "../domain/case/noticeSubject.ts";
import type { Measure } from "../domain/sanctions/access.ts";
import { platformError } from "./slackErrors.ts";

const members = z.object({
  members: z.array(z.string()),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});

type Attempt = <T>(work: () => Promise<T>) => Promise<Sent<T>>;

/** What Slack's errors say of a channel. The app has no scope for public channels: from one, whoever was removed comes back by a click. */
const problems: Readonly<Record<string, AccessProblem>> = {
  channel_not_found: "not-inside",
  not_in_channel: "not-inside",
  is_archived: "not-allowed",
  missing_scope: "public",
  method_not_supported_for_channel_type: "not-allowed",
  restricted_action: "not-allowed",
  cant_kick_from_general: "public",
  not_supported: "not-allowed",
  cant_invite: "not-allowed",
  user_is_restricted: "not-allowed",
  ura_max_channels: "not-allowed",
  no_external_invite_permission: "not-allowed",
};

/**
 * Who is in which private channels. User groups are none of it: they give nobody access to anything.
 * https://docs.slack.dev/reference/methods/conversations.kick
 * @param attempt does something on Slack, and says what came of it
 */
export function memberAccess(client: WebClient, attempt: Attempt): AccessPort {
  return {
    read: ({ id }, measures) => attempt(() => read(client, id, measures)),
    async change({ id: user }, channel, to): Promise<AccessChanged> {
      const already = to === "has" ? "already_in_channel" : "not_in_channel";
      const sent = await attempt(() =>
        errorOf(() =>
          to === "has"
            ? client.conversations.invite({ channel, users: user })
            : client.conversations.kick({ channel, user }),
        ),
      );
      if (sent.kind === "later") return sent;
      if (sent.kind !== "done") return { kind: "refused", problem: "not-allowed" };
      const { value: error } = sent;
      if (error === undefined || error === already) return { kind: "done" };
      if (error === "user_not_found") return { kind: "later", reason: error, waitMs: undefined };
      return { kind: "refused", problem: problems[error] ?? "not-allowed" };
    },
    check: (measures) =>
      attempt(async () => {
        const found: { readonly id: string; readonly problem: AccessProblem }[] = [];
        for (const { id } of measures) {
          // oxlint-disable-next-line no-await-in-loop -- few, and paced by Slack
          const problem = await problemWith(client, id);
          if (problem !== undefined) found.push({ id, problem });
        }
        return found;
      }),
  };
}

async function read(client: WebClient, user: string, measures: readonly Measure[]): Promise<AccessRead> {
  if (!(await isThere(client, user))) return { standing: { isThere: false }, problems: {}, seesAll: false };
  const has: string[] = [];
  const found: Record<string, AccessProblem> = {};
  for (const { id } of measures) {
    // oxlint-disable-next-line no-await-in-loop -- few, and paced by Slack
    const inside = await isInside(client, id, user);
    if (typeof inside === "string") found[id] = inside;
    else if (inside) has.push(id);
  }
  // Slack does not say when somebody came back: whoever was seen to be away has another stay.
  return { standing: { isThere: true, stay: "there", has }, problems: found, seesAll: false };
}

async function isThere(client: WebClient, user: string): Promise<boolean> {
  let isDeleted: boolean | undefined;
  const error = await errorOf(async () => {
    isDeleted = (await client.users.info({ user })).user?.deleted;
  });
  if (error === undefined) return isDeleted !== true;
  return !["user_not_found", "user_not_visible"].includes(error);
}

async function isInside(client: WebClient, channel: string, user: string): Promise<boolean | AccessProblem> {
  let isFound = false;
  const error = await errorOf(async () => {
    isFound = await isListed(client, channel, user);
  });
  return error === undefined ? isFound : (problems[error] ?? "not-allowed");
}

async function isListed(client: WebClient, channel: string, user: string): Promise<boolean> {
  let cursor: string | undefined;
  do {
    // oxlint-disable-next-line no-await-in-loop -- page after page
    const answer: unknown = await client.conversations.members({
      channel,
      limit: 200,
      ...(cursor === undefined ? {} : { cursor }),
    });
    const page = members.parse(answer);
    if (page.members.includes(user)) return true;
    const next = page.response_metadata?.next_cursor;
    cursor = next === "" ? undefined : next;
  } while (cursor !== undefined);
  return false;
}

async function problemWith(client: WebClient, channel: string): Promise<AccessProblem | undefined> {
  let found: AccessProblem | undefined;
  const error = await errorOf(async () => {
    const { channel: info } = await client.conversations.info({ channel });
    if (info?.is_archived === true) found = "gone";
    else if (info?.is_private === false) found = "public";
  });
  return error === undefined ? found : (problems[error] ?? "not-allowed");
}

/** The error with which Slack refused something that it refuses of its own accord; undefined once it is done. */
async function errorOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const reason = platformError(error);
    const isOfThis = reason !== undefined && (Object.hasOwn(problems, reason) || ofPeople.includes(reason));
    if (!isOfThis) throw error;
    return reason;
  }
}

const ofPeople = ["already_in_channel", "user_not_found", "user_not_visible"];
