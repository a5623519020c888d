import { z } from "zod";

import { parse, probably } from "./faults.ts";
import type { Fault } from "./faults.ts";
import type { Rulebook } from "./rulebook.ts";
import { access } from "./schema/access.ts";
import type { AccessRules } from "./schema/access.ts";
import { shownText } from "./schema/vocabulary.ts";
import { unknown } from "./unknown.ts";
import { readYaml } from "./yamlFile.ts";
import type { Complaint } from "./yamlFile.ts";

const quoted = 'an account id is a text without spaces; a number stands in quotation marks: "100000000000000001"';
const account = z.string(quoted).regex(/^\S+$/, quoted);

/** The shape of a roster file. */
export const rosterSchema = z.strictObject({
  people: z
    .array(
      z
        .strictObject({
          name: shownText(75).describe(
            "What the person is called; members see it where they learn who reads a report.",
          ),
          offices: z
            .array(z.string())
            .default([])
            .describe("The offices that the person holds, as the rulebook names them. When left out, none."),
          classes: z
            .array(z.string())
            .optional()
            .describe(
              "The kinds of people of your rules that the person is of, such as member, as the rulebook names them under people, classes. Who is of a class votes where all of that class may. When left out, nobody knows.",
            ),
          attributes: z
            .record(z.string(), z.string())
            .optional()
            .describe(
              "What the person is of what distinguishes people, as the rulebook names it under people, attributes: such as `institution: exeter`. Whose an institution outside is goes by it. When left out, nobody knows.",
            ),
          relations: z
            .record(z.string(), shownText(75))
            .optional()
            .describe(
              "Who stands to the person in a way that your rules speak of, by the name under which that person stands in this file: such as `supervisor: Clara Munk`. Reports under a rule with the flag to_supervisor go there. When left out, nobody knows.",
            ),
          discord: account
            .optional()
            .describe(
              "The number of the person's Discord account, in quotation marks: right-click the person, Copy User ID. Without it the person is not reached on Discord.",
            ),
          slack: account
            .optional()
            .describe(
              "The id of the person's Slack account: profile, the three dots, Copy member ID. Without it the person is not reached on Slack.",
            ),
          locale: z
            .string()
            .default("en")
            .describe(
              "The language in which the person is written to, such as en or sv; English where Redress has no texts in it. When left out, en.",
            ),
        })
        .refine(
          (person) => person.discord !== undefined || person.slack !== undefined,
          "a Discord or a Slack account is needed",
        ),
    )
    .describe(
      "The people who hold an office or are of a class that your rules speak of, each with at least one account.",
    ),
  access,
});

/** One person of the organisation, the offices held, and the accounts. */
export type RosterPerson = z.output<typeof rosterSchema>["people"][number];

/** What a roster says. */
export interface RosterFile {
  readonly people: readonly RosterPerson[];
  readonly access: AccessRules;
}

export type LoadedRoster =
  | ({ readonly kind: "loaded" } & RosterFile)
  | { readonly kind: "refused"; readonly complaints: readonly Complaint[] };

/**
 * Reads the file that says who holds which office; every office and class must be one of the rulebook's, and the seats must suffice.
 * @param earlier rulebooks by which sanctions may still hold: what they keep somebody from may go on standing in the file
 */
export function loadRoster(text: string, rulebook: Rulebook, earlier: readonly Rulebook[] = []): LoadedRoster {
  const file = readYaml(text);
  if (file.kind === "broken") return { kind: "refused", complaints: file.complaints };
  const parsed = parse(rosterSchema, file.value);
  if (parsed.kind === "faulty") return { kind: "refused", complaints: file.place(parsed.faults) };
  const { people } = parsed.value;
  const faults = [
    ...accessFaults(parsed.value.access, [rulebook, ...earlier]),
    ...unknownOffices(people, rulebook),
    ...unknownClasses(people, rulebook),
    ...unknownAttributes(people, rulebook),
    ...unknownRelations(people, rulebook),
    ...crowdedOffices(people, rulebook),
  ];
  return faults.length > 0 ? { kind: "refused", complaints: file.place(faults) } : { kind: "loaded", ...parsed.value };
}

/** What no sanction speaks of, and what would be taken and given at once. */
function accessFaults(rules: AccessRules, rulebooks: readonly Rulebook[]): readonly Fault[] {
  const known = [...new Set(rulebooks.flatMap(accessNames))];
  const taken = Object.values(rules).flatMap(({ discord_take: roles }) => roles.map(({ id }) => id));
  return Object.entries(rules).flatMap(([id, { discord_give: given }]) => [
    ...unknown(known, id, "access that a sanction enforces", ["access", id]).map((fault) => ({
      ...fault,
      isOfKey: true,
    })),
    ...given.flatMap((role, i) =>
      taken.includes(role.id)
        ? [
            {
              path: ["access", id, "discord_give", i],
              message: `the role "${role.name}" is taken away as well: a role is either taken or given meanwhile`,
            },
          ]
        : [],
    ),
  ]);
}

/** Everything that a sanction of a rulebook keeps somebody from. */
export function accessNames({ sanctions }: Rulebook): readonly string[] {
  const named = Object.values(sanctions).flatMap((rule) => ("enforce" in rule ? (rule.enforce?.access ?? []) : []));
  return [...new Set(named)];
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

function unknownClasses(people: readonly RosterPerson[], rulebook: Rulebook): readonly Fault[] {
  const known = Object.keys(rulebook.people.classes);
  return people.flatMap((person, i) =>
    (person.classes ?? []).flatMap((each, j) =>
      known.includes(each)
        ? []
        : [
            {
              path: ["people", i, "classes", j],
              message: `there is no class "${each}"; there are: ${known.join(", ")}${probably(each, known)}`,
            },
          ],
    ),
  );
}

function unknownAttributes(people: readonly RosterPerson[], rulebook: Rulebook): readonly Fault[] {
  const known = rulebook.people.attributes ?? {};
  return people.flatMap(({ attributes = {} }, i) =>
    Object.entries(attributes).flatMap(([id, value]) => {
      const path = ["people", i, "attributes", id];
      const values = known[id];
      return values === undefined
        ? unknown(Object.keys(known), id, "attribute", path)
        : unknown(values, value, `value of ${id}`, path);
    }),
  );
}

function unknownRelations(people: readonly RosterPerson[], rulebook: Rulebook): readonly Fault[] {
  const relations = Object.keys(rulebook.people.relations ?? {});
  const names = people.map(({ name }) => name);
  return people.flatMap((person, i) =>
    Object.entries(person.relations ?? {}).flatMap(([relation, name]) => {
      const path = ["people", i, "relations", relation];
      const others = names.filter((each) => each === name).length;
      return [
        ...unknown(relations, relation, "relation", path),
        ...(others === 0 || name === person.name
          ? unknown(
              names.filter((each) => each !== person.name),
              name,
              "other person in this file",
              path,
            )
          : []),
        ...(others > 1
          ? [{ path, message: `"${name}" stands here more than once: it is not known which of them is meant` }]
          : []),
      ];
    }),
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
