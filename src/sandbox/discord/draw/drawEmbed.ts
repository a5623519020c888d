import type { Json } from "../wire/json.ts";
import type { Embed } from "../wire/message.ts";

/** An embed as Discord gives it back (resources/message, "Embed Structure"). */
export function drawEmbed(embed: Embed): Json {
  const given = Object.entries(embed).filter(([, member]) => member !== null);
  const fields = embed.fields?.map(({ name, value, inline }) => ({ name, value, inline: inline ?? false }));
  return { ...Object.fromEntries(given), type: "rich", ...(fields === undefined ? {} : { fields }) };
}
