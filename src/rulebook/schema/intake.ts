import { z } from "zod";

import { clause, name, recipients, selector } from "./vocabulary.ts";

export const rule = z.strictObject({
  clause,
  sanctionable: z.boolean().default(true),
  exception: name.optional(),
  grounds: z.array(name).optional(),
});

const field = z.strictObject({
  id: name,
  type: z.enum(["text", "long_text", "choice", "people", "rules"]),
  options: z.array(name).min(2).max(10).optional(),
  required: z.boolean(),
});

export const intake = z.strictObject({
  clause,
  open_to: z.array(selector).min(1),
  via: z.array(z.enum(["command", "message_action", "officer_entry"])).min(1),
  anonymous: z.enum(["refused", "statistics_only", "investigable"]),
  limitation: z.literal("none"),
  fields: z.array(field).min(1).max(15),
  show_readers_before_sending: z.boolean(),
  to: selector,
  about_a_receiver: z.strictObject({
    clause,
    ask_first: z.boolean(),
    choose: z.array(recipients).min(1),
    also_show_addresses: z.boolean(),
  }),
  procedure: name,
});

const partyRole = z.enum(["complainant", "respondent", "affected", "witness"]);

export const conflicts = z.strictObject({
  clause,
  automatic: z.array(z.enum(["party", "witness"])),
  declared: z.array(name),
  asked_before: z.array(z.enum(["case_access", "brief_access", "ballot"])),
  precheck_by: selector.optional(),
  then: z.literal("recuse"),
  party_in_body: z
    .strictObject({
      clause,
      bodies: z.array(name).min(1),
      roles: z.array(partyRole).min(1),
      blocks: z.array(name).min(1),
      exit: name,
      confirmed_by: z.enum(["remaining"]),
    })
    .optional(),
  notify_when_concerns: z.strictObject({ clause, bodies: z.array(name).min(1), who: selector }).optional(),
});
