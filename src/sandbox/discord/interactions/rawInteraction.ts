import { componentIds } from "../draw/drawComponents.ts";
import { interactionType } from "../numbers.ts";
import type { Json } from "../wire/json.ts";
import type { Outcome } from "../world/interaction.ts";
import type { World } from "../world/world.ts";
import { sendInteraction } from "./sendInteraction.ts";

/** An interaction as it goes over the wire, for load generation: nothing is checked that a client would check. */
export type RawInteraction =
  /** Options as on the wire: `[{ name, type, value }]`, nested for subcommands. */
  | { readonly kind: "command"; readonly place: string; readonly name: string; readonly options?: readonly Json[] }
  /** A button, or with values a string select. */
  | {
      readonly kind: "control";
      readonly message: string;
      readonly control: string;
      readonly values?: readonly string[];
    }
  /** A form, whether it was opened or not. Components as on the wire. */
  | { readonly kind: "form"; readonly place: string; readonly form: string; readonly components: readonly Json[] };

/**
 * Sends one interaction.
 * @returns its first answer, or why there was none
 * @throws Error for a place, message, control or command that does not exist
 */
export function rawInteraction(world: World, personId: string, raw: RawInteraction): Promise<Outcome> {
  switch (raw.kind) {
    case "command": {
      const command = [...world.commands.values()].find(({ body }) => body.name === raw.name);
      if (command === undefined) throw new Error(`There is no command /${raw.name}.`);
      return sendInteraction(world, {
        type: interactionType.command,
        userId: personId,
        place: placeOf(world, raw.place),
        commandName: raw.name,
        data: {
          id: command.id,
          name: raw.name,
          type: command.type,
          ...(raw.options === undefined ? {} : { options: raw.options }),
          ...(command.scope === "global" ? {} : { guild_id: command.scope }),
        },
      });
    }
    case "control": {
      const message = world.messages.get(raw.message);
      if (message === undefined) throw new Error(`There is no message ${raw.message}.`);
      const found = [...componentIds(message.components)].find(
        ([component]) => "custom_id" in component && component.custom_id === raw.control,
      );
      if (found === undefined) throw new Error(`The message has no control "${raw.control}".`);
      const [control, id] = found;
      return sendInteraction(world, {
        type: interactionType.component,
        userId: personId,
        place: placeOf(world, message.placeId),
        controlMessageId: message.id,
        data: {
          component_type: control.type,
          custom_id: raw.control,
          id,
          ...(raw.values === undefined ? {} : { values: raw.values }),
        },
      });
    }
    case "form":
      return sendInteraction(world, {
        type: interactionType.modalSubmit,
        userId: personId,
        place: placeOf(world, raw.place),
        data: { custom_id: raw.form, components: raw.components },
      });
  }
}

function placeOf(world: World, id: string) {
  const place = world.places.get(id);
  if (place === undefined) throw new Error(`There is no place ${id}.`);
  return place;
}
