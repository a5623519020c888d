import type { Channel } from "../world/channel.ts";
import type { StoredMessage } from "../world/storedMessage.ts";
import type { World } from "../world/world.ts";
import { type CallArguments, readText, type Refusal, refuse } from "./webMethod.ts";

/** The app's own lasting message that `ts` names. Ephemeral ones cannot be found again. */
export function findOwnMessage(
  args: CallArguments,
  channel: Channel,
  world: World,
  notOwn: string,
): StoredMessage | Refusal {
  const message = channel.messages.get(readText(args, "ts") ?? "");
  if (message === undefined || message.onlyFor !== undefined) return refuse("message_not_found");
  return message.author === world.app.botUserId && message.subtype === undefined ? message : refuse(notOwn);
}
