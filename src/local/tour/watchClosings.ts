import type { Store } from "../../application/ports.ts";
import type { VoteId } from "../../domain/identity.ts";

/** A store that remembers which votes somebody tried to close in vain: the case file, which keeps what was done, does not. */
export interface Watched {
  readonly store: Store;
  readonly wasRefused: (vote: VoteId) => boolean;
}

/** Everything goes on to the store as it is. */
export function watchClosings(store: Store): Watched {
  const refused = new Set<VoteId>();
  return {
    store: {
      ...store,
      async closeVote(id, decide) {
        const closed = await store.closeVote(id, decide);
        if (closed === "undecided") refused.add(id);
        return closed;
      },
    },
    wasRefused: (vote) => refused.has(vote),
  };
}
