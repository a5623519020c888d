import type { WebClient } from "@slack/web-api";
import { z } from "zod";

import type { Account } from "../application/person.ts";
import type { Administers } from "../surface/administers.ts";
import { inTime } from "../surface/inTime.ts";

const rights = z.object({
  user: z.object({
    team_id: z.string().optional(),
    is_admin: z.boolean().default(false),
    is_owner: z.boolean().default(false),
    is_primary_owner: z.boolean().default(false),
  }),
});

const answer = z.object({
  user: z.object({
    id: z.string(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    locale: z.string().optional(),
    profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** How many people are kept; the oldest goes first. */
const KEPT = 10_000;
/** Slack gives name and language only when asked: nobody waits longer than this for it. */
const PATIENCE_MS = 800;

/** Names and languages of Slack accounts, asked for once. */
export class SlackPeople {
  readonly #client: WebClient;
  readonly #teamId: string;
  readonly #known = new Map<string, Account>();
  readonly #asked = new Map<string, Promise<Account>>();

  /** @param teamId the workspace that is served: who administers another one, connected to it, administers nothing here */
  constructor(client: WebClient, teamId: string) {
    this.#client = client;
    this.#teamId = teamId;
  }

  /** An account with its name and language; what is not known in time is its id, and English. */
  async read(id: string): Promise<Account> {
    return this.#known.get(id) ?? (await inTime(this.#ask(id), PATIENCE_MS)) ?? unknownAccount(id);
  }

  /** The same however long Slack takes to tell: for somebody whose name is kept, and must stand in no brief. */
  async readInFull(id: string): Promise<Account> {
    return this.#known.get(id) ?? this.#ask(id);
  }

  /** Whether an account administers or owns the workspace, asked for each time. https://docs.slack.dev/reference/objects/user-object */
  async administers(id: string): ReturnType<Administers> {
    try {
      const { user } = rights.parse(await this.#client.users.info({ user: id }));
      if (user.team_id !== this.#teamId) return "no";
      return user.is_admin || user.is_owner || user.is_primary_owner ? "yes" : "no";
    } catch {
      return "unknown";
    }
  }

  #ask(id: string): Promise<Account> {
    const asked = this.#asked.get(id);
    if (asked !== undefined) return asked;
    const asking = this.#fetch(id);
    this.#asked.set(id, asking);
    return asking;
  }

  async #fetch(id: string): Promise<Account> {
    try {
      const { user } = answer.parse(await this.#client.users.info({ user: id, include_locale: true }));
      const names = [user.profile?.display_name, user.profile?.real_name, user.real_name, user.name];
      const name = names.find((each) => each !== undefined && each !== "") ?? id;
      const account: Account = { platform: "slack", id, name, locale: user.locale ?? "en" };
      const [oldest] = this.#known.keys();
      if (this.#known.size >= KEPT && oldest !== undefined) this.#known.delete(oldest);
      this.#known.set(id, account);
      return account;
    } catch {
      return unknownAccount(id); // asked again the next time
    } finally {
      this.#asked.delete(id);
    }
  }
}

function unknownAccount(id: string): Account {
  return { platform: "slack", id, name: id, locale: "en" };
}
