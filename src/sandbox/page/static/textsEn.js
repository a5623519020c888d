// @ts-check

/** What the page itself says, in English; values stand in braces. */
export const english = {
  "language.other": "Svenska",
  "side.close": "Close",
};
