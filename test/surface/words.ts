import { randomUUID } from "node:crypto";

/** What people may be called and may write: the words that are put into every card. */
export interface Words {
  /** What these words are, for the message of a failing test. */
  readonly called: string;
  /** Everyday words; the others are as bad as they can be. */
  readonly isPlain: boolean;
  /** A name of a person: as Discord (32 characters) and Slack (80) let people call themselves. */
  readonly name: string;
  /** A short answer, at most 200 characters. */
  readonly short: string;
  /** A long answer, as long as a form takes. */
  readonly long: string;
  /** A name of something in a rulebook, as long as a rulebook takes. */
  readonly thing: string;
}

const filled = (pattern: string, length: number) => pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);

const words = (called: string, pattern: string): Words => ({
  called,
  isPlain: false,
  name: filled(pattern, 75),
  short: filled(pattern, 200),
  long: filled(pattern, 3000),
  thing: filled("very_long_name_of_", 39),
});

/** Everything that Discord or Slack might read as a mention, a link or markup. */
const INJECTED =
  "**Ann** <@1000000000000000141> <@&123> <@U00000141> <#C1> <!channel> <!here> @everyone @here `x` ```y``` ||z|| [a](https://b.example) ~~w~~ _v_ <https://c.example|d> &lt; &amp; {codeName} ${e}\n# f\n> g\n- h\n1. i\n-# j\n";

/** An everyday case, and the worst ones. */
export const everyWords: readonly Words[] = [
  {
    called: "plain words",
    isPlain: true,
    name: "Sara Lind",
    short: "In the pub",
    long: "He went on.",
    thing: "contact",
  },
  { ...words("letters, as many as fit", "Åsa "), name: filled("Anna-Karin ", 75) },
  { ...words("markup and mentions", INJECTED), name: filled(INJECTED.replaceAll("\n", " "), 75) },
  words("nothing but marks", "*@`"),
  { ...words("nothing but line breaks", "a\n"), name: filled("a ", 75), short: filled("b ", 200) },
  words("nothing but emoji", "👩🏽‍🚀"),
];

/** A random id, as everything has that a control may name. */
export const id = (): string => randomUUID();
