import { describe, expect, test } from "vitest";

import { asecParts, asecSteps } from "../../../src/local/tour/asecSteps.ts";
import { castOf } from "../../../src/local/tour/cast.ts";
import { fillText } from "../../../src/local/tour/fillText.ts";
import { kthParts, kthSteps } from "../../../src/local/tour/kthSteps.ts";
import { speechOf } from "../../../src/locale/speech.ts";
import { chapter, kth, members, officials, organisationOf } from "../../journeys/people.ts";

const stories = [
  { name: "the chapter at KTH", parts: kthParts, steps: kthSteps, organisation: chapter },
  { name: "ASEC", parts: asecParts, steps: asecSteps, organisation: organisationOf("asec") },
] as const;

const cast = (platform: "discord" | "slack", aside: readonly string[] = []) =>
  castOf({ roster: officials, members, platform, locale: "en", aside }, kthParts);

const sides = stories.flatMap((story) =>
  (["discord", "slack"] as const).flatMap((platform) =>
    story.steps.map((step) => ({ ...story, platform, step, id: step.id })),
  ),
);

describe.each(sides)("the step $id of the tour of $name on $platform", ({ platform, step, parts, organisation }) => {
  const texts = [step.title, step.press[platform], step.why, ...(step.help === undefined ? [] : [step.help.label])];

  test("says in English and in Swedish what to do and why, of people and buttons there are", () => {
    const people = castOf({ roster: organisation.officials, members, platform, locale: "en", aside: [] }, parts);
    if (people === undefined) throw new Error("Somebody is missing in the sample roster.");
    for (const text of texts) {
      const { en, sv } = fillText(text, people, speechOf("en"));
      expect(en).not.toBe("");
      expect(sv).not.toBe("");
      expect(sv).not.toBe(en);
      expect(`${en}${sv}`).not.toMatch(/[{}[\]]/);
    }
  });

  test("says what to press in one sentence, and why in one", () => {
    for (const text of [step.press[platform], step.why])
      for (const words of [text.en, text.sv]) expect(words.match(/[.!?](\s|$)/g)).toHaveLength(1);
  });

  test("cites a clause of the rulebook", () => {
    expect(organisation.rulebookText.replaceAll('"', "")).toContain(`clause: ${step.clause}`);
  });
});

test("names somebody with the office in the language of the text, and then by name alone", () => {
  const people = cast("discord");
  if (people === undefined) throw new Error("Somebody is missing in the sample chapter.");
  const text = {
    en: "As {officer} press [act.case.take], {officer}.",
    sv: "Som {officer}: tryck på [act.case.take], {officer}.",
  };
  expect(fillText(text, people, speechOf("en"))).toEqual({
    en: "As Sara Lind (safety officer) press **Take the case**, Sara Lind.",
    sv: "Som Sara Lind (trygghetsombud): tryck på **Take the case**, Sara Lind.",
  });
});

test("whoever stepped aside has no part any more, and another holder of the office takes it", () => {
  const [sara] = officials;
  expect(cast("slack")?.officer.name).toBe("Sara Lind");
  expect(cast("slack", [sara?.slack ?? ""])).toMatchObject({
    officer: { name: "Omar Haddad" },
    second: { name: "Elin Berg" },
  });
  const dina = officials.find(({ name }) => name.startsWith("Dina"));
  expect(cast("slack")?.voter.name).toBe(dina?.name);
  expect(cast("slack", [dina?.slack ?? ""])?.voter.name).toBe("Hanna Dahl");
});

test("where the roster has not everybody who is needed, there is no tour", () => {
  const roster = officials.filter(
    ({ offices }) => !offices.includes("president") && !offices.includes("vice_president"),
  );
  expect(
    castOf({ roster, members, platform: "discord", locale: kth.organisation.locales[0] ?? "", aside: [] }, kthParts),
  ).toBeUndefined();
});
