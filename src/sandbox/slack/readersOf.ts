import { isFullMember } from "./world/member.ts";
import type { World } from "./world/world.ts";

/** Someone who can read what is written at a place, and by what right. */
export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly why: "member" | "full member of the workspace" | "owner, by export";
}

/**
 * Everyone who can read a conversation and its threads: members, full members where it is public, and on plans with exports the owners
 * of the workspace. Guests read only where they are members.
 * @see https://slack.com/help/articles/204897248-Guide-to-Slack-import-and-export-tools
 */
export function readersOf(world: World, place: string): readonly Reader[] {
  const [channelId = ""] = place.split("/");
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw new Error(`There is no channel ${place}.`);
  const mayExport = world.team.plan === "business+" || world.team.plan === "enterprise";
  return [...world.members.values()].flatMap((member): readonly Reader[] => {
    const { id, name } = member;
    if (member.isBot || member.deleted) return [];
    if (channel.members.has(id)) return [{ id, name, why: "member" }];
    if (channel.kind === "public" && isFullMember(member)) return [{ id, name, why: "full member of the workspace" }];
    return member.isOwner && mayExport ? [{ id, name, why: "owner, by export" }] : [];
  });
}
