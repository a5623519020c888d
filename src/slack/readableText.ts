const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">" };

/**
 * What somebody wrote on Slack as it is read there: links, people and channels by what they are called.
 * https://docs.slack.dev/messaging/formatting-message-text#retrieving-messages
 */
export function readableText(text: string): string {
  return text
    .replaceAll(/<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g, (_, sign: string, what: string, label: string | undefined) => {
      if (sign === "") return label === undefined || label === what ? what : `${label} (${what})`;
      return `${sign === "#" ? "#" : "@"}${label === undefined || label === "" ? what : label.replace(/^@/, "")}`;
    })
    .replaceAll(/&(amp|lt|gt);/g, (_, name: string) => entities[name] ?? "");
}
