import { Faults } from "../faults.ts";
import type { LocalPlatform } from "../person.ts";
import { strictChecks, trustingChecks } from "./blockKit/checks.ts";
import { AppEvents } from "./delivery/appEvents.ts";
import { Deliveries } from "./delivery/deliveries.ts";
import type { Carrier } from "./delivery/delivery.ts";
import { SignedHttp } from "./delivery/signedHttp.ts";
import { SocketMode } from "./delivery/socketMode.ts";
import type { Client } from "./interaction/client.ts";
import { ResponseUrls } from "./interaction/responseUrls.ts";
import type { LocalSlackOptions } from "./localSlackOptions.ts";
import { type RawPayloads, rawPayloads } from "./rawPayloads.ts";
import { type Reader, readersOf } from "./readersOf.ts";
import { SlackPerson } from "./slackPerson.ts";
import { CallLog } from "./web/callLog.ts";
import type { Tokens } from "./web/callMethod.ts";
import { connectionsOpen } from "./web/methods/connectionsOpen.ts";
import { webMethods } from "./web/methods/webMethods.ts";
import { RateLimits } from "./web/rateLimits.ts";
import { openSlackServer } from "./web/slackServer.ts";
import { WorkspaceActs } from "./workspaceActs.ts";
import { type AppManifestInput, readManifest } from "./world/appManifest.ts";
import { memberFrom } from "./world/member.ts";
import { World } from "./world/world.ts";

/** A workspace on the loopback speaking Slack's protocols, with one app installed. */
export interface LocalSlack extends LocalPlatform {
  readonly kind: "slack";
  /** For `clientOptions.slackApiUrl`: "http://127.0.0.1:4000/api/". */
  readonly apiUrl: string;
  person(id: string): SlackPerson;
  /** What people and administrators do by hand. */
  readonly workspace: WorkspaceActs;
  /** Everything on its way to the app. */
  readonly deliveries: Deliveries;
  /** The app's Socket Mode connections. */
  readonly sockets: Pick<SocketMode, "count" | "drop" | "recycle" | "refresh">;
  /** Payloads ready to be sent with `deliveries.send`, for making load. */
  readonly payloads: RawPayloads;
  readersOf(place: string): readonly Reader[];
  /** The files in the direct messages with somebody. */
  filesWith(person: string): readonly { readonly name: string; readonly text: string }[];
  /** Gives the app another manifest. Throws what Slack would find wrong in it. */
  setManifest(manifest: AppManifestInput): void;
  /** Installs the app anew, with these scopes. */
  grantScopes(scopes: readonly string[]): void;
  /** Every call with the bot's token is refused from now on, with "token_revoked" or "account_inactive"; nothing ends it. */
  revokeToken(error: string | undefined): void;
  /** "realistic" are the tiers Slack documents; "generous" lets everything pass. */
  setRateLimits(limits: "generous" | "realistic"): void;
  /** In HTTP mode: sets the request URL once it has answered Slack's challenge. Throws when it does not. */
  pointTo(url: string): Promise<void>;
}

/** Opens a local Slack on 127.0.0.1. Throws when the port is taken or the manifest is one Slack would refuse. */
export async function openLocalSlack(options: LocalSlackOptions): Promise<LocalSlack> {
  const keeps = options.keepCalls ?? true;
  const world = new World({
    clock: options.clock,
    team: {
      id: options.team.id,
      name: options.team.name,
      domain: options.team.domain ?? options.team.name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-"),
      plan: options.team.plan ?? "business+",
    },
    app: { id: options.appId, botUserId: options.botUserId, botId: `B${options.botUserId}`, name: options.botName },
    checks: (options.validate ?? true) ? strictChecks : trustingChecks,
    scopes: new Set(options.scopes),
    manifest: readManifest(options.manifest ?? {}),
    keepsEverything: keeps,
  });
  const workspace = new WorkspaceActs(world);
  const bot = memberFrom({ id: options.botUserId, name: options.botName }, [], true);
  world.members.set(bot.id, bot);
  for (const seed of options.people) workspace.addPerson(seed, options.team.ownerIds);
  for (const seed of options.channels) workspace.addChannel(seed);

  const faults = new Faults();
  const limits = new RateLimits(options.clock);
  const responseUrls = new ResponseUrls(world);
  const log = new CallLog(keeps);
  const tokens: Tokens = { bot: options.botToken, app: options.appToken, revoked: undefined };
  const sockets = new SocketMode(world);
  const http =
    options.delivery.mode === "http" ? new SignedHttp(options.delivery.url, options.signingSecret) : undefined;
  const carrier: Carrier = http ?? sockets;
  const methods = new Map(Object.entries(webMethods));
  // With a request URL Socket Mode is turned off, and Slack hands out no connections.
  methods.set("apps.connections.open", connectionsOpen(http === undefined ? () => sockets.issueUrl() : undefined));
  const desk = { world, faults, tokens, limits, methods, responseUrls, log };
  const { server, port } = await openSlackServer(desk, options.port ?? 0);
  world.origin = `http://127.0.0.1:${port}`;
  server.on("upgrade", (request, stream, head) => sockets.upgrade(request, stream, head));

  const deliveries = new Deliveries(options.clock, carrier, keeps);
  new AppEvents(world, deliveries).listen();
  const client: Client = { world, deliveries, responseUrls, patience: options.patience ?? 1000 };

  return {
    kind: "slack",
    apiUrl: `${world.origin}/api/`,
    faults,
    workspace,
    deliveries,
    sockets,
    payloads: rawPayloads(client),
    people: () =>
      [...world.members.values()]
        .filter((member) => !member.isBot)
        .map(({ id, name, locale }) => ({ id, name, locale })),
    person(id) {
      const member = world.members.get(id);
      if (member === undefined || member.isBot) throw new Error(`There is nobody with the id ${id}.`);
      return new SlackPerson(client, member);
    },
    onChange: (listener) => world.onChange(listener),
    problems: () => world.problems(),
    calls: () => log.all(),
    readersOf: (place) => readersOf(world, place),
    filesWith: (person) =>
      [...world.files.values()]
        .filter(({ sentTo }) =>
          [...sentTo].some((id) => {
            const channel = world.channels.get(id);
            return channel?.kind === "im" && channel.members.has(person);
          }),
        )
        .map(({ name, bytes }) => ({ name, text: bytes?.toString() ?? "" })),
    setManifest(manifest) {
      world.manifest = readManifest(manifest);
      world.changed([]);
    },
    grantScopes(scopes) {
      world.scopes = new Set(scopes);
    },
    revokeToken(error) {
      tokens.revoked = error;
    },
    setRateLimits(name) {
      limits.realistic = name === "realistic";
    },
    async pointTo(url) {
      if (http === undefined) throw new Error("This local Slack delivers by Socket Mode.");
      await http.pointTo(url);
    },
    async close() {
      await Promise.all([sockets.close(), http?.close()]);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
