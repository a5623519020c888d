/** Re-open nominations, as it stands on a ballot. No option of a vote may be called so. */
export const RON = "RON";

/** Re-open nominations when it stands once more, after it was elected so many times. */
export const ronAgain = (elected: number): string => (elected === 0 ? RON : `${RON} (${elected + 1})`);

/** Whether a candidate is re-open nominations, the first time or once more. */
export const isRon = (candidate: string): boolean => candidate === RON || candidate.startsWith(`${RON} (`);
