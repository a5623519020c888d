import { knowsSource } from "../../domain/case/evidence.ts";
import { lastForms } from "../../domain/case/evidenceEntries.ts";
import type { Item } from "../../domain/case/evidenceEntries.ts";
import type { PartyRole } from "../../domain/case/party.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { FileId, ItemId, StageId, StatementId } from "../../domain/identity.ts";
import type { Facts } from "../actOnCase.ts";
import { returnedView } from "../acts/ownVoice.ts";
import type { ReturnedView } from "../acts/ownVoice.ts";
import { pseudonymOf } from "../acts/pseudonymOf.ts";
import type { House } from "../house.ts";
import { readWords } from "../keepReading.ts";

/** Something that was handed in, as somebody reads it who may. */
export interface ItemView {
  readonly item: ItemId;
  readonly of: Item["of"];
  /** Whose it is, with a name for those alone who handle the case; undefined where they found it themselves. */
  readonly from:
    | { readonly role: PartyRole; readonly pseudonym: string; readonly name: string | undefined }
    | undefined;
  /** Whether whoever reads it handed it in. */
  readonly isOwn: boolean;
  readonly text: string;
  readonly relevance: string;
  readonly unmet: readonly string[];
  readonly came: Item["came"];
  /** The day on which it came, as 2026-03-15, and the stage. */
  readonly on: string;
  readonly stage: StageId;
  /** Whether something else stands in its place. */
  readonly isEarlier: boolean;
  /** Why it does not count; undefined where it does. */
  readonly aside: string | undefined;
  /** That it went back to its party, because somebody from outside wrote it; for them and for those who handle the case. */
  readonly returned?: ReturnedView | undefined;
  /** Whether it stands in the place of the report. */
  readonly isForReport?: boolean;
  /** Of something whose source the others do not learn its number; who it comes from and how that was checked, for whoever may know. */
  readonly anonymous:
    | { readonly number: number; readonly source: { readonly who: string; readonly how: string } | undefined }
    | undefined;
  readonly files: readonly FileView[];
  readonly openedTo: readonly PartyRole[];
  readonly closedTo: readonly PartyRole[];
}

/** A file that came with something, as it is listed. */
export interface FileView {
  readonly file: FileId;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** What is kept of a file beside its bytes; undefined where that is no longer there. */
function knownOf(text: string | undefined): Omit<FileView, "file"> | undefined {
  const read: unknown = text === undefined ? undefined : JSON.parse(text);
  if (typeof read !== "object" || read === null) return undefined;
  const { name, size, sha256 } = { name: undefined, size: undefined, sha256: undefined, ...read };
  return typeof name === "string" && typeof size === "number" && typeof sha256 === "string"
    ? { name, size, sha256 }
    : undefined;
}

/** What is known of a file. Of one whose words were made unreadable since nothing is. */
export async function fileView(house: House, { current }: Facts, file: FileId, about: StatementId): Promise<FileView> {
  const known = knownOf(await house.store.words(current.id, about));
  return { file, ...(known ?? { name: "", size: 0, sha256: "" }) };
}

/** Something that was handed in with its words; who read them is kept, but of their own. */
export async function itemView(house: House, facts: Facts, item: Item): Promise<ItemView> {
  const { rulebook, current, stored, viewer } = facts;
  const identity = stored.identities.find(({ party }) => party === item.party);
  const isHandler = viewer.kind === "handler";
  const isOwn = "party" in viewer && viewer.party.party === item.party;
  const read = async (statement: StatementId | undefined) => {
    if (statement === undefined) return "";
    return isOwn ? ((await house.store.words(current.id, statement)) ?? "") : readWords(house, facts, statement);
  };
  const rolesOf = (parties: readonly string[]) =>
    current.parties.filter(({ party }) => parties.includes(party)).map(({ role }) => role);
  return {
    item: item.item,
    of: item.of,
    from:
      identity === undefined
        ? undefined
        : {
            role: identity.role,
            pseudonym: pseudonymOf(current, identity.party),
            name: isHandler || isOwn ? identity.name : undefined,
          },
    isOwn,
    text: await read(item.text),
    relevance: await read(item.relevance),
    unmet: isHandler || isOwn ? item.unmet : [],
    came: item.came,
    on: item.on ?? localDay(rulebook, item.given).toString(),
    stage: item.stage,
    isEarlier: !lastForms(current.evidence).includes(item),
    aside: item.aside === undefined || !isHandler ? undefined : await read(item.aside),
    returned: isHandler || isOwn ? await returnedView(house, facts, item.item) : undefined,
    isForReport: item.isForReport === true,
    anonymous: await anonymousView(house, facts, item, read),
    files: await Promise.all((item.files ?? []).map(({ file, about }) => fileView(house, facts, file, about))),
    openedTo: isHandler ? rolesOf(item.opened.map(({ party }) => party)) : [],
    closedTo: isHandler ? item.closedTo : [],
  };
}

async function anonymousView(
  { roster }: House,
  { rulebook, current, viewer, caller }: Facts,
  item: Item,
  read: (statement: StatementId) => Promise<string>,
): Promise<ItemView["anonymous"]> {
  const { anonymous } = item;
  if (anonymous === undefined) return undefined;
  const mayKnow = viewer.kind === "handler" && knowsSource(rulebook, roster, current, item, caller);
  const source = mayKnow ? { who: await read(anonymous.source), how: await read(anonymous.how) } : undefined;
  return { number: anonymous.number, source };
}
