/** Waits until something has come true. Throws when it does not in five minutes: a busy machine is no failure. */
export async function until(isTrue: () => boolean): Promise<void> {
  for (let left = 30_000; left > 0; left -= 1) {
    if (isTrue()) return;
    // oxlint-disable-next-line no-await-in-loop -- it is looked at again and again
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It never came true.");
}
