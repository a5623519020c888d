import type { Temporal } from "temporal-polyfill";

import type { PersonId, StatementId } from "../identity.ts";
import type { MotionActor, MotionId } from "../motions/entry.ts";

/** A random identifier of a session. */
export type SessionId = string;

/** One thing that happened in a session of a body. Words stand apart. */
export type SessionEntry =
  | {
      readonly kind: "convened";
      /** The platform on which it was convened. */
      readonly origin: string;
      readonly body: string;
      readonly chair: PersonId;
      /** What it is about. */
      readonly purpose: StatementId;
      readonly isInCamera: boolean;
    }
  | { readonly kind: "motion-added"; readonly motion: MotionId }
  | { readonly kind: "opened" }
  | { readonly kind: "present"; readonly person: PersonId }
  /** Until that day, as 2026-03-20; undefined where none was said. */
  | { readonly kind: "adjourned"; readonly until: string | undefined }
  | { readonly kind: "resumed" }
  | { readonly kind: "ended" };

/** An entry of a session as it was stored. */
export interface SessionRecorded {
  /** 1, 2, 3, ... without gaps. */
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly by: MotionActor;
  readonly entry: SessionEntry;
}

/** A session file as it is stored. */
export interface SessionFile {
  readonly id: SessionId;
  readonly codeName: string;
  /** The SHA-256 of the rulebook under which it was convened. */
  readonly rulebook: string;
  readonly entries: readonly SessionRecorded[];
}

/** A session of a body as it stands: one evening, or several days with adjournments between them. */
export interface Session {
  readonly id: SessionId;
  readonly codeName: string;
  readonly version: number;
  readonly origin: string;
  readonly body: string;
  readonly chair: PersonId;
  readonly purpose: StatementId;
  readonly isInCamera: boolean;
  readonly motions: readonly MotionId[];
  readonly state: "convened" | "open" | "adjourned" | "ended";
  readonly present: readonly PersonId[];
  readonly until: string | undefined;
  readonly convened: Temporal.Instant;
  readonly opened: Temporal.Instant | undefined;
  readonly ended: Temporal.Instant | undefined;
}

/** The session that these entries make. Throws for a file that does not begin with its convening. */
export function foldSession({ id, codeName, entries }: Pick<SessionFile, "id" | "codeName" | "entries">): Session {
  const [first, ...rest] = entries;
  if (first?.entry.kind !== "convened") throw new Error(`The session ${codeName} does not begin with being convened.`);
  const { kind: _, ...convened } = first.entry;
  const begun: Session = {
    id,
    codeName,
    version: first.version,
    ...convened,
    motions: [],
    state: "convened",
    present: [],
    until: undefined,
    convened: first.at,
    opened: undefined,
    ended: undefined,
  };
  return rest.reduce(afterSessionEntry, begun);
}

/** The session after one more entry. */
export function afterSessionEntry(before: Session, { version, at, entry }: SessionRecorded): Session {
  return { ...before, ...changeBy(before, entry, at), version };
}

function changeBy(before: Session, entry: SessionEntry, at: Temporal.Instant): Partial<Session> {
  switch (entry.kind) {
    case "convened":
      throw new Error(`The session ${before.codeName} was convened twice.`);
    case "motion-added":
      return { motions: [...before.motions, entry.motion] };
    case "opened":
      return { state: "open", opened: at };
    case "present":
      return { present: [...before.present, entry.person] };
    case "adjourned":
      return { state: "adjourned", until: entry.until };
    case "resumed":
      return { state: "open", until: undefined };
    case "ended":
      return { state: "ended", ended: at };
  }
}
