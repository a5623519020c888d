import { noRecords } from "../records/entry.ts";
import { after } from "./after.ts";
import { neverApart } from "./apartEntries.ts";
import type { Case } from "./case.ts";
import { noConsents } from "./consentEntries.ts";
import type { CaseFile } from "./entry.ts";
import { noEvidence } from "./evidenceEntries.ts";
import { firstHands } from "./handEntries.ts";
import { noVoices } from "./ownVoice.ts";
import { nothingKept } from "./sanctionEntries.ts";
import { timesAtFirst } from "./timeEntries.ts";

const known = new WeakMap<CaseFile["entries"], Case>();

/**
 * Reads a case file from its first entry to its last; the same entries once, however often they are asked about. Throws when it does not
 * begin with a receipt.
 */
export function foldCase(file: CaseFile): Case {
  const { id, codeName, entries } = file;
  const found = known.get(entries);
  if (found?.id === id && found.codeName === codeName && found.version === entries.at(-1)?.version) return found;
  const folded = foldAll(file);
  known.set(entries, folded);
  return folded;
}

function foldAll(file: CaseFile): Case {
  const [first, ...rest] = file.entries;
  if (first === undefined || first.entry.kind !== "received")
    throw new Error(
      `The case file ${file.codeName} begins with ${first?.entry.kind ?? "nothing"}; a receipt was expected.`,
    );
  const { entry } = first;
  const since = entry.entered?.received ?? first.at;
  const by = first.by.kind === "person" ? first.by.person : undefined;
  const received: Case = {
    id: file.id,
    codeName: file.codeName,
    version: first.version,
    origin: entry.origin,
    procedure: entry.procedure,
    received: since,
    entered: entry.entered === undefined ? undefined : { how: entry.entered.how, by },
    relation: entry.relation,
    rules: entry.rules,
    flags: entry.flags ?? [],
    grounds: entry.grounds ?? [],
    together: entry.together === undefined ? undefined : { ...entry.together, declined: [] },
    statement: entry.statement,
    parties: entry.parties,
    partyInBody: entry.partyInBody,
    follows: entry.follows,
    opened: entry.opened,
    ...(entry.isAnonymous === true ? { isAnonymous: true } : {}),
    handlers: entry.handlers,
    keptOut: entry.keptOut,
    recused: [],
    cleared: [],
    announced: [],
    roomsRefused: [],
    lead: undefined,
    supportContact: undefined,
    active: first.at,
    stage: { stage: entry.startsAt, opened: since, tasksDone: [] },
    concluded: [],
    referrals: [],
    findings: [],
    notes: [],
    summons: [],
    briefs: [],
    votes: [],
    decisions: [],
    decision: undefined,
    times: timesAtFirst(entry.isLate === true),
    notices: [],
    seen: [],
    lapsed: [],
    changed: [],
    lifted: [],
    consents: noConsents,
    hands: firstHands,
    evidence: noEvidence,
    hearings: [],
    ownVoice: noVoices,
    questions: [],
    agreements: [],
    apart: neverApart,
    choices: [],
    finding: undefined,
    challenges: [],
    kept: nothingKept,
    records: noRecords,
  };
  return rest.reduce(after, received);
}
