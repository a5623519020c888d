import type { Person, SeenPlace } from "../person.ts";
import { PageRefusal } from "./http/pageRefusal.ts";
import type { PagePlatform, PlaceReader } from "./pagePlatform.ts";
import type { ReadMarks } from "./readMarks.ts";
import type { Told } from "./told.ts";
import type { Readership, ShownReader } from "./wire.ts";

type Readers = readonly PlaceReader[];
type Where = "direct" | "private" | "open";

export interface Asked {
  readonly platform: PagePlatform;
  /** Who asks: only what stands on this person's screen is answered for. */
  readonly person: Person;
  readonly marks: ReadMarks;
  readonly place: string;
  readonly message: string;
  /** The office of somebody, if any. */
  readonly about: (person: string) => string | Told | undefined;
}

/**
 * Who can read a message that somebody sees, and by what; those who read it without being in the room come first.
 * @throws PageRefusal when the person does not see the message
 */
export function readReaders({ platform, person, marks, place, message, about }: Asked): Readership {
  const seen = person.places().find(({ id }) => id === place);
  const found = seen === undefined ? undefined : marks.without(person.messages(place)).find(({ id }) => id === message);
  if (seen === undefined || found === undefined)
    throw new PageRefusal(404, {
      en: `${person.name} sees no such message.`,
      sv: `${person.name} ser inget sådant meddelande.`,
    });
  const show = ({ id, name, why }: Pick<PlaceReader, "id" | "name"> & Pick<ShownReader, "why">, isIn: boolean) => {
    const office = about(id);
    return { id, name, why, isIn, ...(office === undefined ? {} : { about: office }) };
  };
  const wrote = found.author.isBot ? { app: found.author.name } : {};
  if (found.ephemeral) {
    const where = seen.kind === "home" ? "home" : "ephemeral";
    return { where, readers: [show({ id: person.id, name: person.name, why: "only you" }, true)], ...wrote };
  }
  const all = platform.readersOf(place);
  const where = whereOf(platform, person.places(), seen, all);
  const readers = all
    .map((reader) => show(reader, isInside(reader, where)))
    .toSorted((a, b) => Number(a.isIn) - Number(b.isIn));
  const bot = where === "direct" ? { app: botOf(person, place, seen) } : wrote;
  return { where, readers, ...bot };
}

function whereOf(
  { kind: platform }: PagePlatform,
  places: readonly SeenPlace[],
  place: SeenPlace,
  readers: Readers,
): Where {
  // On Slack a thread is as open as the conversation it stands in; on Discord people read an open one by what they may do in its channel.
  const outer = platform === "slack" ? (places.find(({ id }) => id === place.parent) ?? place) : place;
  if (outer.kind === "direct") return "direct";
  if (outer.kind === "thread") return readers.some(({ why }) => why === "channel permissions") ? "open" : "private";
  return outer.kind === "channel" ? "open" : "private";
}

/** Whether somebody reads a place as one who belongs there, so that nobody in it is surprised. */
function isInside({ why }: PlaceReader, where: Where): boolean {
  switch (why) {
    case "recipient":
    case "thread member":
    case "member":
    case "full member of the workspace":
    case "channel permissions":
      return true;
    case "owner":
    case "administrator":
      return where === "open";
    case "Manage Threads":
    case "owner, by export":
      return false;
  }
}

/** The bot a direct conversation is with. */
function botOf(person: Person, place: string, { name }: SeenPlace): string {
  return person.messages(place).find(({ author }) => author.isBot)?.author.name ?? name;
}
