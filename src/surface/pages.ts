/** So many items stand on a page, if they are not longer than this together. */
const ITEMS = 25;
export const LENGTH = 3400;

/** Items in pages that are neither too many nor too long. */
export function paged(items: readonly string[]): readonly (readonly string[])[] {
  const pages: string[][] = [];
  for (const item of items) {
    const last = pages.at(-1);
    if (last !== undefined && last.length < ITEMS && lengthOf([...last, item]) <= LENGTH) last.push(item);
    else pages.push([item]);
  }
  return pages;
}

export const lengthOf = (items: readonly string[]) => items.reduce((length, item) => length + item.length, 0);
