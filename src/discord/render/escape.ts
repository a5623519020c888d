// Everything Discord reads as markup: https://support.discord.com/hc/en-us/articles/210298617
const MARKUP = /[\\*_~`|[\]<>@#]/g;
const LINE_START = /^(\s*)([-+]|\d+\.)(?=\s)/gm;

/** A text in which nothing is markup, a mention or a link with another text, wherever it came from. */
export function escapeText(text: string): string {
  return text
    .replaceAll(MARKUP, (character) => (character === "@" ? "@\u200B" : `\\${character}`))
    .replaceAll(LINE_START, "$1\\$2");
}

/** The same words in a block in which Discord reads no markup at all: for texts that escaping would make too long. */
export function fenceText(text: string): string {
  const safe = text.replaceAll("`", "ˋ").replaceAll("@", "@\u200B");
  return `\`\`\`\n${safe}\n\`\`\``;
}
