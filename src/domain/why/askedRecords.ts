import type { Act, Standing } from "../acts/act.ts";
import type { RecordActKind } from "../acts/recordAct.ts";
import { isClosed, readProcedure } from "../case/stages.ts";
import { localDay } from "../deadlines/calendar.ts";
import { outsideOf } from "../records/outside.ts";
import { neededOn, panelistsOf, publishableIn } from "../records/publication.ts";

/** A text that has not been written yet. */
const UNWRITTEN = "";

/** What those who handle a case can do with its records, and with others outside; nothing in particular where there is nothing of the kind. */
export function askedRecordAct(standing: Standing, kind: RecordActKind): readonly Act[] {
  const { rulebook, roster, current, parties, at } = standing;
  const { precedents, bundles, publications, referrals } = current.records;
  const today = localDay(rulebook, at).toString();
  switch (kind) {
    case "hold-records":
      return [{ kind, statement: UNWRITTEN }];
    case "release-records":
      return [{ kind }];
    case "write-precedent":
      return [{ kind, precedent: UNWRITTEN, text: "", statement: UNWRITTEN }];
    case "approve-precedent":
      return [{ kind, precedent: precedents.at(-1)?.id ?? "" }];
    case "write-publication":
      return [
        {
          kind,
          publication: UNWRITTEN,
          form: "anonymised",
          text: "…",
          statement: UNWRITTEN,
          where: UNWRITTEN,
          place: undefined,
        },
      ];
    case "approve-publication":
    case "publish":
      return [{ kind, publication: publications.at(-1)?.id ?? "" }];
    case "decide-publication": {
      const panel = publishableIn(rulebook, current)?.panel ?? "";
      const present = panelistsOf(rulebook, roster, current, panel, parties);
      return [
        {
          kind,
          publication: publications.at(-1)?.id ?? "",
          on: today,
          present,
          otherNames: Math.max(0, neededOn(rulebook, panel) - present.length),
          others: undefined,
          inFavour: 1,
          against: 0,
        },
      ];
    }
    case "write-bundle":
      return [{ kind, bundle: UNWRITTEN, statement: UNWRITTEN }];
    case "approve-bundle":
      return [{ kind, bundle: bundles.at(-1)?.id ?? "" }];
    case "escalate":
      return [{ kind, escalation: UNWRITTEN, person: undefined, statement: UNWRITTEN }];
    case "hand-outside": {
      const [to = ""] = outsideOf(rulebook, current);
      const [ground] = readProcedure(rulebook, current).referrals?.police_when ?? [];
      return [{ kind, referral: UNWRITTEN, to, ground, on: today, waitsUntil: undefined, statement: UNWRITTEN }];
    }
    case "enter-outside": {
      const open = referrals.filter(({ answered }) => answered === undefined).map(({ referral }) => referral);
      const asked = open.length > 0 ? open : [UNWRITTEN];
      return asked.map((referral) => ({ kind, referral, on: today, statement: UNWRITTEN }));
    }
  }
}

/** Whether there is anything in a case for such an act to be about. */
export function hasRecordPlace({ rulebook, current }: Standing, kind: RecordActKind): boolean {
  const { precedents, bundles, publications, referrals, held, isErased } = current.records;
  if (isErased && kind !== "hold-records" && kind !== "release-records") return false;
  const isOver = isClosed(rulebook, current);
  const isUnread = (texts: typeof precedents) => texts.at(-1)?.isApproved === false;
  const rule = rulebook.records.precedents;
  switch (kind) {
    case "hold-records":
      return isOver && rulebook.records.retention["case"] !== undefined;
    case "release-records":
      return held !== undefined;
    case "write-precedent":
      return isOver && current.decisions.some(({ stage }) => rule?.of.includes(stage) === true);
    case "approve-precedent":
      return isUnread(precedents);
    case "write-publication":
      return publishableIn(rulebook, current) !== undefined;
    case "approve-publication":
      return publications.at(-1)?.isApproved === false;
    case "decide-publication":
    case "publish":
      return publications.length > 0;
    case "approve-bundle":
      return isUnread(bundles);
    case "escalate":
      return !isOver && readProcedure(rulebook, current).escalate !== undefined;
    case "write-bundle":
    case "hand-outside":
      return outsideOf(rulebook, current).length > 0;
    case "enter-outside":
      return referrals.some(({ answered }) => answered === undefined);
  }
}
