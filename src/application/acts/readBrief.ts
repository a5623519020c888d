import { findApprovedBrief } from "../../domain/case/briefs.ts";
import type { Brief, Case } from "../../domain/case/case.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import { answeredHere, answeredWith } from "../../domain/case/questions.ts";
import type { CaseId, StatementId } from "../../domain/identity.ts";
import { declaredIn } from "../../domain/parties/declared.ts";
import { earlierBriefOf, mayRead } from "../../domain/parties/viewer.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { why } from "../../domain/why/why.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { peopleBehind, readCase } from "../actOnCase.ts";
import type { CaseRef, Facts } from "../actOnCase.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";
import type { Account } from "../person.ts";
import { nothingToRead, readFacts } from "./readFacts.ts";

/** The brief for a member of the deciding body; first the question whether anything stands in the way. */
export type BriefView =
  | {
      readonly kind: "conflict-question";
      readonly case: CaseId;
      readonly codeName: string;
      /** What is a conflict of interest, as the rulebook lists it. */
      readonly conflicts: readonly string[];
      readonly clauses: readonly string[];
    }
  | {
      readonly kind: "brief";
      readonly case: CaseId;
      readonly codeName: string;
      readonly text: string;
      /** What the body has asked the parties since, and what it was answered, the first first. */
      readonly questions: readonly { readonly question: string; readonly answer: string }[];
      /** Whether whoever reads it may ask the parties something. */
      readonly canAsk: boolean;
      readonly clause: string;
    };

export async function readBrief(house: House, caller: Account, ref: CaseRef): Promise<BriefView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined) return readEarlierBrief(house, caller, ref);
  const { rulebook, current, viewer } = facts;
  const approved = findApprovedBrief(rulebook, current);
  const brief = viewer.kind === "handler" ? (current.briefs.at(-1) ?? approved) : approved;
  if (brief === undefined) return nothingHere;
  const procedure = rulebook.procedures[current.procedure];
  if (viewer.kind === "voter" && !viewer.isCleared) {
    const clauses = [rulebook.conflicts.clause, procedure?.confidentiality_gate?.clause ?? rulebook.conflicts.clause];
    const { id, codeName } = current;
    return { kind: "conflict-question", case: id, codeName, conflicts: declaredIn(rulebook), clauses };
  }
  if (!mayRead(current, viewer, "brief")) return nothingToRead(house, caller, ref);
  const canAsk = why(facts, { kind: "ask-parties", question: "", statement: "" }).kind === "possible";
  return showBrief(house, rulebook, current, brief, facts, true, canAsk);
}

async function showBrief(
  house: House,
  rulebook: Rulebook,
  current: Case,
  brief: Brief,
  reader: Pick<Facts, "viewer" | "caller" | "at">,
  isNow: boolean,
  canAsk = false,
): Promise<BriefView> {
  const { id, codeName, procedure } = current;
  const read = (words: StatementId) => readWords(house, { ...reader, current }, words);
  const text = await read(brief.statement);
  const answered = [...new Set([...answeredWith(current, brief), ...(isNow ? answeredHere(current) : [])])];
  const questions = await Promise.all(
    answered.map(async ({ statement: asked, returned }) => ({
      question: await read(asked),
      answer: returned === undefined ? "" : await read(returned.statement),
    })),
  );
  const clause = rulebook.procedures[procedure]?.clause ?? "";
  return { kind: "brief", case: id, codeName, text, questions, canAsk, clause };
}

/** Once another body decides, those of an earlier one still read what they decided from, and nothing else of the case. */
async function readEarlierBrief(house: House, caller: Account, ref: CaseRef): Promise<BriefView | Blocked> {
  const person = await findPerson(house, caller);
  const stored = person === undefined ? undefined : await readCase(house, ref);
  if (person === undefined || stored === undefined) return nothingToRead(house, caller, ref);
  const rulebook = house.rulebookOf(stored.rulebook);
  const current = foldCase(stored);
  const brief = earlierBriefOf(rulebook, house.roster, current, person, peopleBehind(stored));
  if (brief === undefined) return nothingToRead(house, caller, ref);
  const viewer = { kind: "voter", person, isCleared: true } as const;
  return showBrief(house, rulebook, current, brief, { viewer, caller: person, at: house.clock.now() }, false);
}
