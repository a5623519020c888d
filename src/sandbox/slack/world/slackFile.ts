import type { World } from "./world.ts";

/** A file in the workspace. */
export interface SlackFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  /** Who brought it. */
  readonly owner: string;
  /** Undefined while it is announced only. */
  bytes: Buffer | undefined;
  /** How many bytes were announced, where the app brings it. */
  readonly length: number;
  /** Into which conversations it was sent. */
  readonly sentTo: Set<string>;
}

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
