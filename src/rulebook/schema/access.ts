import { z } from "zod";

import { name, shownText } from "./vocabulary.ts";

const aRole = 'the number of a role stands in quotation marks: "110000000000000001"';
const aChannel = "the id of a channel of Slack, such as C0123ABCD";

const called = shownText(45).describe(
  "What it is called there: people read this name where Redress tells them of it, also once it has been renamed or deleted.",
);

const roles = z
  .array(
    z.strictObject({
      name: called,
      id: z
        .string(aRole)
        .regex(/^\d{15,22}$/, aRole)
        .describe("Its number, in quotation marks: Server Settings, Roles, right-click the role, Copy Role ID."),
    }),
  )
  .max(10)
  .default([]);

const channels = z
  .array(
    z.strictObject({
      name: called,
      id: z
        .string(aChannel)
        .regex(/^[CG][A-Z0-9]{5,}$/, aChannel)
        .describe("Its id: click the channel's name; the id stands at the end of About."),
    }),
  )
  .max(10)
  .default([]);

/** Which roles and channels a sanction keeps somebody from, by the names that the rulebook gives them. */
export const access = z
  .record(
    name,
    z.strictObject({
      discord_take: roles.describe(
        "Roles on Discord that the person does not have meanwhile. The bot needs the permission Manage Roles, and its own role has to stand above them.",
      ),
      discord_give: roles.describe(
        "Roles on Discord that the person has meanwhile, such as one that may not see some channels. Every member can see who has a role: call it something that does not say why.",
      ),
      slack_take: channels.describe(
        "Private channels on Slack that the person is not in meanwhile. The bot has to be in them. Whoever was removed from a public channel can join it again, so none can be named here.",
      ),
    }),
  )
  .default({})
  .describe(
    "What a sanction keeps somebody from on the platforms: which roles and channels stand for each name under enforce, access in the rulebook. When left out, nothing is taken from anybody.",
  );

/** Which roles and channels stand for each name. */
export type AccessRules = Readonly<z.output<typeof access>>;
