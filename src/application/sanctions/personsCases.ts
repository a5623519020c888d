import type { Case } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import type { CaseId, PartyId, PersonId } from "../../domain/identity.ts";
import { ledgerOf } from "../../domain/sanctions/ledger.ts";
import type { Ledger } from "../../domain/sanctions/ledger.ts";
import { rulingsOf } from "../../domain/sanctions/record.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { StoredCase } from "../casePorts.ts";
import type { House } from "../house.ts";
import { respondentsOf } from "../organisationParty.ts";
import type { Identity } from "../person.ts";

/** A case in which a sanction was imposed on somebody, and which of its parties that is. */
export interface PersonsCase {
  readonly stored: StoredCase;
  readonly rulebook: Rulebook;
  readonly current: Case;
  readonly party: PartyId;
}

/** Every case in which a sanction was imposed on a person. */
export async function casesOfPerson(house: House, person: PersonId): Promise<readonly PersonsCase[]> {
  const summaries = await house.store.casesOfParty(person);
  const found = await Promise.all(summaries.map(({ id }) => house.store.caseById(id)));
  return found.flatMap((stored) => {
    const own = stored === undefined ? undefined : respondentsOf(stored).find((each) => each.person === person);
    return stored === undefined || own === undefined ? [] : asPersons(house, stored, own);
  });
}

/** Every case in which a sanction was imposed on whoever a respondent of a case is; where nobody knows who that is, this case alone. */
export async function casesOfRespondent(
  house: House,
  id: CaseId,
  respondent: Identity,
): Promise<readonly PersonsCase[]> {
  if (respondent.person !== undefined) return casesOfPerson(house, respondent.person);
  const stored = await house.store.caseById(id);
  return stored === undefined ? [] : asPersons(house, stored, respondent);
}

function asPersons(house: House, stored: StoredCase, { party }: Identity): readonly PersonsCase[] {
  const current = foldCase(stored);
  if (current.kept.interims.length === 0 && current.decisions.every(({ sanction }) => sanction === undefined))
    return [];
  return [{ stored, rulebook: house.rulebookOf(stored.rulebook), current, party }];
}

/** What the sanctions of a person come to. */
export function ledgerOfCases(cases: readonly PersonsCase[]): Ledger {
  return ledgerOf(cases.flatMap(({ rulebook, current, party }) => rulingsOf(rulebook, current, party)));
}
