import { z } from "zod";

import { asToldBack } from "../blockKit/completeBlocks.ts";
import type { StoredView } from "./storedView.ts";
import { wireFile } from "./wireFile.ts";
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
    state: { values: withFiles(wireState(view.blocks, stored.state, world.session(stored.owner).offered), world) },
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

/** What stands in a field for files, told in full to an app that may read them. */
function withFiles(values: ReturnType<typeof wireState>, world: World) {
  const told = (field: unknown): unknown => {
    const read = filesField.safeParse(field);
    if (!read.success) return field;
    const { files, ...rest } = read.data;
    const found = files.flatMap(({ id }) => world.files.get(id) ?? []);
    return { ...rest, files: found.map((file) => wireFile(file, world)) };
  };
  return Object.fromEntries(
    Object.entries(values).map(([block, fields]) => [
      block,
      Object.fromEntries(Object.entries(fields).map(([action, field]) => [action, told(field)])),
    ]),
  );
}

const filesField = z.looseObject({ type: z.literal("file_input"), files: z.array(z.object({ id: z.string() })) });
