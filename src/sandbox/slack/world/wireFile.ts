import type { SlackFile } from "./slackFile.ts";
import type { World } from "./world.ts";

/** https://docs.slack.dev/reference/objects/file-object */
export function wireFile({ id, name, contentType, owner, length }: SlackFile, world: World) {
  const address = `${world.origin}/files-pri/${world.team.id}-${id}`;
  return {
    id,
    created: world.mint.seconds(),
    name,
    title: name,
    mimetype: contentType,
    filetype: name.split(".").at(-1) ?? "",
    user: owner,
    mode: "hosted",
    is_external: false,
    is_public: false,
    size: length,
    url_private: `${address}/${encodeURIComponent(name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(name)}`,
  };
}
