import type { AccessProblem } from "../../domain/case/noticeSubject.ts";
import { accessNames } from "../../rulebook/loadRoster.ts";
import type { House } from "../house.ts";
import type { PlatformName } from "../person.ts";
import { measuresFor } from "./measures.ts";

/** A role or a channel that a sanction keeps somebody from, and what stands in the way; what nothing stands for has no platform. */
export interface AccessLine {
  /** By the rulebook's name. */
  readonly access: string;
  readonly thing:
    | {
        readonly platform: PlatformName;
        readonly name: string;
        readonly how: "take" | "give";
        /** "unknown": the platform did not say. */
        readonly problem: AccessProblem | "unknown" | undefined;
      }
    | undefined;
}

/** Whether any sanction of the rulebook is enforced on the platforms. */
export const enforcesAny = ({ rulebook }: Pick<House, "rulebook">): boolean => accessNames(rulebook).length > 0;

/** Everything that sanctions keep somebody from, with what stands in the way at this moment. */
export async function readAccess(house: House): Promise<readonly AccessLine[]> {
  const names = accessNames(house.rulebook);
  const lines = await Promise.all(
    house.platforms().map(async ({ name: platform, access: port }) => {
      const measures = measuresFor(house, names, platform);
      const checked = await port.check(measures);
      const problemOf = (id: string) =>
        checked.kind === "done" ? checked.value.find((each) => each.id === id)?.problem : ("unknown" as const);
      return names.flatMap((access) =>
        measuresFor(house, [access], platform).map(({ id, name, how }): AccessLine => ({
          access,
          thing: { platform, name, how, problem: problemOf(id) },
        })),
      );
    }),
  );
  const found = lines.flat();
  const missing = names.filter((name) => found.every(({ access }) => access !== name));
  return [...found, ...missing.map((access): AccessLine => ({ access, thing: undefined }))];
}
