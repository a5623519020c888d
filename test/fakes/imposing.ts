import type { Identity } from "../../src/application/person.ts";
import type { Store } from "../../src/application/ports.ts";
import type { Entry } from "../../src/domain/case/entry.ts";
import { foldCase } from "../../src/domain/case/foldCase.ts";
import type { PartyEntry } from "../../src/domain/case/party.ts";
import { wakesOf } from "../../src/domain/deadlines/due.ts";
import type { Rulebook } from "../../src/rulebook/rulebook.ts";
import { at, complainant, decided, motionPut, noticeSent, received, recorded, toParty } from "./caseFile.ts";
import type { Played } from "./caseFile.ts";

/** Noon of a day in the chapter, such as 2026-03-04. */
export const noon = (day: string) => at(`${day}T12:00`);

export interface Respondent {
  readonly party: string;
  readonly person: string | undefined;
  /** When the decision reached them. */
  readonly told: string | undefined;
}

/** Somebody called Nils, whom the decision reached on a day, or not yet. */
export const nils = (party: string, told: string | undefined): Respondent => ({ party, person: "nils", told });

/**
 * Puts a closed case into a store in which a sanction was imposed on some people.
 * @param name of the case; its code name is code-<name>
 * @param made the day of the decision
 */
export async function impose(
  store: Store,
  rulebook: Rulebook,
  name: string,
  sanction: string,
  made: string,
  ...respondents: readonly Respondent[]
): Promise<void> {
  const parties = respondents.map(({ party }): PartyEntry => ({ party, role: "respondent", hasAccount: true }));
  const subject = { kind: "decision", vote: `vote-${name}`, outcome: "upheld" } as const;
  const delivered = respondents.flatMap(({ party, told }): readonly Entry[] =>
    told === undefined
      ? []
      : [{ kind: "notice-delivered", notice: `notice-${party}`, how: "direct", when: noon(told) }],
  );
  const played: readonly Played[] = [
    received({ parties: [complainant, ...parties], startsAt: "board_decision" }),
    motionPut({ vote: `vote-${name}`, sanction }),
    { at: noon(made), entry: { ...decided(sanction), vote: `vote-${name}` } },
    ...parties.map((party) => noticeSent(`notice-${party.party}`, toParty(party), subject)),
    ...delivered,
    { kind: "stage-concluded", stage: "inform", outcome: "delivered", next: "closed", rules: [], reasons: undefined },
  ];
  const entries = recorded(played);
  const current = foldCase({ id: name, codeName: `code-${name}`, entries });
  const identities = respondents.map(({ party, person }): Identity => ({
    party,
    role: "respondent",
    person,
    name: `${party} Orrby`,
  }));
  await store.commit({
    delivery: undefined,
    case: name,
    opens: { codeName: `code-${name}`, rulebook: "kth", draft: name },
    expected: 0,
    entries,
    identities,
    words: [],
    isClosed: true,
    handlers: current.handlers,
    wakes: wakesOf(rulebook, current),
    clears: [],
    recuses: [],
    effects: [],
  });
}
