import type { Payload } from "./delivery/delivery.ts";
import { messageActionsPayload } from "./interaction/actionPayloads.ts";
import type { Client } from "./interaction/client.ts";
import { commandPayload } from "./interaction/commandPayloads.ts";
import { findControl, findSurface } from "./interaction/surfaces.ts";

/** Makes payloads as the real ones are, without a client around them. */
export interface RawPayloads {
  /** A slash command typed by a person in a channel: send it as "slash_commands". */
  command(person: string, channel: string, command: string, text: string): Payload;
  /** A button pressed by a person under a message: send it as "interactive". */
  press(person: string, message: string, control: string): Payload;
}

/** The maker of such payloads for one local Slack. */
export function rawPayloads(client: Client): RawPayloads {
  return {
    command(person, channelId, command, text) {
      const channel = client.world.channels.get(channelId);
      if (channel === undefined) throw new Error(`There is no channel ${channelId}.`);
      return commandPayload(client, person, channel, command, text);
    },
    press(person, message, control) {
      const surface = findSurface(client.world, person, message);
      if (surface.kind !== "message") throw new Error(`${message} is no message.`);
      const placed = findControl(surface, control);
      return messageActionsPayload(client, person, surface.channel, surface.message, placed, undefined);
    },
  };
}
