import type { CaseId } from "../../domain/identity.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import type { House } from "../house.ts";
import { atThisMoment, findPerson } from "../house.ts";
import { readReport } from "../intake/readReport.ts";
import type { ReportAnswers } from "../intake/reportAnswers.ts";
import { opening } from "../intake/reportOpening.ts";
import type { Reader } from "../intake/reportPeople.ts";
import { identitiesOf, readersOf } from "../intake/reportPeople.ts";
import type { Account, AccountRef } from "../person.ts";
import type { HelpView } from "../views/helpView.ts";
import { helpView } from "../views/helpView.ts";
import { withoutConcerned } from "./concernedPeople.ts";
import { broughtAlong } from "./messageFiles.ts";
import type { Receipt } from "./receipts.ts";
import { receiptOf } from "./receipts.ts";
import type { EnteredView } from "./reportAuthor.ts";
import { enteredView } from "./reportAuthor.ts";

export interface Filed {
  readonly kind: "filed";
  readonly entered?: EnteredView | undefined;
  readonly case: CaseId;
  readonly codeName: string;
  readonly readers: readonly Reader[];
  readonly help: HelpView | undefined;
  /** Proves what was filed, and when; undefined for an officer who enters what came from somebody else. */
  readonly receipt?: Receipt | undefined;
  readonly clause: string;
}

/**
 * Files a report: stored as a whole before anything is answered. The same draft is filed once: a second time tells the case it became.
 * @param chosen which alternative the member chose, where the report is about a receiver
 */
export async function fileReport(
  given: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  chosen: string | undefined,
  delivery: string,
): Promise<Filed | Blocked> {
  const house = await atThisMoment(given);
  const read = await readReport(house, caller, answers, chosen);
  if (isRefusal(read)) return read;
  const { author, about, affected, way } = read;
  const { routing, beginning } = way;
  const names = new Map(answers.about.map((account, i) => [about[i], account.name]));
  const identities =
    answers.relation === "self"
      ? [{ party: house.chance.id(), role: "respondent" as const, person: author.person, name: author.name }]
      : [
          ...identitiesOf(house, author, about, names, answers.aboutOthers),
          ...(affected === undefined ? [] : [affected]),
          ...(way.together?.identities ?? []),
        ];
  const told = withoutConcerned(way.concerned, identities, answers);
  const brings = await broughtAlong(house, draft, answers, told.identities[0]?.party ?? "");
  for (;;) {
    const known = { ...way, brings };
    const change = opening(house, caller, draft, told.answers, author, known, told.identities, delivery);
    const committed = await house.store.commit(change);
    if (committed === "stale") continue; // the code name was taken: another one
    if (committed === "seen") return alreadyFiled(house, caller, draft);
    house.wakeOutbox();
    house.log.info("case opened", { case: change.opens.codeName, receivers: routing.receivers.length });
    return {
      kind: "filed",
      entered: enteredView(house.rulebook, author, routing),
      case: change.case,
      codeName: change.opens.codeName,
      readers: way.isAboutEnterer ? [] : readersOf(house, routing.receivers),
      help: helpView(house.rulebook, beginning.procedure),
      receipt: author.entered === undefined ? await receiptOfCase(house, change.case) : undefined,
      clause: routing.clause,
    };
  }
}

/** The receipt is made from what is stored, as it is each time that it is checked. */
export async function receiptOfCase(house: House, id: CaseId): Promise<Receipt | undefined> {
  const stored = await house.store.caseById(id);
  return stored === undefined ? undefined : receiptOf(house, stored);
}

/**
 * What is told of a draft that became a case: to whoever filed it the name of the case, to whoever entered it that it is done, and nothing
 * to anybody else. Whom it is about must not learn of it by the draft.
 */
export async function alreadyFiled(house: House, caller: AccountRef, draft: string): Promise<Blocked> {
  const filer = await findPerson(house, caller);
  const found = await house.store.caseOfDraft(draft);
  const stored = found === undefined ? undefined : await house.store.caseById(found.id);
  if (filer === undefined || found === undefined || stored === undefined) return nothingHere;
  const by = stored.entries[0]?.by;
  if (by?.kind === "person" && by.person === filer)
    return { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] };
  const isFiler = stored.identities.some(
    ({ person, party, role }) =>
      person === filer && (role === "complainant" || (by?.kind === "party" && by.party === party)),
  );
  return isFiler ? explainFiling(house.rulebook, { refused: "already-filed", codeName: found.codeName }) : nothingHere;
}
