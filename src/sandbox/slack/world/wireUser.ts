import type { Member } from "./member.ts";
import type { World } from "./world.ts";

/** An account as Slack tells it to an app. */
export function wireUser(member: Member, world: World, withLocale: boolean): Readonly<Record<string, unknown>> {
  const profile = {
    title: "",
    phone: "",
    skype: "",
    real_name: member.realName,
    real_name_normalized: member.realName,
    display_name: member.isBot ? "" : member.name,
    display_name_normalized: member.isBot ? "" : member.name,
    status_text: "",
    status_emoji: "",
    avatar_hash: "0",
    team: world.team.id,
    ...(member.isBot ? { api_app_id: world.app.id, bot_id: world.app.botId } : {}),
  };
  const common = {
    id: member.id,
    team_id: world.team.id,
    name: member.name,
    deleted: member.deleted,
    profile,
    is_bot: member.isBot,
    is_app_user: false,
    updated: 0,
  };
  // Of a deactivated account Slack tells neither its rights nor its zone.
  if (member.deleted) return common;
  return {
    ...common,
    color: "9f69e7",
    real_name: member.realName,
    tz: "Europe/London",
    tz_label: "Greenwich Mean Time",
    tz_offset: 0,
    is_admin: member.isAdmin,
    is_owner: member.isOwner,
    is_primary_owner: member.isOwner,
    is_restricted: member.isRestricted,
    is_ultra_restricted: member.isUltraRestricted,
    is_email_confirmed: !member.isBot,
    who_can_share_contact_card: "EVERYONE",
    ...(member.isStranger ? { is_stranger: true } : {}),
    ...(withLocale ? { locale: member.locale } : {}),
  };
}
