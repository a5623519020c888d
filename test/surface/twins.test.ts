import { describe, expect, test } from "vitest";

import { commands } from "../../commands/index.ts";
import { languages, speechOf } from "../../src/locale/speech.ts";
import type { Control } from "../../src/surface/card.ts";
import { scenes } from "./scenes/everyScene.ts";
import { everyday } from "./scenes/scene.ts";

const typed: ReadonlySet<string> = new Set(commands.flatMap(({ subcommands }) => subcommands.map(({ act }) => act)));

/** Under which words a button's act is typed, where these are not its own name. */
const otherwise: Readonly<Record<string, string>> = {
  "motion.paper": "vote.cast",
  "motion.stages": "count.stages",
  "motion.hands": "count.hands",
  "motion.gone": "count.withdrawn",
  "motion.file": "count.file",
  "session.move": "session.move",
};

/** Steps of filling in a paper that stands open before somebody: by command the paper is opened, and these are its lists and buttons. */
const ofPaper: ReadonlySet<string> = new Set(["motion.pick", "motion.undo"]);

const actOf = (control: Control): readonly string[] => ("act" in control ? [control.act] : []);

/** What everything says that can be pressed on any card about votes, motions and sessions, in any situation. */
function pressable(): readonly string[] {
  const [language = "en"] = languages;
  const speech = speechOf(language);
  const acts = Object.values(scenes).flatMap((situations) =>
    Object.values(situations).flatMap((draw) => (draw(speech, everyday)?.rows ?? []).flat().flatMap(actOf)),
  );
  return [...new Set(acts)].filter((act) => /^(?:vote|motion|session)\./.test(act)).toSorted();
}

/** The command under which the same is typed. */
function commandOf(act: string): string | undefined {
  const [, name = ""] = act.split(".");
  return [otherwise[act], act, `vote.${name}`].find((each) => each !== undefined && typed.has(each));
}

describe("[K22][K25][A23] whatever can be pressed about a vote, a motion or a session can be typed, too", () => {
  const acts = pressable();

  test("every button of every card, in every situation", () => {
    expect(acts.length).toBeGreaterThan(30);
    expect(acts.filter((act) => !ofPaper.has(act) && commandOf(act) === undefined)).toEqual([]);
  });

  test("opening, closing, listing, showing and stepping aside by these very words", () => {
    for (const name of ["open", "close", "list", "show", "recuse"]) expect(typed).toContain(`vote.${name}`);
  });
});
