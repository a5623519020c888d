// Everything Discord reads as markup: https://support.discord.com/hc/en-us/articles/210298617
const MARKUP = /[\\*_~`|[\]<>@#]/g;
const BULLET = /^(\s*)([-+])(?=\s)/gm;
const NUMBER = /^(\s*\d+)\.(?=\s)/gm;

/** A text in which nothing is markup, a mention or a link with another text, wherever it came from. */
export function escapeText(text: string): string {
  return text
    .replaceAll(MARKUP, (character) => (character === "@" ? "@\u200B" : `\\${character}`))
    .replaceAll(BULLET, "$1\\$2")
    .replaceAll(NUMBER, "$1\\.");
}

/** The same words in a block in which Discord reads no markup and no mention at all: for texts that escaping would make too long. */
export function fenceText(text: string): string {
  return `\`\`\`\n${text.replaceAll("`", "ˋ")}\n\`\`\``;
}
