import { asToldBack } from "../blockKit/completeBlocks.ts";
import type { StoredView } from "./storedView.ts";
import { wireState } from "./wireState.ts";
import type { World } from "./world.ts";

/** A view as Slack tells it to an app. */
export function wireView(stored: StoredView, world: World): Readonly<Record<string, unknown>> {
  const { view } = stored;
  const isModal = view.type === "modal";
  return {
    id: stored.id,
    team_id: world.team.id,
    type: view.type,
    blocks: asToldBack(view.blocks),
    private_metadata: view.private_metadata ?? "",
    callback_id: view.callback_id ?? "",
    state: { values: wireState(view.blocks, stored.state, world.session(stored.owner).offered) },
    hash: stored.hash,
    title: isModal ? asToldBack(view.title) : { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: isModal && view.clear_on_close === true,
    notify_on_close: isModal && view.notify_on_close === true,
    close: isModal ? (asToldBack(view.close) ?? null) : null,
    submit: isModal ? (asToldBack(view.submit) ?? null) : null,
    previous_view_id: stored.previousId ?? null,
    root_view_id: stored.rootId,
    app_id: world.app.id,
    external_id: view.external_id ?? "",
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
}
