/** So many bytes may a file have, and so many files come at once. */
export const MEGABYTES = 5;
export const FILE_BYTES = MEGABYTES * 1024 * 1024;
export const MOST_FILES = 3;

/** What a file may be, by the end of its name: pictures, recordings and documents. What a computer would carry out is not among them. */
const kinds: readonly string[] =
  "jpg jpeg png gif webp heic pdf txt md csv eml msg doc docx odt rtf xls xlsx ods ppt pptx odp mp3 m4a wav ogg mp4 mov webm".split(
    " ",
  );

/** So many bytes may the files of one message have together that are taken with it. */
const MESSAGE_BYTES = MOST_FILES * FILE_BYTES;

/** Why a file of a message is not taken; "gone": it could not be copied from where it was. */
export type Untaken = "kind" | "too-large" | "too-much" | "gone";

/**
 * Which of the files of a message are not taken, by their place among them: each by its name and its size in bytes, as the platform tells
 * them, and together no more than what can be handed in at once.
 */
export function untakenOf(
  files: readonly { readonly name: string; readonly size: number }[],
): ReadonlyMap<number, Untaken> {
  const untaken = new Map<number, Untaken>();
  let taken = 0;
  for (const [index, { name, size }] of files.entries()) {
    // Of what the bot may not see the platform tells nothing.
    if (name === "") untaken.set(index, "gone");
    else if (!isTakenKind(name)) untaken.set(index, "kind");
    else if (size > FILE_BYTES) untaken.set(index, "too-large");
    else if (taken + size > MESSAGE_BYTES) untaken.set(index, "too-much");
    else taken += size;
  }
  return untaken;
}

const NAME = 80;
/** What turns the direction of a text, or is not seen: a name could be read as another with it. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu;

/** The name of a file without where it lay, and without what could make it be taken for another. */
export function plainName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const bare = last
    .normalize("NFKC")
    .replaceAll(UNSEEN, "")
    .replaceAll(/[:*?"<>|]/g, "_")
    .replace(/^\.+/, "")
    .trim();
  const end = endOf(bare);
  const stem = bare.slice(0, bare.length - end.length);
  return `${stem.slice(0, NAME - end.length) || "file"}${end}`;
}

const endOf = (name: string) => /\.[\p{L}\p{N}]{1,8}$/u.exec(name)?.[0] ?? "";

/** Whether a file of that name is taken. */
export function isTakenKind(name: string): boolean {
  return kinds.includes(endOf(plainName(name)).slice(1).toLowerCase());
}
