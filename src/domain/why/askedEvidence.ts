import type { Act, Standing } from "../acts/act.ts";
import type { EvidenceAct } from "../acts/evidenceAct.ts";
import { returnable } from "../acts/ownVoiceAct.ts";
import type { OwnVoiceAct } from "../acts/ownVoiceAct.ts";
import type { QuestionAct } from "../acts/questionAct.ts";
import type { Case } from "../case/case.ts";
import { awaitedWitnesses, openableTo } from "../case/evidence.ts";
import { lastForms } from "../case/evidenceEntries.ts";
import { openQuestions } from "../case/questions.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { ItemId, PartyId } from "../identity.ts";
import { isTold } from "../timeline/partyLines.ts";

/** A text that has not been written yet. */
const UNWRITTEN = "";
/** Stands for what there is not. */
const NOTHING = "";

/** What can be done with witnesses, statements and evidence; nothing in particular where there is nothing of the kind. */
export function askedEvidence(
  { rulebook, current, at }: Standing,
  kind: (EvidenceAct | OwnVoiceAct | QuestionAct)["kind"] | "find",
): readonly Act[] {
  const written = { item: UNWRITTEN, of: "statement", text: UNWRITTEN, relevance: UNWRITTEN, unmet: [] } as const;
  switch (kind) {
    case "ask-witness":
      return [{ kind, party: UNWRITTEN, person: undefined, isNamed: true, question: UNWRITTEN }];
    case "promise":
    case "decline":
      return [{ kind }];
    case "release-witness":
      return some(
        awaitedWitnesses(current).map(({ party }) => party),
        NOTHING,
      ).map((party) => ({ kind, party }));
    case "hand-in":
      return [{ kind, ...written, corrects: undefined }];
    case "enter-item": {
      const on = localDay(rulebook, at).toString();
      return [{ kind, ...written, party: undefined, came: "letter", on, closedTo: [] }];
    }
    case "admit-anonymous": {
      const { of, text, relevance } = written;
      return [{ kind, item: UNWRITTEN, of, text, relevance, source: UNWRITTEN, how: UNWRITTEN }];
    }
    case "go-on":
      return [{ kind }];
    case "ask-parties":
      return [{ kind, question: UNWRITTEN, statement: UNWRITTEN }];
    case "put-question": {
      const asked =
        openQuestions(current)
          .at(-1)
          ?.put.map(({ party }) => party) ?? [];
      const left = current.parties.filter((party) => isTold(current, party) && !asked.includes(party.party));
      return some(
        left.filter(({ role }) => role !== "witness").map(({ party }) => party),
        NOTHING,
      ).map((party) => ({ kind, party, statement: UNWRITTEN }));
    }
    case "answer-question":
      return [{ kind, statement: UNWRITTEN }];
    case "return-answer":
      return [{ kind, text: "", statement: UNWRITTEN }];
    case "find": {
      const rules = Object.entries(rulebook.rules).flatMap(([id, rule]) => (rule.sanctionable ? [id] : []));
      return [{ kind, rules: rules.slice(0, 1), reasons: UNWRITTEN }];
    }
    case "set-aside": {
      const counted = lastForms(current.evidence).filter(({ aside }) => aside === undefined);
      const items = counted.map(({ item }) => item);
      return some(items, NOTHING).map((item) => ({ kind, item, reasons: UNWRITTEN }));
    }
    case "return-submission": {
      const items = returnable(current).map(({ item }) => item);
      return some(items, NOTHING).map((item) => ({ kind, item, reasons: UNWRITTEN }));
    }
    case "name-companion":
      return [{ kind, person: undefined, companion: UNWRITTEN }];
    case "open-items":
      return some(openable(current), { party: NOTHING, items: [] }).map((open) => ({ kind, ...open }));
  }
}

/** What each side can be given to read. */
export function openable(current: Case): readonly { readonly party: PartyId; readonly items: readonly ItemId[] }[] {
  return current.parties
    .filter((party) => party.role !== "witness" && isTold(current, party))
    .map((party) => ({ party: party.party, items: openableTo(current, party).map(({ item }) => item) }))
    .filter(({ items }) => items.length > 0);
}

const some = <Of>(found: readonly Of[], nothing: Of): readonly Of[] => (found.length > 0 ? found : [nothing]);
