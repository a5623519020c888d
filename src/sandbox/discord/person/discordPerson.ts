import type { Person } from "../../person.ts";
import type { World } from "../world/world.ts";
import { commandLines } from "./commandLines.ts";
import { commandsAt } from "./commandsAt.ts";
import { invokeCommand } from "./invokeCommand.ts";
import { messageCommands, useMessageCommand } from "./messageCommands.ts";
import { seenForm } from "./seenForm.ts";
import { nameOf, requireSeen, seenMessages, seenPlaces } from "./seenPlaces.ts";
import { readSlashLine } from "./slashLine.ts";
import { submitForm } from "./submitForm.ts";
import { suggestionsFor } from "./suggestionsFor.ts";
import { requireUsable, useControl } from "./useControl.ts";
import { writeText } from "./writeText.ts";

/** One person at the local Discord, with what the person's client shows and lets do. */
export function discordPerson(world: World, id: string): Person {
  const locale = () => world.accounts.get(id)?.locale ?? "en-US";

  return {
    id,
    name: nameOf(world, id),
    places: () => seenPlaces(world, id),
    messages: (place) => seenMessages(world, id, place),
    async type(placeId, line, files = []) {
      const place = requireSeen(world, id, placeId);
      if (!line.startsWith("/")) return writeText(world, id, place, line, files);
      requireUsable(world, id, place);
      await invokeCommand(world, id, place, readSlashLine(commandsAt(world, id, place), line, locale()));
    },
    async suggestions(placeId, line) {
      const place = requireSeen(world, id, placeId);
      requireUsable(world, id, place);
      return suggestionsFor(world, id, place, line);
    },
    commands: (placeId) => commandLines(commandsAt(world, id, requireSeen(world, id, placeId)), locale()),
    async press(message, control) {
      await useControl(world, id, message, control, undefined);
    },
    async choose(message, control, values) {
      await useControl(world, id, message, control, values);
    },
    messageShortcuts: (message) => messageCommands(world, id, message),
    async messageShortcut(message, command) {
      await useMessageCommand(world, id, message, command);
    },
    shortcut: () => Promise.reject(new Error("Discord has no global shortcuts.")),
    form() {
      const open = world.forms.get(id);
      return open === undefined ? undefined : seenForm(world, id, open);
    },
    async submit(values) {
      const open = world.forms.get(id);
      if (open === undefined) throw new Error(`${nameOf(world, id)} has no form open.`);
      await submitForm(world, id, open, values);
    },
    dismiss() {
      world.forms.delete(id);
      world.changed();
    },
    failures: () => [...(world.failures.get(id) ?? [])],
  };
}
