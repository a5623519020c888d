import type { StatementId } from "../domain/identity.ts";

interface Words {
  readonly id: StatementId;
  readonly text: string;
}

/** The text of a letter as it is kept; none where nothing was written. */
export const letterWords = (text: string | undefined, newId: () => string): readonly Words[] =>
  text === undefined || text.trim() === "" ? [] : [{ id: newId(), text }];
