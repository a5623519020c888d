import type { Account, PlatformName } from "../../src/application/person.ts";
import type { AccessChanged, AccessPort, Platform } from "../../src/application/platform.ts";
import type { AccessProblem } from "../../src/domain/case/noticeSubject.ts";

/** A platform of which only roles and channels are played: who has which, and what goes wrong. */
export interface AccessPlatform {
  readonly platform: Platform;
  /** What each account has; whoever is not in it is not there. */
  readonly has: Map<string, Set<string>>;
  /** Counts how often an account has come back. */
  readonly stays: Map<string, number>;
  readonly problems: Map<string, AccessProblem>;
  /** What the next call that changes something meets: the program dies before it, or once the platform has done it. */
  breaks: "before" | "after" | undefined;
  /** Whether nothing can be reached. */
  isAway: boolean;
  /** Every change that was asked for: "take members from D1". */
  readonly asked: string[];
}

export function accessPlatform(name: PlatformName): AccessPlatform {
  const away = { kind: "later", reason: "away", waitMs: 1 } as const;
  const access: AccessPort = {
    async read({ id }, measures) {
      if (played.isAway) return away;
      const problems = Object.fromEntries(
        measures.flatMap((each) => {
          const problem = played.problems.get(each.id);
          return problem === "gone" ? [[each.id, problem]] : [];
        }),
      );
      const has = played.has.get(id);
      const stay = String(played.stays.get(id) ?? 0);
      const standing =
        has === undefined ? { isThere: false as const } : { isThere: true as const, stay, has: [...has] };
      return { kind: "done", value: { standing, problems, seesAll: false } };
    },
    async change({ id: account }, id, to): Promise<AccessChanged> {
      if (played.isAway) return away;
      const problem = played.problems.get(id);
      if (problem !== undefined) return { kind: "refused", problem };
      const broken = played.breaks;
      played.breaks = undefined;
      if (broken === "before") throw new Error("killed");
      played.asked.push(`${to === "has" ? "give" : "take"} ${id} ${to === "has" ? "to" : "from"} ${account}`);
      if (to === "has") played.has.get(account)?.add(id);
      else played.has.get(account)?.delete(id);
      if (broken === "after") throw new Error("killed");
      return { kind: "done" };
    },
    check: async () => ({ kind: "done", value: [] }),
  };
  const played: AccessPlatform = {
    // Nothing else of the platform is asked for here.
    platform: { name, access, direct: async () => ({ kind: "done", value: "" }) } as unknown as Platform,
    has: new Map(),
    stays: new Map(),
    problems: new Map(),
    breaks: undefined,
    isAway: false,
    asked: [],
  };
  return played;
}

export const account = (platform: PlatformName, id: string): Account => ({
  platform,
  id,
  name: "Nils Orrby",
  locale: "en",
});
