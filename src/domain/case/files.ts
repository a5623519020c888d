/** So many bytes may a file have, and so many files come at once. */
export const MEGABYTES = 5;
export const FILE_BYTES = MEGABYTES * 1024 * 1024;
export const MOST_FILES = 3;

/** What a file may be, by the end of its name: pictures, recordings and documents. What a computer would carry out is not among them. */
const kinds: readonly string[] =
  "jpg jpeg png gif webp heic pdf txt md csv eml msg doc docx odt rtf xls xlsx ods ppt pptx odp mp3 m4a wav ogg mp4 mov webm".split(
    " ",
  );

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
