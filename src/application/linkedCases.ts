import type { Case } from "../domain/case/case.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { Linked } from "../domain/case/handEntries.ts";
import { wantedLinks } from "../domain/case/links.ts";
import type { WantedLink } from "../domain/case/links.ts";
import type { CaseId } from "../domain/identity.ts";
import { recordInCase, TRIES } from "./actOnCase.ts";
import type { StoredCase } from "./casePorts.ts";
import type { House } from "./house.ts";
import { handlersAtStart, openingChange } from "./openCase.ts";
import type { Under } from "./openCase.ts";
import { organisationOf } from "./organisationParty.ts";
import type { Identity } from "./person.ts";

const clock = { kind: "clock" } as const;

/**
 * Opens the cases by which the matter of a case goes on, and writes into both files that they belong together. What was opened already is not
 * opened again, however often this is asked for.
 */
export async function openLinked(house: House, id: CaseId): Promise<void> {
  const stored = await house.store.caseById(id);
  if (stored === undefined) return;
  const rulebook = house.rulebookOf(stored.rulebook);
  for (const wanted of wantedLinks(rulebook, foldCase(stored))) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const linked = await openOne(house, stored, wanted);
    if (linked === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop
    await recordInCase(house, id, clock, ({ hands }) =>
      hands.links.some((each) => each.case === linked.case) ? [] : [{ kind: "linked", ...linked }],
    );
  }
}

/** The other case, as it stands in the file of the first; opened now, or before. */
async function openOne(house: House, stored: StoredCase, wanted: WantedLink): Promise<Linked | undefined> {
  const { link, procedure } = wanted;
  const draft = `linked:${stored.id}:${wanted.key}`;
  const found = async (): Promise<Linked | undefined> => {
    const known = await house.store.caseOfDraft(draft);
    return known === undefined
      ? undefined
      : { case: known.id, codeName: known.codeName, procedure, link, isOrigin: false };
  };
  const before = await found();
  if (before !== undefined) return before;
  const words = (await house.store.words(stored.id, foldCase(stored).statement)) ?? "{}";
  for (let left = TRIES; left > 0; left -= 1) {
    const change = changeFor(house, stored, wanted, draft, words);
    if (change === undefined) return undefined;
    // oxlint-disable-next-line no-await-in-loop -- a name that is taken asks for another
    const committed = await house.store.commit(change);
    if (committed === "stale") continue;
    house.log.info("linked case opened", { case: change.opens.codeName, link });
    return found();
  }
  return undefined;
}

function changeFor(house: House, stored: StoredCase, { link, procedure }: WantedLink, draft: string, texts: string) {
  const current = foldCase(stored);
  const under = underWhich(house, stored, procedure);
  const stage = under.rulebook.procedures[procedure]?.starts;
  if (stage === undefined) return undefined;
  const identities = identitiesFor(house, stored, link);
  const itself = organisationOf(stored);
  const organisation = identities.find((each) => each.person === itself?.person && each.name === itself?.name);
  const parties = identities.flatMap(({ person }) => person ?? []);
  // Whoever was a party of the first is none of those who handle the second.
  const before = stored.identities.flatMap(({ person }) => person ?? []);
  const out = [...new Set([...before, ...current.keptOut, ...current.recused])];
  const { handlers, keptOut } = handlersAtStart(house, under.rulebook, { procedure, stage }, parties, out);
  const origin: Linked = {
    case: current.id,
    codeName: current.codeName,
    procedure: current.procedure,
    link,
    isOrigin: true,
  };
  return openingChange(house, under, {
    origin: current.origin,
    procedure,
    stage,
    relation: relationOf(current, link),
    rules: current.findings.length > 0 ? current.findings : current.rules,
    texts,
    identities,
    organisation: organisation?.party,
    handlers: handlers.length > 0 ? handlers : current.handlers.filter((person) => !parties.includes(person)),
    keptOut: keptOut.filter((person) => !handlers.includes(person)),
    by: clock,
    draft,
    delivery: undefined,
    more: [{ kind: "linked", ...origin }],
  });
}

/** The rules in force, unless these have no such procedure any more. */
function underWhich(house: House, stored: StoredCase, procedure: string): Under {
  if (procedure in house.rulebook.procedures) return { rulebook: house.rulebook, hash: house.rulebookHash };
  return { rulebook: house.rulebookOf(stored.rulebook), hash: stored.rulebook };
}

const relationOf = (current: Case, link: WantedLink["link"]) => (link === "goes-on" ? current.relation : "on_behalf");

/** The same parties; where the organisation gives effect to a decision those alone whom it is about, and in a case about a report whoever made it. */
function identitiesFor(house: House, { identities }: StoredCase, link: WantedLink["link"]): readonly Identity[] {
  const anew = (identity: Identity): Identity => ({ ...identity, party: house.chance.id() });
  const respondents = identities.filter(({ role }) => role === "respondent").map(anew);
  switch (link) {
    case "goes-on":
      return identities.filter(({ role }) => role !== "witness").map(anew);
    case "enacts":
      return respondents;
    case "counter":
      return identities
        .filter(({ role }) => role === "complainant")
        .map((identity) => ({ ...anew(identity), role: "respondent" }));
  }
}
