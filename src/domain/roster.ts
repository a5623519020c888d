import type { Recipients, Rulebook } from "../rulebook/rulebook.ts";
import type { Selector } from "../rulebook/schema/vocabulary.ts";
import type { PersonId } from "./identity.ts";

/**
 * Who holds which office now, by its name; who is of which class, by its name as `classKey` gives it; and who stands to whom in a way of the
 * rulebook, as `relationKey` gives it.
 */
export type Roster = Readonly<Record<string, readonly PersonId[]>>;

/** Under what those of a class stand in a roster: no office is called so. */
export const classKey = (name: string) => `class:${name}`;

/** Under what those stand in a roster of whom this is so, such as that they study at an institution: no office is called so. */
export const attributeKey = (attribute: string, value: string) => `${ATTRIBUTE}${attribute}:${value}`;

/** Under what those of a list of members stand in a roster: of a class, such as member, or of whom something is so, such as institution:exeter. */
export function kindKey(kind: string): string {
  const [attribute = "", value] = kind.split(":");
  return value === undefined ? classKey(kind) : attributeKey(attribute, value);
}

const ATTRIBUTE = "attribute:";

/** What is so of whoever stands under this, such as the institution and which; undefined for any other. */
export function attributeIn(key: string): { readonly attribute: string; readonly value: string } | undefined {
  if (!key.startsWith(ATTRIBUTE)) return undefined;
  const [attribute = "", value = ""] = key.slice(ATTRIBUTE.length).split(":");
  return { attribute, value };
}

/** Under what whoever stands to somebody in a way of the rulebook, such as supervisor, stands in a roster. */
export const relationKey = (relation: string, person: PersonId) => `relation:${relation}:${person}`;

const AWAY = "away:";

/** Under what those stand in a roster who hold an office and are away from it: no office is called so. */
export const awayKey = (office: string) => `${AWAY}${office}`;

/** The office from which somebody is away who stands under this; undefined for any other. */
export const awayFrom = (key: string): string | undefined =>
  key.startsWith(AWAY) ? key.slice(AWAY.length) : undefined;

/** Everybody who is away from an office that they hold. */
export function awayIn(roster: Roster): readonly PersonId[] {
  const away = Object.entries(roster).flatMap(([key, people]) => {
    const office = awayFrom(key);
    return office === undefined ? [] : people.filter((person) => roster[office]?.includes(person));
  });
  return unique(away);
}

/** Everybody who stands to anybody in that way. */
export function standingAs(roster: Roster, relation: string): readonly PersonId[] {
  const prefix = relationKey(relation, "");
  return unique(Object.entries(roster).flatMap(([key, people]) => (key.startsWith(prefix) ? people : [])));
}

/** The classes that somebody is known to be of. */
export function classesOf(rulebook: Rulebook, roster: Roster, person: PersonId): readonly string[] {
  return Object.keys(rulebook.people.classes).filter((name) => roster[classKey(name)]?.includes(person));
}

/**
 * The people a selector means; parties, panels and outside bodies are not in the roster and give nobody. Of an office that nobody holds, or whose
 * holders are away, whoever stands in; on a body only those sit, and vote, who hold one of its offices.
 */
export function holdersOf(rulebook: Rulebook, roster: Roster, selector: Selector): readonly PersonId[] {
  switch (selector.kind) {
    case "office": {
      const here = presentIn(roster, selector.id);
      if (here.length > 0) return here;
      const deputies = deputiesOf(rulebook, roster, selector);
      // Where nobody can stand in, nothing is left undone because its holder is away.
      return deputies.length > 0 ? deputies : (roster[selector.id] ?? []);
    }
    case "body": {
      const body = rulebook.bodies[selector.id];
      if (body === undefined) return [];
      if ("members" in body) return body.members.kind === "body" ? [] : votersOf(rulebook, roster, body.members);
      return unique(body.offices.flatMap((office) => roster[office] ?? []));
    }
    case "class":
      return roster[classKey(selector.id)] ?? [];
    case "anyone":
    case "external":
    case "panel":
    case "party":
      return [];
  }
}

/**
 * Those who may vote where a selector says who may. A vote is that of whoever holds the office, also while they are away: whoever stands in for
 * them does what is theirs and votes for nobody, as no document of the organisations says otherwise.
 */
export function votersOf(rulebook: Rulebook, roster: Roster, electorate: Selector): readonly PersonId[] {
  return electorate.kind === "office" ? (roster[electorate.id] ?? []) : holdersOf(rulebook, roster, electorate);
}

/** Those who stand in for whoever holds an office; nobody where the rulebook names no deputy. */
export function deputiesOf({ offices }: Rulebook, roster: Roster, selector: Selector): readonly PersonId[] {
  const deputy = selector.kind === "office" ? offices[selector.id]?.deputy : undefined;
  return deputy === undefined ? [] : presentIn(roster, deputy);
}

/** Those who hold an office and are not away from it. */
function presentIn(roster: Roster, office: string): readonly PersonId[] {
  const away = roster[awayKey(office)] ?? [];
  return (roster[office] ?? []).filter((person) => !away.includes(person));
}

/** Everybody whom "one of these" or "all of these" means. */
export function peopleOf(rulebook: Rulebook, roster: Roster, recipients: Recipients): readonly PersonId[] {
  const selectors = "all_of" in recipients ? recipients.all_of : [recipients];
  return unique(selectors.flatMap((selector) => holdersOf(rulebook, roster, selector)));
}

/**
 * The members of a body who put motions and close votes: those whom the rulebook names, or all of them when it names nobody or none of
 * those is left.
 * @param out who takes no part
 */
export function chairsOf(
  rulebook: Rulebook,
  roster: Roster,
  body: Selector,
  out: readonly PersonId[],
): readonly PersonId[] {
  const left = (people: readonly PersonId[]) => unique(people).filter((person) => !out.includes(person));
  const rule = body.kind === "body" ? rulebook.bodies[body.id] : undefined;
  const offices = rule === undefined || "members" in rule ? [] : (rule.chair ?? []);
  const named = left(offices.flatMap((office) => roster[office] ?? []));
  return named.length > 0 ? named : left(holdersOf(rulebook, roster, body));
}

function unique(people: readonly PersonId[]): readonly PersonId[] {
  return [...new Set(people)];
}
