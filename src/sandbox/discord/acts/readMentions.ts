import { componentType } from "../numbers.ts";
import { everyComponent } from "../wire/component.ts";
import type { AllowedMentions, MessageBody } from "../wire/message.ts";

/** Whom a message mentions. */
export interface Mentions {
  /** Mentioned with effect. */
  readonly people: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
  /** Mentioned, but kept without effect by allowed_mentions. */
  readonly suppressed: readonly string[];
}

const nobody: Mentions = { people: [], roles: [], everyone: false, suppressed: [] };

/**
 * Reads the mentions in the text of a message: its content and its text displays; embeds mention nobody
 * (resources/message, "Allowed Mentions Object"). Without allowed mentions every mention has effect.
 */
export function readMentions(
  body: Pick<MessageBody, "content" | "components">,
  allowed: AllowedMentions | undefined,
): Mentions {
  const displays = everyComponent(body.components ?? []).flatMap((part) =>
    part.type === componentType.textDisplay ? [part.content] : [],
  );
  const text = [body.content ?? "", ...displays].join("\n");
  if (!text.includes("<@") && !text.includes("@everyone") && !text.includes("@here")) return nobody;
  const people = idsIn(text, /<@!?(\d+)>/g);
  const roles = idsIn(text, /<@&(\d+)>/g);
  return {
    people: people.filter((id) => lets(allowed, "users", id)),
    roles: roles.filter((id) => lets(allowed, "roles", id)),
    everyone: /@(?:everyone|here)/.test(text) && (allowed?.parse?.includes("everyone") ?? allowed === undefined),
    suppressed: people.filter((id) => !lets(allowed, "users", id)),
  };
}

const idsIn = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])),
];

function lets(allowed: AllowedMentions | undefined, kind: "users" | "roles", id: string): boolean {
  if (allowed === undefined) return true;
  return (allowed.parse?.includes(kind) ?? false) || (allowed[kind]?.includes(id) ?? false);
}
