import type { Act, Standing } from "../acts/act.ts";
import type { EvidenceAct } from "../acts/evidenceAct.ts";
import type { Case } from "../case/case.ts";
import { awaitedWitnesses, openableTo } from "../case/evidence.ts";
import { lastForms } from "../case/evidenceEntries.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { ItemId, PartyId } from "../identity.ts";
import { isTold } from "../timeline/partyLines.ts";

/** A text that has not been written yet. */
const UNWRITTEN = "";
/** Stands for what there is not. */
const NOTHING = "";

/** What can be done with witnesses, statements and evidence; nothing in particular where there is nothing of the kind. */
export function askedEvidence({ rulebook, current, at }: Standing, kind: EvidenceAct["kind"]): readonly Act[] {
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
    case "set-aside": {
      const counted = lastForms(current.evidence).filter(({ aside }) => aside === undefined);
      const items = counted.map(({ item }) => item);
      return some(items, NOTHING).map((item) => ({ kind, item, reasons: UNWRITTEN }));
    }
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
