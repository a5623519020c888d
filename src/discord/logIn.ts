import { Client, Events, GatewayIntentBits } from "discord.js";

import type { Log } from "../application/ports.ts";
import { gatewayRefusal, plainError } from "./discordErrors.ts";
import { PatientGateway } from "./patientGateway.ts";

export interface LogInOptions {
  readonly token: string;
  readonly rest: { readonly api?: string; readonly retries: number; readonly globalRequestsPerSecond: number };
  /** How long a Discord server may take to be told of after the log-in, in milliseconds; 15 seconds when left out. */
  readonly serverWaitMs?: number;
  readonly log: Log;
}

/** A client that is not logged in yet. It needs no privileged intent: an interaction brings what it is about along. */
export function newClient({ rest, serverWaitMs, log }: LogInOptions): Client {
  let isRefused = false;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { ...rest },
    ws: { buildStrategy: (manager) => new PatientGateway(manager, () => isRefused) },
    ...(serverWaitMs === undefined ? {} : { waitGuildTimeout: serverWaitMs }),
  });
  client.on(Events.ShardDisconnect, () => {
    isRefused = true;
  });
  client.on(Events.Error, (error) => log.warn("discord connection", { reason: error.name }));
  logConnection(client, log);
  return client;
}

/** discord.js tries again twice a second: a connection is said to be lost once, and once to be back. */
function logConnection(client: Client, log: Log): void {
  let connection: "none" | "there" | "lost" = "none";
  const isThere = () => {
    if (connection === "lost") log.info("discord connected again");
    connection = "there";
  };
  client.on(Events.ShardReady, isThere);
  client.on(Events.ShardResume, isThere);
  client.on(Events.ShardReconnecting, () => {
    if (connection === "there") log.warn("discord connection lost; connecting again");
    if (connection === "there") connection = "lost";
  });
}

/**
 * Logs in and waits until Discord has told of its servers.
 * @throws with a plain sentence when Discord refuses the bot; `Unreachable` when it does not answer
 */
export async function logIn(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => {
    client.once(Events.ClientReady, resolve);
  });
  const refused = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(new Error(gatewayRefusal(code))));
  });
  const loggedIn = client.login(token).catch((error: unknown) => {
    throw plainError(error, "the log-in");
  });
  await Promise.race([loggedIn, refused]);
  return Promise.race([ready, refused]);
}
