import type { Payload } from "../delivery/delivery.ts";
import { stateKey, type StoredView } from "../world/storedView.ts";
import { wireView } from "../world/wireView.ts";
import type { Client } from "./client.ts";
import { whoActed } from "./whoActed.ts";

/**
 * A form that was sent.
 * @see https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
 */
export function viewSubmissionPayload({ world, responseUrls }: Client, view: StoredView): Payload {
  return {
    type: "view_submission",
    ...whoActed(world, view.owner),
    trigger_id: world.triggers.issue(view.owner, true),
    view: wireView(view, world),
    response_urls: view.view.blocks.flatMap((block) => {
      if (block.type !== "input" || !("response_url_enabled" in block.element)) return [];
      const chosen = view.state.get(stateKey(block.block_id ?? "", block.element.action_id ?? ""));
      if (!block.element.response_url_enabled || typeof chosen !== "string") return [];
      return [
        {
          block_id: block.block_id,
          action_id: block.element.action_id,
          channel_id: chosen,
          response_url: responseUrls.issue("actions", chosen, view.owner),
        },
      ];
    }),
  };
}

/** A form that was closed without being sent. */
export function viewClosedPayload({ world }: Client, view: StoredView, isCleared: boolean): Payload {
  return { type: "view_closed", ...whoActed(world, view.owner), view: wireView(view, world), is_cleared: isCleared };
}
