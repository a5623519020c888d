import type { Option } from "@slack/types";

import type { SeenOption } from "../../person.ts";
import { seenOption } from "../seen/seenControls.ts";
import { isObject } from "../web/readRequest.ts";
import { stateKey } from "../world/storedView.ts";
import type { World } from "../world/world.ts";
import { suggestionPayload } from "./actionPayloads.ts";
import { type Client, interaction } from "./client.ts";
import { findControl, findSurface } from "./surfaces.ts";

/** Types into a select whose options come from the app, and shows what the app offers. */
export async function offerOptions(
  client: Client,
  person: string,
  surfaceId: string,
  control: string,
  typed: string,
): Promise<readonly SeenOption[]> {
  const { world } = client;
  const surface = findSurface(world, person, surfaceId);
  const placed = findControl(surface, control);
  const { element } = placed;
  if (element.type !== "external_select" && element.type !== "multi_external_select")
    throw new Error(`The options of ${control} do not come from the app.`);
  if (typed.length < (element.min_query_length ?? 3))
    throw new Error(`At least ${element.min_query_length ?? 3} characters are needed before the app is asked.`);
  const where = surface.kind === "view" ? surface.view : surface;
  const { kind, payload, acceptsReply } = interaction(suggestionPayload(client, person, where, placed, typed));
  const outcome = await client.deliveries.send(kind, payload, acceptsReply);
  const options = outcome.kind === "acked" ? readOptions(outcome.reply, world) : [];
  const key = stateKey(placed.blockId, placed.actionId);
  world.session(person).offered.set(key, options);
  return options.map(seenOption);
}

/** The options in the app's answer; a select made of them must be one Slack would show. */
function readOptions(reply: unknown, world: World): readonly Option[] {
  const given = isObject(reply) ? { options: reply["options"], option_groups: reply["option_groups"] } : {};
  const probe: unknown = JSON.parse(JSON.stringify({ type: "static_select", action_id: "probe", ...given }));
  if (isObject(given) && Array.isArray(given.options) && given.options.length === 0) return [];
  const checked = world.checks.blocks([{ type: "actions", elements: [probe] }], "message", "");
  if (!checked.ok) {
    world.report(`block_suggestion: ${checked.faults.join(" ")}`);
    return [];
  }
  const [block] = checked.value;
  const element = block?.type === "actions" ? block.elements[0] : undefined;
  return element?.type === "static_select"
    ? [...(element.options ?? []), ...(element.option_groups ?? []).flatMap((group) => group.options)]
    : [];
}
