import { after } from "../case/after.ts";
import type { Entry } from "../case/entry.ts";
import { noticesAtOnce } from "../case/inform.ts";
import type { Actor } from "../case/party.ts";
import type { PersonId } from "../identity.ts";
import type { Standing } from "./act.ts";

/**
 * What was decided, with the notices that go out with a decision by themselves.
 * @param newId gives an id for each notice
 */
export function withNotices(
  { rulebook, current, caller, at }: Pick<Standing, "rulebook" | "current" | "at"> & { readonly caller?: PersonId },
  entries: readonly Entry[],
  newId: () => string,
): readonly Entry[] {
  const by: Actor = caller === undefined ? { kind: "clock" } : { kind: "person", person: caller };
  const then = entries.reduce(
    (reached, entry) => after(reached, { version: reached.version + 1, at, by, entry }),
    current,
  );
  return then.decision === current.decision ? entries : [...entries, ...noticesAtOnce(rulebook, then, newId)];
}
