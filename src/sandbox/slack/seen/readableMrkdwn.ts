/** How the people and channels mentioned in a text are called, for whoever reads it. */
export interface Names {
  person(id: string): string | undefined;
  channel(id: string): string | undefined;
}

/** Nobody and nothing is known by name: mentions are shown as their ids. */
export const noNames: Names = { person: () => undefined, channel: () => undefined };

/**
 * A text in Slack's markup as a person reads it: mentions as @name, dates as ISO minutes, escapes decoded.
 * @see https://docs.slack.dev/messaging/formatting-message-text
 */
export function readableMrkdwn(text: string, names: Names = noNames): string {
  return decodeEscapes(text.replaceAll(/<([^<>]+)>/g, (whole, inner: string) => readableTag(inner, names) ?? whole));
}

function readableTag(inner: string, names: Names): string | undefined {
  const [target = "", label] = inner.split("|", 2);
  if (target.startsWith("@")) return `@${names.person(target.slice(1)) ?? label ?? target.slice(1)}`;
  if (target.startsWith("#")) return `#${names.channel(target.slice(1)) ?? label ?? "private-channel"}`;
  if (target.startsWith("!date^")) return isoMinutes(Number(target.split("^")[1])) ?? label;
  if (target.startsWith("!subteam^")) return label ?? `@${target.slice("!subteam^".length)}`;
  if (target.startsWith("!")) return `@${target.slice(1)}`;
  return label ?? target;
}

/** The moment as a person would compare it: "2026-03-01T10:00Z". */
export function isoMinutes(seconds: number): string | undefined {
  return Number.isFinite(seconds) ? `${new Date(seconds * 1000).toISOString().slice(0, 16)}Z` : undefined;
}

/** The three characters Slack's markup escapes, as they were meant. */
function decodeEscapes(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

/** A plain text as it stands in Slack's markup. */
export function encodeEscapes(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
