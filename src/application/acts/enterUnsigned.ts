import type { CaseId } from "../../domain/identity.ts";
import { codeOf } from "../../domain/intake/code.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import { atThisMoment } from "../house.ts";
import type { House } from "../house.ts";
import { holderOf } from "../intake/holderOf.ts";
import type { ReportAnswers } from "../intake/reportAnswers.ts";
import { opening } from "../intake/reportOpening.ts";
import { identitiesOf, readersOf, respondentsIn } from "../intake/reportPeople.ts";
import type { Reader } from "../intake/reportPeople.ts";
import { wayOf } from "../intake/reportWay.ts";
import type { Account } from "../person.ts";
import { fileCounted } from "./anonymous.ts";
import { withoutConcerned } from "./concernedPeople.ts";
import { alreadyFiled } from "./fileReport.ts";
import { authorOf, enteredView } from "./reportAuthor.ts";
import type { Author } from "./reportAuthor.ts";

/** What an officer is told who has entered a report that names nobody as its author. */
export interface EnteredUnsigned {
  readonly kind: "entered-unsigned";
  /** Nothing more is said of one that goes past the officer. */
  readonly isShut: boolean;
  readonly readers: readonly Reader[];
  /** The case that it became, and the code for whoever it came from; undefined where it is counted only. */
  readonly opened: { readonly case: CaseId; readonly codeName: string; readonly code: string } | undefined;
  readonly clause: string;
}

/**
 * Enters a report on paper that names nobody as its author: it is counted, or a case begins whose complainant is whoever holds a code. The code
 * is shown once, and to nobody whom the report passes by. Refused where the rules take no such reports.
 * @param chosen which alternative the officer chose, where the report is about a receiver
 */
export async function enterUnsigned(
  given: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  chosen: string | undefined,
  delivery: string,
): Promise<EnteredUnsigned | Blocked> {
  const house = await atThisMoment(given);
  const author = await authorOf(house, caller, answers);
  if (isRefusal(author)) return explainFiling(house.rulebook, author);
  if (house.rulebook.intake.report.anonymous === "investigable")
    return openUnsigned(house, caller, draft, answers, chosen, delivery, author);
  const counted = await fileCounted(house, draft, answers, chosen, author);
  if ("refused" in counted) return counted;
  const isShut = author.entered !== undefined && !counted.readers.some(({ person }) => person === author.entered?.by);
  return {
    kind: "entered-unsigned",
    isShut,
    readers: isShut ? [] : counted.readers,
    opened: undefined,
    clause: counted.clause,
  };
}

async function openUnsigned(
  house: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  chosen: string | undefined,
  delivery: string,
  unsigned: Author,
): Promise<EnteredUnsigned | Blocked> {
  const code = codeOf(house.chance.id());
  const author: Author = { ...unsigned, person: await holderOf(code) };
  const about = await respondentsIn(house, author, answers);
  const way = wayOf(house, author, about, answers, chosen, undefined);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  const names = new Map(answers.about.map((account, i) => [about[i], account.name]));
  const told = withoutConcerned(way.concerned, identitiesOf(house, author, about, names, answers.aboutOthers), answers);
  for (;;) {
    const change = opening(house, caller, draft, told.answers, author, way, told.identities, delivery);
    // oxlint-disable-next-line no-await-in-loop -- again only when the code name was taken
    const committed = await house.store.commit(change);
    if (committed === "stale") continue;
    if (committed === "seen") return alreadyFiled(house, caller, draft);
    house.wakeOutbox();
    const { codeName } = change.opens;
    const { receivers, clause } = way.routing;
    house.log.info("case opened", { case: codeName, receivers: receivers.length });
    const isShut = enteredView(house.rulebook, author, way.routing)?.isShut === true;
    return {
      kind: "entered-unsigned",
      isShut,
      readers: isShut ? [] : readersOf(house, receivers),
      opened: isShut ? undefined : { case: change.case, codeName, code },
      clause,
    };
  }
}
