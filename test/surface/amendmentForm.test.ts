import { expect, test } from "vitest";

import { languages, speechOf } from "../../src/locale/speech.ts";
import { amendmentForm } from "../../src/surface/desk/rules.ts";
import { formExcess } from "./neutral.ts";
import { formFaults } from "./platforms.ts";
import { everyWords } from "./words.ts";

test.each([...languages])("both platforms take the form that states a vote on the rules, in %s", (language) => {
  const speech = speechOf(language);
  const wrong = everyWords.flatMap(({ thing, short }) =>
    [thing, ""].flatMap((vote) => {
      const body = vote === "" ? undefined : thing;
      const stating = { text: "0123456789abcdef", vote, body, isLast: true, given: "2027-02-01" };
      const form = amendmentForm(stating, { minutes: short }, speech);
      return [...formExcess(form), ...formFaults(form, speech)];
    }),
  );
  expect([...new Set(wrong)]).toEqual([]);
});

test("the day from which a version applies is asked with the last vote that is missing, and not before", () => {
  const stating = { text: "0123456789abcdef", vote: "memo_revision", body: "chapter_meeting", given: "2027-02-01" };
  const fieldsOf = (isLast: boolean) =>
    amendmentForm({ ...stating, isLast }, {}, speechOf("en")).fields.map(({ id, value }) => [id, value]);
  const common = [
    ["decided_by", "chapter meeting"],
    ["decided_on", undefined],
    ["minutes", undefined],
  ];
  expect(fieldsOf(false)).toEqual(common);
  expect(fieldsOf(true)).toEqual([...common, ["in_force", "2027-02-01"]]);
});
