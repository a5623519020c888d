import type { Stage } from "./stage.ts";

/** The files that somebody was sent, as they are: the answer that only they see on Discord, their direct messages on Slack. */
export function filesSentTo(
  { local, person }: Stage,
  name: string,
): readonly { readonly name: string; readonly text: string }[] {
  if (local.kind === "discord")
    return local.calls().flatMap(({ files }) => files.map((file) => ({ name: file.name, text: file.text })));
  return local.filesWith(person(name).id);
}
