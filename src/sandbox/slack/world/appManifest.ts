import { z } from "zod";

const command = z.object({
  command: z
    .string()
    .regex(/^\/\S+$/, "A command begins with / and has no spaces.")
    .min(2)
    .max(32),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().min(1).max(1000).optional(),
  should_escape: z.boolean().default(false),
});
const shortcut = z.object({
  name: z.string().min(1).max(24),
  type: z.enum(["global", "message"]),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
});

/**
 * The parts of an app manifest the local Slack acts upon; the other parts are let through unread.
 * @see https://docs.slack.dev/reference/app-manifest
 */
const manifest = z.object({
  features: z
    .object({
      app_home: z
        .object({
          home_tab_enabled: z.boolean().default(false),
          messages_tab_enabled: z.boolean().default(false),
          messages_tab_read_only_enabled: z.boolean().default(true),
        })
        .prefault({}),
      slash_commands: z.array(command).max(50).default([]),
      shortcuts: z.array(shortcut).max(10).default([]),
    })
    .prefault({}),
  settings: z
    .object({
      event_subscriptions: z.object({ bot_events: z.array(z.string().max(50)).max(100).default([]) }).prefault({}),
      interactivity: z.object({ is_enabled: z.boolean() }).prefault({ is_enabled: false }),
    })
    .prefault({}),
});

/** An app manifest as the local Slack reads it: commands, shortcuts, events, interactivity, the tabs of App Home. */
export type AppManifest = z.infer<typeof manifest>;

/** An app manifest as it is written down. */
export type AppManifestInput = z.input<typeof manifest>;

/** Reads an app manifest. Throws what Slack would find wrong in it. */
export function readManifest(value: unknown): AppManifest {
  const read = manifest.safeParse(value);
  if (read.success) return read.data;
  throw new Error(`Slack would refuse this app manifest: ${z.prettifyError(read.error)}`);
}
