import type { Case, Notice } from "./case.ts";

/** Whether a notice lies where whoever reported without a name looks for it: there is nobody to whom it could be brought. */
export const liesInChannel = ({ isAnonymous }: Pick<Case, "isAnonymous">, { to }: Pick<Notice, "to">): boolean =>
  isAnonymous === true && to.kind === "party" && to.role === "complainant";

/**
 * Whether as much was done as can be to tell somebody something: it reached them, or lies where they alone look for it. Their own time
 * runs only from when they read it.
 */
export const isTold = (current: Pick<Case, "isAnonymous">, notice: Pick<Notice, "to" | "delivered">): boolean =>
  notice.delivered !== undefined || liesInChannel(current, notice);
