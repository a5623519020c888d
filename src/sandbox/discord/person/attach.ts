import { randomBytes } from "node:crypto";

import { readFileValue } from "../../attachedFile.ts";
import type { Upload, World } from "../world/world.ts";

/** What the client lets somebody without Nitro attach. https://docs.discord.com/developers/reference#uploading-files */
const LARGEST = 10 * 1024 * 1024;

/**
 * A file that somebody attaches to a form or a message.
 * @param label where it is attached
 * @throws Error for one that is too large
 */
export function attach(world: World, placeId: string, label: string, value: string): Upload {
  const { name, contentType, bytes } = readFileValue(value);
  if (bytes.length > LARGEST) throw new Error(`"${label}": your file is too powerful.`);
  const id = world.nextId();
  const mark = randomBytes(32).toString("hex");
  const upload: Upload = { id, placeId, name, contentType, bytes, addedAt: world.clock.now(), mark };
  world.uploads.set(id, upload);
  return upload;
}
