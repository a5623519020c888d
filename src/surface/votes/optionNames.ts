import { labelOf } from "../../application/motions/options.ts";
import type { OptionView } from "../../application/motions/options.ts";
import type { OptionId } from "../../domain/voting/paper.ts";
import { isRon, RON } from "../../domain/voting/ranked/ron.ts";
import type { Speech } from "../say.ts";

/** What the options of a vote are called, as somebody wrote it. */
export type OptionNames = (option: OptionId) => string;

// Whatever would move the characters after it, hide them or break the line: a name must not draw into the cells beside it.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** An option as it is shown: on one line, and re-open nominations by its own name, whatever the options are called. */
export function optionName(option: OptionId, names: OptionNames, { say }: Speech): string {
  if (!isRon(option)) return names(option).replaceAll(UNSEEN, " ").replaceAll(/\s+/gu, " ").trim();
  return option === RON ? say("count.ron") : say("count.ron.again", { number: option.replaceAll(/\D/g, "") });
}

/** An option of a motion as it is shown. */
export const optionText = (options: readonly OptionView[], id: OptionId, speech: Speech): string =>
  optionName(id, namesOf(options), speech);

/** What the options of a motion are called. */
export const namesOf =
  (options: readonly OptionView[]): OptionNames =>
  (option) =>
    labelOf(options, option);

/** So many options as fit into so many characters, the others counted. */
export function optionList(labels: readonly string[], maximum: number, { say }: Speech): readonly string[] {
  let length = 0;
  const shown = labels.filter((label) => {
    length += label.length;
    return length <= maximum;
  });
  const more = labels.length - shown.length;
  return more === 0 ? shown : [...shown, say("list.more", { count: more })];
}

/** Votes in hundredths, with two decimals in the way of the language: "26.40". */
export function sayVotes(hundredths: number, { locale }: Speech): string {
  return new Intl.NumberFormat(locale === "en" ? "en-GB" : locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
    useGrouping: false,
  }).format(hundredths / 100);
}

const CHOICES = ["in-favour", "against", "abstain", "agree", "stand-aside", "object"] as const;

/** A choice of a motion in words; anything else as it stands. */
export function choiceText(choice: string, { say }: Speech): string {
  const found = CHOICES.find((each) => each === choice);
  return found === undefined ? choice : say(`choice.${found}`);
}
