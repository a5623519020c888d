import { z } from "zod";

import { type Names, readableMrkdwn } from "./readableMrkdwn.ts";

const attachment = z.object({
  pretext: z.string().optional(),
  title: z.string().optional(),
  text: z.string().optional(),
  fallback: z.string().optional(),
  footer: z.string().optional(),
  fields: z.array(z.object({ title: z.string().optional(), value: z.string().optional() })).default([]),
});

/** What can be read in a message's secondary attachments, which Slack keeps for old apps. */
export function readableAttachments(attachments: readonly unknown[], names: Names): readonly string[] {
  return attachments.flatMap((value) => {
    const read = attachment.safeParse(value).data;
    if (read === undefined) return [];
    const parts = [
      read.pretext,
      read.title,
      read.text,
      ...read.fields.flatMap(({ title, value: said }) => [title, said]),
    ];
    const lines = [...parts, read.footer].filter((line) => line !== undefined && line !== "");
    return (lines.length === 0 ? [read.fallback ?? ""] : lines).map((line) => readableMrkdwn(line ?? "", names));
  });
}
