import type { AccessRules } from "../../src/rulebook/schema/access.ts";
import { chapter, organisationOf } from "./people.ts";
import type { Organisation } from "./people.ts";

export const role = {
  members: "930000000000000001",
  events: "930000000000000002",
  resting: "930000000000000003",
} as const;
export const channel = { lounge: "C000LOUNGE", events: "C000EVENTS" } as const;

const access: AccessRules = {
  member_spaces: {
    discord_take: [
      { name: "Members", id: role.members },
      { name: "Events", id: role.events },
    ],
    discord_give: [{ name: "Resting", id: role.resting }],
    slack_take: [
      { name: "lounge", id: channel.lounge },
      { name: "events", id: channel.events },
    ],
  },
};

/** The chapter's rulebook with suspensions that are enforced on the platforms. */
export const enforced = (text: string) =>
  text.replaceAll(
    "    bars: [events]\n",
    '    bars: [events]\n    enforce: { access: [member_spaces], clause: "6.3" }\n',
  );

/** ASEC, in which leave of absence keeps somebody from the rooms of the staff. */
export const onLeave: Organisation = {
  ...organisationOf("asec", (text) =>
    text.replace(
      "    review_every: 14d\n    notice: leave\n",
      "    review_every: 14d\n    notice: leave\n    enforce: { access: [staff_rooms], clause: Breaches (staff) }\n",
    ),
  ),
  access: {
    staff_rooms: {
      discord_take: [{ name: "Members", id: role.members }],
      discord_give: [],
      slack_take: [
        { name: "lounge", id: channel.lounge },
        { name: "events", id: channel.events },
      ],
    },
  },
};

/** The chapter, with suspensions that keep somebody from the rooms of members on the platforms. */
export const enforcing: Organisation = { ...chapter, rulebookText: enforced(chapter.rulebookText), access };
