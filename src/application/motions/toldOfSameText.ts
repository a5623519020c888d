import { foldMotion } from "../../domain/motions/motion.ts";
import type { Motion, VoteOnMotion } from "../../domain/motions/motion.ts";
import { ruleOf } from "../../domain/motions/rules.ts";
import type { MotionStanding } from "../../domain/motions/standing.ts";
import { isSameText, toldBefore } from "../../domain/motions/withheld.ts";
import type { House } from "../house.ts";

type Asked = Pick<House, "store" | "rulebookOf">;

/**
 * Of how many ballots the numbers were told of each secret vote on another motion of the same text by the same electorate, whoever moved it:
 * from two of them that differ by a ballot or two it could be worked out how somebody voted. None for a vote that is not secret.
 */
export async function toldOfSameText(
  house: Asked,
  { rulebook, motion }: Pick<MotionStanding, "rulebook" | "motion">,
  { isSecret }: Pick<VoteOnMotion, "isSecret">,
): Promise<readonly number[]> {
  if (!isSecret) return [];
  const { store } = house;
  const electorate = JSON.stringify(ruleOf(rulebook, motion).electorate);
  const ids = (await Promise.all([store.closedMotions(), store.openMotions()])).flat();
  const files = await Promise.all(ids.filter((id) => id !== motion.id).map((id) => store.motionById(id)));
  const told = files.flatMap((file) => {
    if (file === undefined) return [];
    const other = foldMotion(file);
    const before = toldBefore(other);
    if (before.length === 0) return [];
    const isOfSame = JSON.stringify(ruleOf(house.rulebookOf(file.rulebook), other).electorate) === electorate;
    return isOfSame ? [{ other, before }] : [];
  });
  if (told.length === 0) return [];
  const words = ({ id, text }: Motion) => store.motionWords(id, text);
  const own = (await words(motion)) ?? "";
  const same = await Promise.all(
    told.map(async ({ other, before }) => (isSameText(own, (await words(other)) ?? "") ? before : [])),
  );
  return same.flat();
}
