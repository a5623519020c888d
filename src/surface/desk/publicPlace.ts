import type { PublicPlace } from "../../domain/records/publication.ts";

const discord =
  /^(?:https:\/\/(?:\w+\.)?discord(?:app)?\.com\/channels\/\d{17,20}\/(\d{17,20})|<#(\d{17,20})>|(\d{17,20}))\/?$/u;
const slack =
  /^(?:https:\/\/[\w-]+(?:\.enterprise)?\.slack\.com\/archives\/([CG][A-Z0-9]{8,20})|<#([CG][A-Z0-9]{8,20})(?:\|[^>]*)?>|([CG][A-Z0-9]{8,20}))\/?$/u;

/** The channel that somebody means who wrote its link or its id; undefined for any other words. */
export function parsePlace(text: string): PublicPlace | undefined {
  const onDiscord = idIn(discord, text);
  if (onDiscord !== undefined) return { platform: "discord", channel: onDiscord };
  const onSlack = idIn(slack, text);
  return onSlack === undefined ? undefined : { platform: "slack", channel: onSlack };
}

const idIn = (pattern: RegExp, text: string): string | undefined =>
  pattern
    .exec(text.trim())
    ?.slice(1)
    .find((each) => each !== undefined);
