import type { AuthorNotes } from "../../domain/parties/authorIsTold.ts";
import { authorNotes } from "../../domain/parties/authorIsTold.ts";
import { ownVoiceRule } from "../../domain/parties/companions.ts";
import { receiversOf } from "../../domain/parties/receivers.ts";
import { isRefusal } from "../../domain/refusal.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import type { Flag } from "../../rulebook/schema/rules.ts";
import type { House } from "../house.ts";
import { nameOf } from "../house.ts";
import { readReport } from "../intake/readReport.ts";
import type { ReportAnswers } from "../intake/reportAnswers.ts";
import type { Reader } from "../intake/reportPeople.ts";
import { readersOf } from "../intake/reportPeople.ts";
import type { LateView } from "../intake/reportWay.ts";
import type { Account } from "../person.ts";
import type { HelpView } from "../views/helpView.ts";
import { helpView } from "../views/helpView.ts";
import type { EnteredView } from "./reportAuthor.ts";
import { enteredView } from "./reportAuthor.ts";

/** Who will read a report, as shown before it is sent. */
export interface ReportPreview {
  readonly kind: "preview";
  /** Of a report that is entered by an officer: from whom it came and when, and whether that officer will handle it. */
  readonly entered?: EnteredView | undefined;
  readonly readers: readonly Reader[];
  /** Others to whom the member may send it instead, where it is about a receiver. */
  readonly alternatives: readonly { readonly key: string; readonly readers: readonly Reader[] }[];
  readonly notes: AuthorNotes;
  /** Where help is, whatever becomes of the report. */
  readonly help?: HelpView | undefined;
  /** That it comes too late, and who decides whether it is taken. */
  readonly late?: LateView | undefined;
  /** Who reports it together with the author, and who of them speaks for all where it is not the author. */
  readonly together?:
    | { readonly names: readonly string[]; readonly spokesperson: string | undefined; readonly confirms: boolean }
    | undefined;
  /** That whoever it is from speaks for themselves, who goes with them, and whether they may speak for them. */
  readonly voice?: { readonly companion: string | undefined; readonly maySpeak: boolean } | undefined;
  /** Whether it is about whoever it is from. */
  readonly isSelf?: boolean;
  /** How it is handled otherwise than the rest. */
  readonly flags?: readonly Flag[];
  /** Whether the author chooses who handles it though it is about nobody who would receive it. */
  readonly isOwnChoice?: boolean;
  readonly clause: string;
}

/** The people of whom the form asks "is it about one of these?". */
export function possibleReaders(house: House): readonly Reader[] {
  return receiversOf(house.rulebook, house.roster).map((person) => ({ person, name: nameOf(house, person) }));
}

/** Who would read this report if it were sent now. */
export async function previewReport(
  house: House,
  caller: Account,
  answers: ReportAnswers,
  chosen: string | undefined,
): Promise<ReportPreview | Blocked> {
  const read = await readReport(house, caller, answers, chosen);
  if (isRefusal(read)) return read;
  const { author, way } = read;
  const { together, voice } = way;
  const { routing, beginning } = way;
  return {
    kind: "preview",
    entered: enteredView(house.rulebook, author, routing),
    readers: way.isAboutEnterer ? [] : readersOf(house, routing.receivers),
    alternatives: routing.alternatives.map(({ key, people }) => ({ key, readers: readersOf(house, people) })),
    notes: authorNotes(house.rulebook, beginning.procedure),
    help: helpView(house.rulebook, beginning.procedure),
    late: way.late,
    flags: way.flags,
    isSelf: answers.relation === "self",
    together: together && {
      names: together.identities.map(({ name }) => name),
      spokesperson: together.identities.find(({ party }) => party === together.speaks)?.name,
      confirms: house.rulebook.intake.report.groups?.confirm_each !== false,
    },
    isOwnChoice: way.isOwnChoice,
    voice: voice && {
      companion: voice.companion?.name,
      maySpeak: ownVoiceRule(house.rulebook)?.may_speak === true,
    },
    clause: routing.clause,
  };
}
