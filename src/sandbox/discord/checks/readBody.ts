import type * as z from "zod/mini";

import { type FormFault, invalidForm } from "../refusal.ts";
import { byType } from "./byType.ts";
import { schemaFaults } from "./schemaFaults.ts";
import { strangers } from "./strangers.ts";

/** How a body is read. */
export interface Reading<Body> {
  readonly schema: z.ZodMiniType<Body>;
  /** What the schema lets pass and Discord does not. */
  readonly rules?: (body: Body) => readonly FormFault[];
  /** Turns values Discord takes in two forms into the one the schema knows. */
  readonly widen?: (body: unknown) => unknown;
  /** Fields that official clients send everywhere, known to this route or not. */
  readonly tolerated?: readonly string[];
}

/**
 * Reads the body of a request.
 * @param isChecked false takes the body at its word: for load generation, with a bot that was checked before
 * @throws DiscordRefusal 50035 with all that is wrong
 */
export function readBody<Body>(reading: Reading<Body>, sent: unknown, isChecked: boolean): Body {
  if (!isChecked && isTaken(reading, sent)) return sent;
  const body = reading.widen === undefined ? sent : reading.widen(sent);
  const result = byType(reading.schema).safeParse(body, { reportInput: true });
  if (!result.success) throw invalidForm(schemaFaults(result.error.issues));
  const faults = [...strangers(body, result.data, reading.tolerated), ...(reading.rules?.(result.data) ?? [])];
  if (faults.length > 0) throw invalidForm(faults);
  return result.data;
}

function isTaken<Body>(_reading: Reading<Body>, sent: unknown): sent is Body {
  return sent !== undefined;
}
