import { randomUUID } from "node:crypto";

import { Temporal } from "temporal-polyfill";

import type { Change } from "../../src/application/casePorts.ts";
import type { Entry, Recorded } from "../../src/domain/case/entry.ts";

export const at = Temporal.Instant.from("2026-03-01T10:00:00Z");

export interface Opened {
  readonly id: string;
  readonly statement: string;
  readonly complainant: string;
  readonly change: Change;
}

/** A change that opens a case, with everything a change can hold. */
export function opening(changed: Partial<Change> = {}): Opened {
  const id = randomUUID();
  const statement = randomUUID();
  const complainant = randomUUID();
  const person = randomUUID();
  const entry: Entry = {
    kind: "received",
    origin: "discord",
    procedure: "conduct",
    startsAt: "contact",
    relation: "affected",
    rules: ["boundaries"],
    statement,
    parties: [{ party: complainant, role: "complainant", hasAccount: true }],
    handlers: [person],
    keptOut: [],
    partyInBody: undefined,
  };
  const recorded: Recorded = { version: 1, at, by: { kind: "party", party: complainant }, entry };
  return {
    id,
    statement,
    complainant,
    change: {
      delivery: randomUUID(),
      case: id,
      opens: { codeName: `name-${id}`, rulebook: "hash", draft: `draft-${id}` },
      expected: 0,
      entries: [recorded],
      identities: [{ party: complainant, role: "complainant", person, name: "Åsa Öberg" }],
      words: [{ id: statement, text: 'what happened, in words: "ä" \\ \u2028' }],
      isClosed: false,
      handlers: [person],
      wakes: [{ key: "task:contact:acknowledge", kind: "task", at: at.add({ hours: 24 }) }],
      clears: [],
      recuses: [],
      effects: [{ kind: "room", case: id, purpose: "officers", platform: "discord" }],
      ...changed,
    },
  };
}

export function next(opened: Opened, version: number, entry: Entry, changed: Partial<Change> = {}): Change {
  const { opens: _, ...change } = opened.change;
  const recorded: Recorded = { version, at, by: { kind: "clock" }, entry };
  return {
    ...change,
    delivery: randomUUID(),
    expected: version - 1,
    entries: [recorded],
    identities: [],
    words: [],
    effects: [],
    ...changed,
  };
}
