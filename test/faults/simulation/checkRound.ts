import type { Temporal } from "temporal-polyfill";

import type { StoredCase } from "../../../src/application/casePorts.ts";
import { foldCase } from "../../../src/domain/case/foldCase.ts";
import type { PartyRole } from "../../../src/domain/case/party.ts";
import type { Rulebook } from "../../../src/rulebook/rulebook.ts";
import { expectedNow, nameOf } from "./expected.ts";

/**
 * Compares what a round did in each case with what the wall calendar says: that, each thing once, at this moment, and nothing else; no
 * more than that where the program was killed over it.
 * @throws with the case and both lists
 */
export function checkRound(
  rulebook: Rulebook,
  before: readonly StoredCase[],
  after: readonly StoredCase[],
  now: Temporal.Instant,
  isWhole: boolean,
): void {
  for (const stored of before) {
    const then = after.find(({ id }) => id === stored.id);
    // Nothing is left of a case that was anonymised.
    if (then === undefined) continue;
    const added = then.entries.slice(stored.entries.length);
    const current = foldCase(stored);
    const moved = added.some(({ entry }) => entry.kind === "sanction-changed" || entry.kind === "stage-concluded");
    // What another decision does to a sanction is looked at first, and so is that nobody chose in time: the rest follows a minute later.
    if (moved) continue;
    const names = new Map<string, number>();
    for (const recorded of added) {
      const name = nameOf(recorded);
      if (name === undefined) continue;
      names.set(name, (names.get(name) ?? 0) + 1);
      if (!recorded.at.equals(now)) throw new Error(`${name} was recorded for ${recorded.at.toString()}.`);
    }
    const expected = expectedNow(rulebook, current, stored.entries, now.epochMilliseconds);
    const missing = isWhole ? expected.filter((name) => !names.has(name)) : [];
    const unexpected = [...names.keys()].filter((name) => !expected.includes(name));
    if (missing.length + unexpected.length > 0)
      throw new Error(
        `${stored.codeName} at ${current.stage.stage} on ${now.toString()}: missing ${missing.join(", ") || "nothing"}; not expected ${unexpected.join(", ") || "nothing"}.`,
      );
    checkReaders(stored, added);
  }
}

/** Nobody is reminded of a case, but of what they have to do themselves, or told that it is late, who is a party of it, stepped aside, or was passed by. */
function checkReaders(stored: StoredCase, added: StoredCase["entries"]): void {
  const current = foldCase(stored);
  const parties = stored.identities.flatMap(({ person }) => person ?? []);
  const seen = new Set<string>();
  for (const recorded of added) {
    const { entry } = recorded;
    const name = nameOf(recorded);
    if (entry.kind !== "notice-sent" || name === undefined) continue;
    const to = JSON.stringify(entry.to);
    if (seen.has(`${name} ${to}`)) throw new Error(`${stored.codeName}: ${name} went to ${to} twice.`);
    seen.add(`${name} ${to}`);
    const isParty = entry.to.kind === "party" && !isOwn(name, entry.to.role);
    const person = entry.to.kind === "person" ? entry.to.person : "";
    if (isParty || [...parties, ...current.recused, ...current.keptOut].includes(person))
      throw new Error(`${stored.codeName}: ${name} went to ${to}, who may not have it.`);
  }
}

/** What somebody has to do by a sanction is theirs to be reminded of, and what they want to show at a hearing that of either side. */
function isOwn(name: string, role: PartyRole): boolean {
  if (name.startsWith("reminder sanction-task:")) return role === "respondent";
  return name.startsWith("reminder hearing:evidence ") && (role === "complainant" || role === "respondent");
}
