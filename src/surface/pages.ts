/** So many items stand on a page, if they are not longer than this together. */
const ITEMS = 25;
export const LENGTH = 3400;

/** Items in pages that are neither too many nor too long together; an item longer than a page has one of its own. */
export function paged(
  items: readonly string[],
  most: { readonly items: number; readonly length: number } = { items: ITEMS, length: LENGTH },
): readonly (readonly string[])[] {
  const pages: string[][] = [];
  for (const item of items) {
    const last = pages.at(-1);
    if (last !== undefined && last.length < most.items && lengthOf([...last, item]) <= most.length) last.push(item);
    else pages.push([item]);
  }
  return pages;
}

export const lengthOf = (items: readonly string[]) => items.reduce((length, item) => length + item.length, 0);
