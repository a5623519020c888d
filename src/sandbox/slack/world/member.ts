import type { PersonSeed } from "../../person.ts";

/** Someone who has an account at the local Slack when it opens. */
export interface SlackPersonSeed extends PersonSeed {
  readonly realName?: string;
  readonly isOwner?: boolean;
  readonly isAdmin?: boolean;
  /** A guest who may be in several channels. */
  readonly isRestricted?: boolean;
  /** A guest who may be in one channel only. */
  readonly isUltraRestricted?: boolean;
  /** Someone of another organisation, met in a shared channel. */
  readonly isStranger?: boolean;
  readonly deleted?: boolean;
}

/** An account at the local Slack. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly locale: string;
  readonly isBot: boolean;
  readonly isOwner: boolean;
  readonly isAdmin: boolean;
  readonly isRestricted: boolean;
  readonly isUltraRestricted: boolean;
  readonly isStranger: boolean;
  deleted: boolean;
  /** The error with which Slack refuses the app a direct message with this person. */
  refusesDirectMessages: string | undefined;
}

/** The account a seed describes. */
export function memberFrom(seed: SlackPersonSeed, ownerIds: readonly string[], isBot = false): Member {
  const isOwner = seed.isOwner ?? ownerIds.includes(seed.id);
  return {
    id: seed.id,
    name: seed.name,
    realName: seed.realName ?? seed.name,
    locale: seed.locale ?? "en-GB",
    isBot,
    isOwner,
    isAdmin: seed.isAdmin ?? isOwner,
    isRestricted: seed.isRestricted ?? seed.isUltraRestricted ?? false,
    isUltraRestricted: seed.isUltraRestricted ?? false,
    isStranger: seed.isStranger ?? false,
    deleted: seed.deleted ?? false,
    refusesDirectMessages: undefined,
  };
}

/** Whether this is a full member, who may open any public channel and invite others to a private one. */
export function isFullMember(member: Member): boolean {
  return !member.deleted && !member.isRestricted && !member.isStranger;
}
