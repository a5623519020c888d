import type { FormFault } from "../refusal.ts";
import type { Embed } from "../wire/message.ts";

/** The embeds' own limits: 6,000 characters together, no field without name and value (resources/message, "Embed Limits"). */
export function embedFaults(embeds: readonly Embed[], path: FormFault["path"]): readonly FormFault[] {
  const faults: FormFault[] = [];
  if (embeds.reduce((sum, embed) => sum + lengthOf(embed), 0) > 6000)
    faults.push({ path, code: "MAX_EMBED_SIZE_EXCEEDED", message: "Embed size exceeds maximum size of 6000" });
  for (const [index, embed] of embeds.entries()) {
    if (Object.values(embed).every((member) => member === null || member === undefined))
      faults.push({ path: [...path, index], code: "BASE_TYPE_REQUIRED", message: "This field is required" });
    for (const [field, { name, value }] of (embed.fields ?? []).entries())
      for (const [part, text] of [
        ["name", name],
        ["value", value],
      ] as const)
        if (text.trim() === "")
          faults.push({
            path: [...path, index, "fields", field, part],
            code: "BASE_TYPE_REQUIRED",
            message: "This field is required",
          });
  }
  return faults;
}

function lengthOf(embed: Embed): number {
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [...texts, ...fields].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
