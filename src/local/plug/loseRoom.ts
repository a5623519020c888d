import type { Store } from "../../application/ports.ts";
import type { LocalDiscord } from "../../sandbox/discord/localDiscord.ts";
import { PageRefusal } from "../../sandbox/page/http/pageRefusal.ts";
import type { Disturbance } from "../../sandbox/page/plug.ts";
import type { Told } from "../../sandbox/page/told.ts";
import type { LocalSlack } from "../../sandbox/slack/localSlack.ts";
import type { Journal } from "./journal.ts";
import { listed } from "./lever.ts";
import type { Lever } from "./lever.ts";
import { isFromBot, membersOf, privateRooms } from "./lookAround.ts";
import type { Local, Room } from "./lookAround.ts";

type Waiting = Pick<Store, "waiting">;

const tryNext: Told = {
  en: "Redress finds out when it next has something to write there: take the case on, and it makes the room anew.",
  sv: "Redress märker det nästa gång det har något att skriva där: gå vidare med ärendet, så görs rummet om.",
};

/** A private thread of Discord is deleted by the owner of the server. */
export function deleteRoom(discord: LocalDiscord, ownerName: string, store: Waiting, journal: Journal): Lever {
  return {
    offer: () =>
      offerRooms(discord, {
        id: "discord.room",
        label: { en: "Delete a private room", sv: "Ta bort ett privat rum" },
        about: {
          en: `Somebody deletes a thread by hand. ${tryNext.en}`,
          sv: `Någon tar bort en tråd för hand. ${tryNext.sv}`,
        },
      }),
    pull(target) {
      const room = findRoom(discord, target);
      const repaired = watchRepair(discord, room, store);
      discord.byHand.deletePlace(target);
      journal.done({ en: `${ownerName} deleted ${room.name}.`, sv: `${ownerName} tog bort ${room.name}.` }, "discord");
      journal.watch(repaired, "discord");
    },
  };
}

/** A private channel of Slack is archived by one of its members. */
export function archiveRoom(slack: LocalSlack, store: Waiting, journal: Journal): Lever {
  return {
    offer: () =>
      offerRooms(slack, {
        id: "slack.room",
        label: { en: "Archive a private room", sv: "Arkivera ett privat rum" },
        about: {
          en: `A member archives a private channel by hand. ${tryNext.en}`,
          sv: `En medlem arkiverar en privat kanal för hand. ${tryNext.sv}`,
        },
      }),
    pull(target) {
      const room = findRoom(slack, target);
      const repaired = watchRepair(slack, room, store);
      const by = firstMember(slack, room);
      slack.workspace.archive(target, by.id);
      journal.done({ en: `${by.name} archived ${room.name}.`, sv: `${by.name} arkiverade ${room.name}.` }, "slack");
      journal.watch(repaired, "slack");
    },
  };
}

/** The app is removed from a private channel of Slack by one of its members. */
export function removeApp(slack: LocalSlack, app: string, store: Waiting, journal: Journal): Lever {
  return {
    offer: () =>
      offerRooms(slack, {
        id: "slack.app",
        label: { en: "Remove Redress from a private room", sv: "Ta bort Redress ur ett privat rum" },
        about: {
          en: `A member removes the app from a private channel. ${tryNext.en}`,
          sv: `En medlem tar bort appen ur en privat kanal. ${tryNext.sv}`,
        },
      }),
    pull(target) {
      const room = findRoom(slack, target);
      const repaired = watchRepair(slack, room, store);
      const by = firstMember(slack, room);
      slack.workspace.remove(target, by.id, app);
      journal.done(
        { en: `${by.name} removed Redress from ${room.name}.`, sv: `${by.name} tog bort Redress ur ${room.name}.` },
        "slack",
      );
      journal.watch(repaired, "slack");
    },
  };
}

function offerRooms(local: Local, disturbance: Pick<Disturbance, "id" | "label" | "about">): Disturbance {
  const rooms = privateRooms(local).map(({ id, name }) => ({ id, label: name }));
  return {
    ...disturbance,
    platform: local.kind,
    targets: { label: { en: "Which room", sv: "Vilket rum" }, options: rooms },
    ...(rooms.length > 0
      ? {}
      : {
          blocked: {
            en: "There is no private room yet: file a report first.",
            sv: "Det finns inget privat rum än: lämna en anmälan först.",
          },
        }),
  };
}

function findRoom(local: Local, id: string): Room {
  const found = privateRooms(local).find((room) => room.id === id);
  if (found !== undefined) return found;
  throw new PageRefusal(409, { en: "This room is not there any more.", sv: "Det här rummet finns inte längre." });
}

function firstMember(slack: LocalSlack, room: Room): Room {
  const [first] = membersOf(slack, room.id);
  if (first !== undefined) return first;
  throw new PageRefusal(409, { en: `Nobody is in ${room.name}.`, sv: `Ingen är med i ${room.name}.` });
}

/** A room that was made anew is called as the first one, with a number after it: "case-amber-fox-41-2". */
const stemOf = (name: string) => name.replace(/(-\d\d)-\d+$/, "$1");

/** Sees a room stand again in place of one that is about to be lost, and then what stands in it. */
function watchRepair(local: Local, lost: Room, store: Waiting) {
  const known = new Set(privateRooms(local).map(({ id }) => id));
  let fresh: Room | undefined;
  return async (tell: (text: Told) => void): Promise<boolean> => {
    if (fresh === undefined) {
      fresh = privateRooms(local).find(({ id, name }) => !known.has(id) && stemOf(name) === stemOf(lost.name));
      if (fresh === undefined) return false;
      tell({
        en: `Redress made the room anew: ${fresh.name}.`,
        sv: `Redress gjorde om rummet: ${fresh.name}.`,
      });
    }
    if ((await store.waiting()).rows > 0) return false;
    const members = membersOf(local, fresh.id);
    const [reader] = members;
    if (reader === undefined) return false;
    const messages = local.person(reader.id).messages(fresh.id).filter(isFromBot);
    const names = listed(members.map(({ name }) => name));
    tell({
      en: `In it are ${names.en}; messages of Redress in it: ${messages.length}.`,
      sv: `Med i det är ${names.sv}; meddelanden från Redress i det: ${messages.length}.`,
    });
    return true;
  };
}
