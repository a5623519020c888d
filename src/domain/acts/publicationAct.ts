import type { Entry } from "../case/entry.ts";
import { localDay } from "../deadlines/calendar.ts";
import { findMentions, findNames } from "../parties/findNames.ts";
import { handlersOf } from "../parties/viewer.ts";
import { isAgreedBy, isOfLast, neededOn, panelistsOf, publishableIn } from "../records/publication.ts";
import type { Refusal } from "../refusal.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type PublicationActKind = "write-publication" | "approve-publication" | "decide-publication" | "publish";
type PublicationAct = Of<PublicationActKind>;
type Decided = readonly Entry[] | Refusal;

/**
 * Publishing what a panel decided: somebody who handles the case writes how, another one reads it, the panel decides, and only then is it
 * published.
 */
export function decidePublicationAct(standing: Standing, act: PublicationAct, newId: () => string): Decided {
  const { rulebook, current } = standing;
  const clause = rulebook.hearings?.summary?.clause ?? rulebook.records.clause;
  if (act.kind === "write-publication") return write(standing, act, clause, newId);
  const found = current.records.publications.at(-1);
  if (found === undefined || found.id !== act.publication || !isOfLast(rulebook, current, found))
    return { refused: "nothing-here" };
  if (found.published !== undefined) return { refused: "already-done" };
  if (act.kind === "approve-publication") {
    if (found.isApproved) return { refused: "already-done" };
    if (found.by === standing.caller) return { refused: "own-brief", clause };
    return [{ kind: "publication-approved", publication: found.id }];
  }
  if (act.kind === "decide-publication") return enter(standing, act, clause);
  if (found.decided?.isAgreed !== true) return { refused: "panel-undecided", lacks: "panel", clause };
  if (!found.isApproved) return { refused: "panel-undecided", lacks: "reader", clause };
  return [{ kind: "published", publication: found.id }];
}

/** What is published names nobody but whom it is about, where it is published in full; nobody at all otherwise, and nobody who is protected. */
function write(
  { rulebook, roster, current, caller, names, hidden = [] }: Standing,
  { publication, form, text, statement, where, place }: Of<"write-publication">,
  clause: string,
  newId: () => string,
): Decided {
  const target = publishableIn(rulebook, current);
  if (target === undefined) return { refused: "nothing-here" };
  const isOut = current.records.publications.some(
    ({ published, posted }) => published !== undefined && posted?.failed === undefined,
  );
  if (isOut) return { refused: "already-done" };
  if (text.trim() === "") return { refused: "no-reasons", clause };
  const found = [...findNames(text, form === "full" ? hidden : names), ...findMentions(text)];
  if (found.length > 0) return { refused: "brief-names-somebody", found, clause };
  const others = handlersOf(rulebook, roster, current).filter((person) => person !== caller);
  if (others.length === 0) return { refused: "nobody-to-approve", clause };
  const { stage, outcome } = target;
  return [
    { kind: "publication-written", publication, form, stage, outcome, statement, where, place },
    ...others.map((person): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "person", person },
      subject: { kind: "to-approve", what: "publication", id: publication },
    })),
  ];
}

/** How the panel voted on it elsewhere: whoever was there is of the panel, there were enough, and nobody voted twice. */
function enter(standing: Standing, act: Of<"decide-publication">, clause: string): Decided {
  const { rulebook, roster, current, parties, at } = standing;
  const panel = publishableIn(rulebook, current)?.panel ?? "";
  const today = localDay(rulebook, at).toString();
  if (act.on > today) return { refused: "date-in-future", today, clause };
  const panelists = panelistsOf(rulebook, roster, current, panel, parties);
  const sat = act.present.filter((person) => panelists.includes(person));
  const present = sat.length + act.otherNames;
  const needed = Math.max(neededOn(rulebook, panel), act.inFavour + act.against);
  if (sat.length < act.present.length || present < needed)
    return { refused: "panel-too-small", present, needed, clause };
  const { publication, on, others, inFavour, against } = act;
  const isAgreed = isAgreedBy(rulebook, panel, { present, inFavour, against });
  return [{ kind: "publication-decided", publication, on, present: sat, others, inFavour, against, isAgreed }];
}
