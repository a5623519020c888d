import { localDay } from "../../domain/deadlines/calendar.ts";
import type { PersonId } from "../../domain/identity.ts";
import { cannotBeAnonymous, mayReceive } from "../../domain/intake/anonymous.ts";
import { codeOf } from "../../domain/intake/code.ts";
import type { CountedReport } from "../../domain/intake/counted.ts";
import { findNotOpen } from "../../domain/intake/openTo.ts";
import { authorNotes } from "../../domain/parties/authorIsTold.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { explainFiling } from "../../domain/why/why.ts";
import { atThisMoment, findPerson, nameOf } from "../house.ts";
import type { House } from "../house.ts";
import { holderOf } from "../intake/holderOf.ts";
import type { ReportAnswers } from "../intake/reportAnswers.ts";
import { opening } from "../intake/reportOpening.ts";
import { identitiesOf, peopleAbout, readersOf } from "../intake/reportPeople.ts";
import type { Reader } from "../intake/reportPeople.ts";
import { wayOf } from "../intake/reportWay.ts";
import type { ReportWay } from "../intake/reportWay.ts";
import type { Account, AccountRef } from "../person.ts";
import type { Draft } from "../ports.ts";
import { helpView } from "../views/helpView.ts";
import type { HelpView } from "../views/helpView.ts";
import { withoutConcerned } from "./concernedPeople.ts";
import { receiptOfCase } from "./fileReport.ts";
import type { ReportPreview } from "./previewReport.ts";
import type { Receipt } from "./receipts.ts";
import type { Author } from "./reportAuthor.ts";

/** What becomes of a report without its author's name. */
type Mode = "statistics_only" | "investigable";

/** What somebody who gives no name is shown before sending. */
export interface AnonymousPreview extends Pick<
  ReportPreview,
  "readers" | "alternatives" | "late" | "clause" | "notes"
> {
  readonly kind: "anonymous-preview";
  readonly mode: Mode;
  /** Opens the channel once it is sent; nobody else ever has it. Undefined where there is no channel. */
  readonly code: string | undefined;
}

/** What somebody is told who has reported without a name. */
export type FiledAnonymously =
  | { readonly kind: "counted"; readonly readers: readonly Reader[]; readonly clause: string }
  | {
      readonly kind: "channel";
      readonly code: string;
      readonly codeName: string;
      readonly readers: readonly Reader[];
      readonly help: HelpView | undefined;
      readonly receipt: Receipt | undefined;
      readonly clause: string;
    };

const alreadyDone: Blocked = { refused: "already-done", unblock: [{ kind: "nothing", as: "done" }] };

/** Reporting without a name: nothing here keeps who did it, not even that somebody did. */
export function anonymousActs(house: House) {
  return {
    /** Why this person cannot report without their name; undefined where they can. */
    cannotBeAnonymous: (caller: AccountRef) => cannotReport(house, caller),
    /** Keeps what was typed under an id that whoever types it alone has; never in the place of what somebody else has. */
    async keepHeld(id: string, form: string, values: Draft["values"]): Promise<void> {
      const before = await house.store.draft(id);
      if (before !== undefined && before.person !== undefined) return;
      await house.store.saveDraft({ id, person: undefined, form, values, at: house.clock.now() });
    },
    async readHeld(id: string): Promise<Draft["values"] | undefined> {
      const draft = await house.store.draft(id);
      return draft === undefined || draft.person !== undefined ? undefined : draft.values;
    },
    async discardHeld(id: string): Promise<void> {
      const draft = await house.store.draft(id);
      if (draft !== undefined && draft.person === undefined) await house.store.deleteDraft(id);
    },
    previewAnonymous: (caller: AccountRef, answers: ReportAnswers, chosen: string | undefined) =>
      previewAnonymous(house, caller, answers, chosen),
    fileAnonymous: (
      caller: Account,
      draft: string,
      answers: ReportAnswers,
      chosen: string | undefined,
      code: string,
    ): Promise<FiledAnonymously | Blocked> => fileAnonymous(house, caller, draft, answers, chosen, code),
  };
}

async function cannotReport(house: House, caller: AccountRef): Promise<Blocked | undefined> {
  const { rulebook, roster } = house;
  const person = await findPerson(house, caller);
  const refusal =
    cannotBeAnonymous(rulebook, mayReceive(rulebook, roster, person)) ?? findNotOpen(rulebook, roster, person);
  return refusal === undefined ? undefined : explainFiling(rulebook, refusal);
}

async function previewAnonymous(
  house: House,
  caller: AccountRef,
  answers: ReportAnswers,
  chosen: string | undefined,
): Promise<AnonymousPreview | Blocked> {
  const refused = await cannotReport(house, caller);
  if (refused !== undefined) return refused;
  const mode = modeOf(house);
  const way = await anonymousWay(house, authorOf(house, undefined), answers, chosen);
  if ("refused" in way) return way;
  const { routing, late } = way;
  return {
    kind: "anonymous-preview",
    mode,
    readers: readersOf(house, routing.receivers),
    alternatives: routing.alternatives.map(({ key, people }) => ({ key, readers: readersOf(house, people) })),
    late: mode === "investigable" ? late : undefined,
    notes: way.notes,
    code: mode === "investigable" ? codeOf(house.chance.id()) : undefined,
    clause: routing.clause,
  };
}

const modeOf = ({ rulebook }: House): Mode =>
  rulebook.intake.report.anonymous === "investigable" ? "investigable" : "statistics_only";

const authorOf = (house: House, holder: PersonId | undefined): Author => ({
  person: holder,
  name: "",
  received: house.clock.now(),
  isAnonymous: true,
});

/** Who reads it, and how a case begins with it. Of whoever it is about nobody is made known who was not. */
async function anonymousWay(
  house: House,
  author: Author,
  answers: ReportAnswers,
  chosen: string | undefined,
): Promise<Blocked | (ReportWay & { readonly notes: ReportPreview["notes"]; readonly about: readonly PersonId[] })> {
  const found = await Promise.all(answers.about.map((account) => findPerson(house, account)));
  const receiver = answers.aboutReceiver === undefined ? [] : [answers.aboutReceiver];
  const about = [...new Set([...found.flatMap((person) => person ?? []), ...receiver])];
  const way = wayOf(house, author, about, answers, chosen, undefined);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  return { ...way, about, notes: authorNotes(house.rulebook, way.beginning.procedure) };
}

async function fileAnonymous(
  given: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  chosen: string | undefined,
  code: string,
): Promise<FiledAnonymously | Blocked> {
  const house = await atThisMoment(given);
  const refused = await cannotReport(house, caller);
  if (refused !== undefined) return refused;
  return modeOf(house) === "investigable"
    ? fileWithChannel(house, caller, draft, answers, chosen, code)
    : fileCounted(house, draft, answers, chosen);
}

/** Keeps the day, the words and who reads them: no hour, no delivery, no platform. */
export async function fileCounted(
  house: House,
  draft: string,
  answers: ReportAnswers,
  chosen: string | undefined,
  author = authorOf(house, undefined),
): Promise<Extract<FiledAnonymously, { kind: "counted" }> | Blocked> {
  const way = await anonymousWay(house, author, answers, chosen);
  if ("refused" in way) return way;
  const { receivers, clause } = way.routing;
  for (;;) {
    const report: CountedReport = {
      id: house.chance.id(),
      codeName: house.chance.codeName(),
      day: localDay(house.rulebook, author.received).toString(),
      receivers,
      state: {
        kind: "waiting",
        rules: answers.rules,
        grounds: answers.grounds ?? [],
        texts: answers.texts,
        names: [
          ...answers.about.map(({ name }) => name),
          answers.aboutOthers.trim(),
          ...(answers.aboutReceiver === undefined ? [] : [nameOf(house, answers.aboutReceiver)]),
        ].filter((name) => name !== ""),
      },
    };
    const effects = receivers.map((person) => ({ kind: "counted", report: report.id, person }) as const);
    // oxlint-disable-next-line no-await-in-loop -- again only when the code name was taken
    const filed = await house.store.fileCounted(report, draft, effects);
    if (filed === "stale") continue;
    house.wakeOutbox();
    return filed === "seen" ? alreadyDone : { kind: "counted", readers: readersOf(house, receivers), clause };
  }
}

/** Begins a case whose complainant is whoever holds the code. Of the code only what cannot be turned back is kept. */
async function fileWithChannel(
  house: House,
  caller: Account,
  draft: string,
  answers: ReportAnswers,
  chosen: string | undefined,
  code: string,
): Promise<FiledAnonymously | Blocked> {
  const holder = await holderOf(code);
  const author = authorOf(house, holder);
  const about = await peopleAbout(house, answers);
  const names = new Map(answers.about.map((account, i) => [about[i], account.name]));
  const identities = identitiesOf(house, author, about, names, answers.aboutOthers);
  const way = wayOf(house, author, about, answers, chosen, undefined);
  if (isRefusal(way)) return explainFiling(house.rulebook, way);
  const { receivers, clause } = way.routing;
  for (;;) {
    const told = withoutConcerned(way.concerned, identities, answers);
    const change = opening(house, caller, draft, told.answers, author, way, told.identities, undefined);
    // oxlint-disable-next-line no-await-in-loop -- again only when the code name was taken
    const committed = await house.store.commit(change);
    if (committed === "stale") continue;
    const readers = readersOf(house, receivers);
    const help = helpView(house.rulebook, way.beginning.procedure);
    const { codeName } = change.opens;
    if (committed === "committed") {
      house.wakeOutbox();
      house.log.info("case opened", { case: codeName, receivers: receivers.length });
      // oxlint-disable-next-line no-await-in-loop
      const receipt = await receiptOfCase(house, change.case);
      return { kind: "channel", code, codeName, readers, help, receipt, clause };
    }
    // Sent twice: the same code opens what was filed at first.
    // oxlint-disable no-await-in-loop
    const [filed] = await house.store.casesOfParty(holder);
    if (filed === undefined) return alreadyDone;
    const receipt = await receiptOfCase(house, filed.id);
    // oxlint-enable no-await-in-loop
    return { kind: "channel", code, codeName: filed.codeName, readers, help, receipt, clause };
  }
}
