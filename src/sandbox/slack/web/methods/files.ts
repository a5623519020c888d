import { storeMessage } from "../../world/storeMessage.ts";
import { wireFile } from "../../world/wireFile.ts";
import { findChannelToPost } from "../findChannel.ts";
import { isRefusal, readText, refuse, tier, type WebMethod } from "../webMethod.ts";

/** @see https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export const getUploadUrl: WebMethod = {
  token: "bot",
  scopes: () => ["files:write"],
  required: ["filename", "length"],
  optional: ["alt_txt", "alt_text", "snippet_type"],
  rate: tier.four,
  run(args, world) {
    const length = Number(readText(args, "length"));
    const name = readText(args, "filename") ?? "";
    if (!Number.isInteger(length) || length < 1) return refuse("invalid_arguments");
    const id = world.mint.id("F");
    const { botUserId: owner } = world.app;
    world.files.set(id, {
      id,
      name,
      contentType: "application/octet-stream",
      owner,
      bytes: undefined,
      length,
      sentTo: new Set(),
    });
    return { ok: true, file_id: id, upload_url: `${world.origin}/upload/v1/${id}` };
  },
};

/** @see https://docs.slack.dev/reference/methods/files.completeUploadExternal */
export const completeUpload: WebMethod = {
  token: "bot",
  scopes: () => ["files:write"],
  required: ["files"],
  optional: ["channel_id", "channels", "initial_comment", "thread_ts", "blocks"],
  rate: tier.four,
  run(args, world) {
    const given = args["files"];
    const listed: unknown = typeof given === "string" ? JSON.parse(given) : given;
    const ids = Array.isArray(listed) ? listed.flatMap((each: { readonly id?: string }) => each.id ?? []) : [];
    const files = ids.flatMap((id) => world.files.get(id) ?? []);
    if (ids.length === 0 || files.length !== ids.length || files.some(({ bytes }) => bytes === undefined))
      return refuse("file_not_found");
    const channel = findChannelToPost({ channel: args["channel_id"] }, world);
    if (isRefusal(channel)) return refuse("channel_not_found");
    for (const file of files) file.sentTo.add(channel.id);
    const text = files.map(({ name }) => name).join("\n");
    storeMessage(world, channel, world.app.botUserId, { text, blocks: [], attachments: [] }, { subtype: "file_share" });
    return { ok: true, files: files.map((file) => wireFile(file, world)) };
  },
};
