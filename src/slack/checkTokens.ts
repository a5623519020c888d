import { WebAPIPlatformError } from "@slack/web-api";
import type { WebClient } from "@slack/web-api";
import { z } from "zod";

import { botScopes } from "./manifest.ts";
import { plainError, platformError, tokenRefusal } from "./slackErrors.ts";

/** Whose token it is. */
export interface Bot {
  readonly botId: string;
  readonly botUserId: string;
  /** The name of the workspace. */
  readonly team: string;
  readonly teamId: string;
}

/**
 * Whether the bot's token is good, and whether the app was installed with everything it needs.
 * @throws with a plain sentence when not; `Unreachable` when Slack does not answer
 */
export async function checkToken(client: WebClient): Promise<Bot> {
  const answer = await ask(() => client.auth.test());
  const granted = answer.response_metadata?.scopes ?? [];
  const missing = botScopes.filter((scope) => !granted.includes(scope));
  if (granted.length > 0 && missing.length > 0) throw new Error(lacking(missing));
  return {
    botId: answer.bot_id ?? "",
    botUserId: answer.user_id ?? "",
    team: answer.team ?? "",
    teamId: answer.team_id ?? "",
  };
}

/**
 * That a report would have readers: at least one of these accounts is in the workspace.
 * @throws with a plain sentence when none is
 */
export async function requireSomebody(client: WebClient, team: string, accounts: readonly string[]): Promise<void> {
  for (const account of accounts) {
    // oxlint-disable-next-line no-await-in-loop -- the first one found is enough
    if (await isMember(client, account)) return;
  }
  if (accounts.length > 0)
    throw new Error(
      `None of the people that REDRESS_ROSTER names has an account in the Slack workspace ${team}: SLACK_BOT_TOKEN is the token of another workspace, or the Slack ids in the file are wrong.`,
    );
}

function isMember(client: WebClient, user: string): Promise<boolean> {
  return ask(async () => {
    try {
      const { user: found } = await client.users.info({ user });
      return found?.deleted !== true;
    } catch (error) {
      if (["user_not_found", "user_not_visible"].includes(platformError(error) ?? "")) return false;
      throw error;
    }
  });
}

async function ask<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (platformError(error) === "missing_scope") throw new Error(lacking(neededBy(error)), { cause: error });
    throw plainError(error, "the connection", tokenRefusal);
  }
}

/** What Slack adds to missing_scope. */
const refusedScope = z.object({ needed: z.string() });

function neededBy(error: unknown): readonly string[] {
  const parsed = refusedScope.safeParse(error instanceof WebAPIPlatformError ? error.data : undefined);
  return parsed.success ? parsed.data.needed.split(",") : botScopes;
}

function lacking(scopes: readonly string[]): string {
  return `The Slack app lacks the scopes: ${scopes.join(", ")}. Update it with the manifest that npm run slack:manifest prints, and install it again.`;
}
