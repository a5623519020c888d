import type { Motion } from "../../domain/motions/motion.ts";
import { isRon } from "../../domain/voting/ranked/ron.ts";
import type { House } from "../house.ts";

/** Something that can be voted for: what it is called, or "RON" for re-open nominations. */
export interface OptionView {
  readonly id: string;
  readonly label: string;
  /** Whether it was withdrawn: it stands on no ballot any more. */
  readonly isGone?: true;
}

/** What is voted on besides the motion itself, as it was moved. */
export async function optionsOf(house: House, motion: Motion): Promise<readonly OptionView[]> {
  const { options } = motion;
  if (options === undefined) return [];
  const parsed: unknown = JSON.parse((await house.store.motionWords(motion.id, options.words)) ?? "[]");
  const labels = Array.isArray(parsed) ? parsed.map(String) : [];
  return options.ids.map((id, i) => ({
    id,
    label: labels[i] ?? id,
    ...(motion.gone.includes(id) ? { isGone: true as const } : {}),
  }));
}

/** What an option is called; re-open nominations stays as it is. */
export function labelOf(options: readonly OptionView[], id: string): string {
  return isRon(id) ? id : (options.find((option) => option.id === id)?.label ?? id);
}
