/** A moment as Discord writes it. */
export const isoTime = (ms: number): string => new Date(ms).toISOString();
