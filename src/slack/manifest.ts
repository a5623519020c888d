import { speechOf } from "../locale/speech.ts";
import type { Command } from "../surface/command.ts";

/**
 * What the app may do. History is read only to find our own message again after a broken connection, in our own rooms and direct
 * messages; nothing that people write is ever read. Of files
 * only those are read that somebody attaches to a form of ours, and only those are sent that somebody asks for.
 */
export const botScopes = [
  "chat:write",
  "commands",
  "files:read",
  "files:write",
  "groups:history",
  "groups:read",
  "groups:write",
  "im:history",
  "im:write",
  "users:read",
] as const;

const EVENTS = ["app_home_opened"] as const;

export interface ManifestOptions {
  readonly commands: readonly Command[];
  /** The public HTTPS address of our port, for signed HTTP delivery; left out for Socket Mode. */
  readonly url: string | undefined;
}

/** The app manifest from which an organisation makes its Slack app. https://docs.slack.dev/reference/app-manifest */
export function slackManifest({ commands, url }: ManifestOptions) {
  const { say } = speechOf("en");
  const requestUrl = url === undefined ? {} : { request_url: url };
  return {
    display_information: { name: "Redress", description: say("app.description"), background_color: "#2c3e50" },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: "Redress", always_online: true },
      shortcuts: [
        {
          name: say("act.report"),
          type: "global" as const,
          callback_id: "report",
          description: say("command.report.short"),
        },
        ...commands.flatMap(({ name, onMessage }) =>
          onMessage === undefined
            ? []
            : [
                {
                  name: say(onMessage.name),
                  type: "message" as const,
                  callback_id: `${name}-message`,
                  description: say(onMessage.description),
                },
              ],
        ),
      ],
      slash_commands: commands.map((command) => ({
        command: `/${command.name}`,
        description: say(command.description),
        ...usageHint(command),
        should_escape: true,
        ...(url === undefined ? {} : { url }),
      })),
    },
    oauth_config: { scopes: { bot: [...botScopes] } },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: url === undefined,
      token_rotation_enabled: false,
    },
  };
}

function usageHint({ subcommands }: Command): { readonly usage_hint?: string } {
  const names = subcommands.flatMap((subcommand) => subcommand.name ?? []);
  return names.length === 0 ? {} : { usage_hint: names.join(" | ") };
}
