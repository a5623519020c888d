import { channelType } from "../numbers.ts";
import type { FormFault } from "../refusal.ts";
import type { ChannelBody } from "../wire/channel.ts";

/** What the schema of a channel lets pass: a topic longer than the 1,024 characters of a text channel (resources/channel). */
export function channelFaults(body: ChannelBody): readonly FormFault[] {
  const faults: FormFault[] = [];
  if ((body.topic?.length ?? 0) > 1024)
    faults.push({ path: ["topic"], code: "BASE_TYPE_MAX_LENGTH", message: "Must be 1024 or fewer in length." });
  const type = body.type ?? channelType.text;
  if (type !== channelType.text && type !== channelType.category)
    faults.push({
      path: ["type"],
      code: "BASE_TYPE_CHOICES",
      message: "The local Discord plays text channels and categories only.",
    });
  return faults;
}
