import type { PersonId, VoteId } from "../../domain/identity.ts";
import { withoutGone } from "../../domain/motions/gone.ts";
import type { Motion } from "../../domain/motions/motion.ts";
import type { BodyRule } from "../../domain/motions/rules.ts";
import { choicesOf } from "../../domain/voting/paper.ts";
import type { OptionId, Paper } from "../../domain/voting/paper.ts";
import type { House } from "../house.ts";

/** What the buttons of a paper carry: the choices, and what has been filled in so far. In a secret vote both are unreadable to others. */
export interface PaperTokens {
  /** Everything that can stand on the paper, in the order in which it is offered; nothing that was withdrawn. */
  readonly choices: readonly OptionId[];
  mark(choice: OptionId): string;
  /** The choice of a mark, also of what was withdrawn meanwhile; undefined for what is none of this person in this vote. */
  readMark(mark: string): OptionId | undefined;
  write(paper: Paper): string;
  /** The paper that was written, without what was withdrawn; undefined for what is none of this person in this vote. */
  read(written: string): Paper | undefined;
}

/** A letter for each choice: as many as fit into a list of options, with re-open nominations. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** What the buttons of somebody's paper carry; undefined for a secret vote that is over. */
export async function tokensOf(
  house: House,
  { motion, vote, isSecret, rule }: Readonly<{ motion: Motion; vote: VoteId; isSecret: boolean; rule: BodyRule }>,
  person: PersonId,
): Promise<PaperTokens | undefined> {
  // What is withdrawn keeps its letter: a paper that is being filled in means what it meant.
  const all = choicesOf(rule, motion.options?.ids ?? []);
  const choices = all.filter((choice) => !motion.gone.includes(choice));
  const spell = (paper: Paper) => paper.map((choice) => LETTERS[all.indexOf(choice)] ?? "").join("");
  const unspell = (text: string): Paper | undefined => {
    const read = text.split("").map((letter) => all[LETTERS.indexOf(letter)]);
    const known = read.filter((choice) => choice !== undefined);
    return known.length === read.length ? withoutGone(known, motion.gone) : undefined;
  };
  if (!isSecret)
    return {
      choices,
      mark: (choice) => choice,
      readMark: (mark) => all.find((choice) => choice === mark),
      write: spell,
      read: unspell,
    };
  const marks = await house.store.secretMarks(vote);
  if (marks === undefined) return undefined;
  return {
    choices,
    mark: (choice) => marks.mark(person, choice),
    readMark: (mark) => all.find((choice) => choice === mark || marks.mark(person, choice) === mark),
    write: (paper) => marks.cover(person, spell(paper)),
    read(written) {
      const spelt = marks.uncover(person, written);
      return spelt === undefined ? undefined : unspell(spelt);
    },
  };
}
