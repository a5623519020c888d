import { z } from "zod";

import { parse, probably } from "./faults.ts";
import type { Fault } from "./faults.ts";
import type { Rulebook } from "./rulebook.ts";
import { shownText } from "./schema/vocabulary.ts";
import { readYaml } from "./yamlFile.ts";
import type { Complaint } from "./yamlFile.ts";

const quoted = 'an account id is a text without spaces; a number stands in quotation marks: "100000000000000001"';
const account = z.string(quoted).regex(/^\S+$/, quoted);

const schema = z.strictObject({
  people: z.array(
    z
      .strictObject({
        name: shownText(75),
        offices: z.array(z.string()).default([]),
        discord: account.optional().describe("The id of the person's Discord account (Copy User ID)."),
        slack: account.optional().describe("The id of the person's Slack account (Copy member ID)."),
        locale: z.string().default("en"),
      })
      .refine(
        (person) => person.discord !== undefined || person.slack !== undefined,
        "a Discord or a Slack account is needed",
      ),
  ),
});

/** One person of the organisation, the offices held, and the accounts. */
export type RosterPerson = z.output<typeof schema>["people"][number];

export type LoadedRoster =
  | { readonly kind: "loaded"; readonly people: readonly RosterPerson[] }
  | { readonly kind: "refused"; readonly complaints: readonly Complaint[] };

/** Reads the file that says who holds which office; every office must be one of the rulebook's, and its seats must suffice. */
export function loadRoster(text: string, rulebook: Rulebook): LoadedRoster {
  const file = readYaml(text);
  if (file.kind === "broken") return { kind: "refused", complaints: file.complaints };
  const parsed = parse(schema, file.value);
  if (parsed.kind === "faulty") return { kind: "refused", complaints: file.place(parsed.faults) };
  const { people } = parsed.value;
  const faults = [...unknownOffices(people, rulebook), ...crowdedOffices(people, rulebook)];
  return faults.length > 0 ? { kind: "refused", complaints: file.place(faults) } : { kind: "loaded", people };
}

function unknownOffices(people: readonly RosterPerson[], rulebook: Rulebook): readonly Fault[] {
  const known = Object.keys(rulebook.offices);
  return people.flatMap((person, i) =>
    person.offices.flatMap((office, j) =>
      known.includes(office)
        ? []
        : [
            {
              path: ["people", i, "offices", j],
              message: `there is no office "${office}"; there are: ${known.join(", ")}${probably(office, known)}`,
            },
          ],
    ),
  );
}

function crowdedOffices(people: readonly RosterPerson[], rulebook: Rulebook): readonly Fault[] {
  return Object.entries(rulebook.offices).flatMap(([office, { seats }]) => {
    const holders = people.filter((person) => person.offices.includes(office)).length;
    if (seats === undefined || holders <= seats) return [];
    return [
      {
        path: ["people"],
        message: `the office "${office}" has ${seats === 1 ? "1 seat" : `${seats} seats`} and ${holders} holders`,
      },
    ];
  });
}
