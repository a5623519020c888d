import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";

import type { Complaint } from "./loadRulebook.ts";
import type { Rulebook } from "./rulebook.ts";

const account = z.string().regex(/^\S+$/, "an account id");

const schema = z.strictObject({
  people: z.array(
    z
      .strictObject({
        name: z.string().min(1),
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
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (path: readonly PropertyKey[], message: string): Complaint => {
    const node = document.getIn(path.map(String), true);
    const { line, col } = lines.linePos(isNode(node) && node.range ? node.range[0] : 0);
    return { line, column: col, path: path.map(String).join("."), message };
  };
  const [broken] = document.errors;
  if (broken !== undefined)
    return { kind: "refused", complaints: [{ ...at([], broken.message), line: lines.linePos(broken.pos[0]).line }] };
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success)
    return { kind: "refused", complaints: parsed.error.issues.map((issue) => at(issue.path, issue.message)) };
  const complaints = [...unknownOffices(parsed.data.people, rulebook), ...crowdedOffices(parsed.data.people, rulebook)];
  if (complaints.length > 0)
    return { kind: "refused", complaints: complaints.map(({ path, message }) => at(path, message)) };
  return { kind: "loaded", people: parsed.data.people };
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
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
              message: `there is no office "${office}"; there are: ${known.join(", ")}`,
            },
          ],
    ),
  );
}

function crowdedOffices(people: readonly RosterPerson[], rulebook: Rulebook): readonly Fault[] {
  return Object.entries(rulebook.offices).flatMap(([office, { seats }]) => {
    const holders = people.filter((person) => person.offices.includes(office)).length;
    if (seats === undefined || holders <= seats) return [];
    return [{ path: ["people"], message: `the office "${office}" has ${seats} seats and ${holders} holders` }];
  });
}
