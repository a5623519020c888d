import type { CaseId } from "../domain/identity.ts";
import type { Store } from "./ports.ts";

/** The last of what waits for its turn in each case. */
const lines = new WeakMap<Store, Map<CaseId, Promise<unknown>>>();

/**
 * Does something in a case when what was begun before in the same case is done: what several hands would record at once is not tried
 * again and again. It does not hold up whoever acts on the case themselves, nor other instances.
 */
export function inTurn<T>(store: Store, id: CaseId, work: () => Promise<T>): Promise<T> {
  const line = lines.get(store) ?? new Map<CaseId, Promise<unknown>>();
  lines.set(store, line);
  const before = line.get(id);
  const own = before === undefined ? work() : before.then(work, work);
  line.set(id, own);
  const leave = () => {
    if (line.get(id) === own) line.delete(id);
  };
  own.then(leave, leave);
  return own;
}
