import type { IncomingMessage } from "node:http";

import { z } from "zod";

import { PageRefusal } from "./pageRefusal.ts";

/** More than the longest form holds. */
const LIMIT = 2 ** 18;

/**
 * The body of a request.
 * @throws PageRefusal for one that is too long, no JSON, or not of this shape
 */
export async function readJson<Body>(request: IncomingMessage, schema: z.ZodType<Body>): Promise<Body> {
  // A form of another site cannot send this type without asking first.
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
    throw new PageRefusal(415, {
      en: "What is sent here has to be JSON.",
      sv: "Det som skickas hit måste vara JSON.",
    });
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) continue;
    length += part.length;
    if (length > LIMIT)
      throw new PageRefusal(413, {
        en: `At most ${LIMIT} bytes can be sent here.`,
        sv: `Högst ${LIMIT} byte kan skickas hit.`,
      });
    parts.push(part);
  }
  return parse(Buffer.concat(parts).toString("utf8"), schema);
}

function parse<Body>(text: string, schema: z.ZodType<Body>): Body {
  const read = schema.safeParse(asJson(text));
  if (read.success) return read.data;
  throw notUnderstood(read.error);
}

/** Refuses what has another shape than was expected. */
export function notUnderstood(error: z.ZodError): PageRefusal {
  const why = z.prettifyError(error);
  return new PageRefusal(400, { en: `That was not understood: ${why}`, sv: `Det gick inte att förstå: ${why}` });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PageRefusal(400, { en: "What was sent is no JSON.", sv: "Det som skickades är inte JSON." });
  }
}
