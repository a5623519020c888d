import type { Person } from "../person.ts";
import { drawForm, drawMessage } from "./draw/drawScreen.ts";
import type { Names } from "./draw/piece.ts";
import { offeredCommands } from "./offeredCommands.ts";
import type { PagePlatform } from "./pagePlatform.ts";
import type { ReadMarks } from "./readMarks.ts";
import type { Screen } from "./wire.ts";

/** What stands in front of somebody who looks at a place, or at the first when none is named; looking at it marks it as read. */
export function readScreen(platform: PagePlatform, person: Person, placeId: string, marks: ReadMarks): Screen {
  const { kind } = platform;
  const seen = person.places();
  const place = placeId === "" ? seen[0] : seen.find(({ id }) => id === placeId);
  const messages = place === undefined ? [] : marks.without(person.messages(place.id));
  marks.markRead(messages);
  const form = person.form();
  const people = new Map(platform.people().map(({ id, name }) => [id, name]));
  const bots = new Map(messages.map(({ author }) => [author.id, author.name]));
  const names: Names = {
    person: (id) => people.get(id) ?? bots.get(id),
    place: (id) => seen.find((one) => one.id === id)?.name,
  };
  return {
    person: { id: person.id, name: person.name },
    places: seen.map((one) => ({
      ...one,
      // A home is drawn anew each time it is looked at.
      unread: one.kind === "home" ? 0 : marks.countUnread(marks.without(person.messages(one.id))),
    })),
    ...(place === undefined ? {} : { place: place.id }),
    messages: messages.map((message) =>
      drawMessage(kind, message, names, place?.kind === "home" ? [] : person.messageShortcuts(message.id)),
    ),
    commands: place === undefined ? [] : offeredCommands(person.commands(place.id), platform.commands?.() ?? []),
    ...(form === undefined ? {} : { form: drawForm(kind, form, names) }),
    failures: marks.remaining(person.failures()),
  };
}
