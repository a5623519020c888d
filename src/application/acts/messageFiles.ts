import type { EvidenceEntry } from "../../domain/case/evidenceEntries.ts";
import { FILE_BYTES, MOST_FILES, untakenOf } from "../../domain/case/files.ts";
import type { Untaken } from "../../domain/case/files.ts";
import type { PartyId } from "../../domain/identity.ts";
import { findPerson } from "../house.ts";
import type { House } from "../house.ts";
import type { ReportAnswers } from "../intake/reportAnswers.ts";
import type { AccountRef } from "../person.ts";
import type { DraftFile } from "../ports.ts";
import { digested, filesOf } from "./evidence.ts";

/** A file under a message, still at its platform; `size` is in bytes, as the platform tells it. */
export interface FileOfMessage {
  readonly name: string;
  readonly size: number;
  /** The bytes; a word where they cannot be had, "too-large" past the limit. */
  readonly read: (limit: number) => Promise<Uint8Array | string>;
}

/** A file of a message as far as it is known; `untaken` is undefined of one that was copied. */
export interface KeptFile {
  readonly name: string;
  readonly untaken: Untaken | undefined;
}

/** The files of a message from whose menu a report was begun, while that is a draft. */
export function messageFileActs(house: House) {
  const underWay = new Map<string, Promise<void>>();
  return {
    /** Copies them one after the other, into the draft. Whoever reads them meanwhile waits for that; it throws nothing. */
    copyMessageFiles(draft: string, files: readonly FileOfMessage[]): Promise<void> {
      const copying = copyFiles(house, draft, files).finally(() => underWay.delete(draft));
      underWay.set(draft, copying);
      return copying;
    },
    /** What has become of them, by the names they had. To anybody else than whoever typed the draft there are none. */
    async messageFiles(caller: AccountRef, draft: string, names: readonly string[]): Promise<readonly KeptFile[]> {
      await underWay.get(draft);
      const [person, stored] = await Promise.all([findPerson(house, caller), house.store.draft(draft)]);
      if (stored === undefined || stored.person !== person) return [];
      const files = await house.store.draftFiles(draft);
      return names.map((name, index) => {
        const content = files.find(({ number }) => number === index)?.content ?? "gone";
        return { name, untaken: typeof content === "string" ? content : undefined };
      });
    },
  };
}

async function copyFiles(house: House, draft: string, files: readonly FileOfMessage[]): Promise<void> {
  const untaken = untakenOf(files);
  try {
    for (const [number, { name, read }] of files.entries()) {
      // oxlint-disable no-await-in-loop -- never all of them in memory at once
      const content = untaken.get(number) ?? (await read(FILE_BYTES));
      await house.store.saveDraftFile({ draft, number, name, content: keptOf(content) });
      // oxlint-enable no-await-in-loop
    }
  } catch {
    // What is not there when the report is sent is said to be missing.
    house.log.warn("files of a message not kept");
  }
}

/** What is kept of a file: of one that could not be had for another reason than what it is, that it is gone. */
function keptOf(content: Uint8Array | string): Uint8Array | Untaken {
  if (typeof content !== "string") return content;
  return content === "kind" || content === "too-large" || content === "too-much" ? content : "gone";
}

/** What a report brings with it that was copied from a message: as many things handed in as it takes for all of them. */
export interface BroughtAlong {
  readonly entries: readonly EvidenceEntry[];
  readonly words: readonly { readonly id: string; readonly text: string }[];
}

const nothing: BroughtAlong = { entries: [], words: [] };

/** @param party who reports it */
export async function broughtAlong(
  house: House,
  draft: string,
  { ofMessage }: Pick<ReportAnswers, "ofMessage">,
  party: PartyId,
): Promise<BroughtAlong> {
  if (ofMessage === undefined) return nothing;
  const files = await digested((await house.store.draftFiles(draft)).flatMap(given));
  const parts = Array.from({ length: Math.ceil(files.length / MOST_FILES) }, (_, index) => {
    const kept = filesOf(files.slice(index * MOST_FILES, (index + 1) * MOST_FILES), () => house.chance.id());
    const [item, text, relevance] = [house.chance.id(), house.chance.id(), house.chance.id()];
    const entry: EvidenceEntry = {
      kind: "evidence-given",
      item,
      of: "evidence",
      party,
      text,
      relevance,
      unmet: [],
      came: "form",
      on: undefined,
      corrects: undefined,
      closedTo: [],
      files: kept.files,
    };
    return {
      entry,
      words: [{ id: text, text: ofMessage.text }, { id: relevance, text: ofMessage.relevance }, ...kept.words],
    };
  });
  return { entries: parts.map(({ entry }) => entry), words: parts.flatMap(({ words }) => words) };
}

const given = ({ name, content }: DraftFile) => (typeof content === "string" ? [] : [{ name, bytes: content }]);
