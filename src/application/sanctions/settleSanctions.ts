import type { Entry } from "../../domain/case/entry.ts";
import type { CaseId } from "../../domain/identity.ts";
import { missingChanges } from "../../domain/sanctions/across.ts";
import { missingDisclosures } from "../../domain/sanctions/disclose.ts";
import { barsFrom, barsOf } from "../../domain/sanctions/door.ts";
import type { Ledger } from "../../domain/sanctions/ledger.ts";
import { askAccess } from "../access/askAccess.ts";
import { changeOf, peopleBehind, TRIES } from "../actOnCase.ts";
import { learnWithheld } from "../house.ts";
import type { House } from "../house.ts";
import { respondentsOf } from "../organisationParty.ts";
import type { Identity } from "../person.ts";
import { casesOfRespondent, ledgerOfCases } from "./personsCases.ts";
import type { PersonsCase } from "./personsCases.ts";

/**
 * Brings every case of the respondents of a case to what their sanctions come to: what a decision did to a sanction of another case is
 * recorded there, with the notices that follow. Whatever is recorded already is not recorded again.
 */
export async function settleSanctions(house: House, id: CaseId): Promise<void> {
  const stored = await house.store.caseById(id);
  const respondents = stored === undefined ? [] : respondentsOf(stored);
  for (const respondent of respondents)
    // oxlint-disable-next-line no-await-in-loop -- two respondents may be in the same other case
    await settleRespondent(house, id, respondent);
}

async function settleRespondent(house: House, id: CaseId, respondent: Identity): Promise<void> {
  for (let left = TRIES; left > 0; left -= 1) {
    // oxlint-disable-next-line no-await-in-loop -- what was recorded is read again until nothing is missing
    const cases = await casesOfRespondent(house, id, respondent);
    const ledger = ledgerOfCases(cases);
    const lacking = cases.flatMap((each) => {
      const entries = missingIn(house, each, ledger);
      return entries.length === 0 ? [] : [{ each, entries }];
    });
    if (lacking.length === 0) {
      const bars = barsFrom(barsOf(ledger), house.clock.now());
      // oxlint-disable-next-line no-await-in-loop -- the last thing that is done
      await house.store.saveBarred({
        whom: respondent.person ?? respondent.party,
        isKnown: respondent.person !== undefined,
        name: respondent.name,
        bars,
      });
      // oxlint-disable-next-line no-await-in-loop
      await learnWithheld(house);
      // oxlint-disable-next-line no-await-in-loop
      await askAccess(house, respondent, cases, ledger);
      return;
    }
    // oxlint-disable-next-line no-await-in-loop
    for (const { each, entries } of lacking) await record(house, each, entries);
  }
  throw new Error(`The sanctions of a person changed ${TRIES} times while they were being recorded.`);
}

/** What those who keep a sanction are told follows from what its file says: that comes first. */
function missingIn(house: House, { stored, rulebook, current, party }: PersonsCase, ledger: Ledger): readonly Entry[] {
  const newId = () => house.chance.id();
  const changes = missingChanges(rulebook, current, party, ledger, newId);
  if (changes.length > 0) return changes;
  const at = house.clock.now();
  return missingDisclosures(rulebook, house.roster, current, party, peopleBehind(stored), at, newId);
}

/** Somebody who was faster is not overwritten: the case is read again. */
async function record(house: House, { stored, rulebook, current }: PersonsCase, entries: readonly Entry[]) {
  const by = { kind: "clock" } as const;
  const { change } = changeOf(house, rulebook, stored, current, { entries }, by, house.clock.now(), undefined);
  if ((await house.store.commit(change)) === "committed") house.wakeOutbox();
}
