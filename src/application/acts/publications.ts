import type { PersonId } from "../../domain/identity.ts";
import { masked } from "../../domain/parties/masked.ts";
import { publishableIn } from "../../domain/records/publication.ts";
import type { PublicationForm, PublicPlace } from "../../domain/records/publication.ts";
import { nothingHere } from "../../domain/why/unblock.ts";
import type { Blocked } from "../../domain/why/unblock.ts";
import { actOnCase } from "../actOnCase.ts";
import type { CaseRef, Done, Request, Seen } from "../actOnCase.ts";
import type { House } from "../house.ts";
import { letterWords } from "../letterWords.ts";
import type { Account } from "../person.ts";
import { masksOfPublication, publicationView } from "../views/publicationView.ts";
import type { PublicationView } from "../views/publicationView.ts";
import { nothingToRead, readFacts } from "./readFacts.ts";

type Result = Promise<Done | Seen | Blocked>;

/** What somebody writes who handles the case: in which form, where, and the words of a summary. */
export interface PublicationText {
  readonly form: PublicationForm;
  readonly where: string;
  /** The channel that is meant by that; undefined where somebody puts it up elsewhere. */
  readonly place: PublicPlace | undefined;
  readonly summary: string;
}

/** Writes what is published: a summary in its own words, otherwise the reasons with other names in place of the real ones. */
async function writePublication(house: House, request: Request, text: PublicationText): Result {
  const { form, where, place, summary } = text;
  const reasons = form === "summary" ? summary : await maskedReasons(house, request, form);
  return actOnCase(house, request, ({ newId }) => {
    const [publication, statement, at] = [newId(), newId(), newId()];
    return {
      act: { kind: "write-publication", publication, form, text: reasons, statement, where: at, place },
      words: [
        { id: statement, text: reasons },
        { id: at, text: where },
      ],
    };
  });
}

async function maskedReasons(house: House, { caller, case: ref }: Request, form: PublicationForm): Promise<string> {
  const facts = await readFacts(house, ref, caller);
  if (facts?.viewer.kind !== "handler") return "";
  const { rulebook, current, stored } = facts;
  const reasons = publishableIn(rulebook, current)?.reasons;
  const text = reasons === undefined ? "" : ((await house.store.words(current.id, reasons)) ?? "");
  return masked(text, masksOfPublication(house, stored, current, form));
}

/** What is to be published, for those who handle the case. */
async function readPublication(house: House, caller: Account, ref: CaseRef): Promise<PublicationView | Blocked> {
  const facts = await readFacts(house, ref, caller);
  if (facts === undefined) return nothingToRead(house, caller, ref);
  const last = facts.viewer.kind === "handler" ? facts.current.records.publications.at(-1) : undefined;
  return last === undefined ? nothingHere : publicationView(house, facts, last);
}

/** Approves what somebody else wrote: the one that was read, or the last one when `id` is empty. */
function approvePublication(house: House, request: Request, id: string): Result {
  return actOnCase(house, request, ({ current }) => ({
    act: { kind: "approve-publication", publication: chosen(current.records.publications, id) },
  }));
}

/** How the panel decided on it. Days are written as 2026-03-15. */
export interface PanelDecision {
  readonly on: string;
  readonly present: readonly PersonId[];
  /** Who has no account, a name a line. */
  readonly others: string;
  readonly inFavour: number;
  readonly against: number;
}

/** Enters how the panel decided. */
function decidePublication(house: House, request: Request, id: string, decision: PanelDecision): Result {
  const { others: names, ...rest } = decision;
  return actOnCase(house, request, ({ current, newId }) => {
    const written = letterWords(names, newId);
    const otherNames = names.split("\n").filter((line) => line.trim() !== "").length;
    const publication = chosen(current.records.publications, id);
    return {
      act: { kind: "decide-publication", publication, ...rest, otherNames, others: written[0]?.id },
      words: written,
    };
  });
}

/** Publishes it where the panel said. */
function publish(house: House, request: Request, id: string): Result {
  return actOnCase(house, request, ({ current }) => ({
    act: { kind: "publish", publication: chosen(current.records.publications, id) },
  }));
}

const chosen = (publications: readonly { readonly id: string }[], id: string) =>
  id === "" ? (publications.at(-1)?.id ?? "") : id;

/** The acts of publishing what a panel decided. */
export const publicationActs = (house: House) => ({
  writePublication: (request: Request, text: PublicationText) => writePublication(house, request, text),
  readPublication: (caller: Account, ref: CaseRef) => readPublication(house, caller, ref),
  approvePublication: (request: Request, id: string) => approvePublication(house, request, id),
  decidePublication: (request: Request, id: string, decision: PanelDecision) =>
    decidePublication(house, request, id, decision),
  publish: (request: Request, id: string) => publish(house, request, id),
});
