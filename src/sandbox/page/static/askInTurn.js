// @ts-check

/**
 * A way to ask anew whenever something may have changed: one question at a time, so that no older answer comes after a newer one, and
 * once more after an answer that was on its way when it was asked for. After a question that fails it waits to be asked for again.
 * @param {() => Promise<void>} ask asks, and shows the answer
 * @returns {() => Promise<void>} resolves when no answer is outstanding
 */
export function askInTurn(ask) {
  let isWanted = false;
  /** @type {Promise<void> | undefined} */
  let asking;
  const askWhileWanted = async () => {
    while (isWanted) {
      isWanted = false;
      try {
        await ask();
      } catch {
        return;
      }
    }
  };
  return () => {
    isWanted = true;
    asking ??= askWhileWanted().finally(() => (asking = undefined));
    return asking;
  };
}
