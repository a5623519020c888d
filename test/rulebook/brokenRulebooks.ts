import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { parse } from "yaml";
import { z } from "zod";

/** The memo of the chapter with one place of its text written otherwise, and exactly what is answered to that. */
const brokenSchema = z.strictObject({
  what: z.string(),
  was: z.string(),
  is: z.string(),
  answers: z.array(z.string()).min(1),
});

const folder = path.join(import.meta.dirname, "broken");

/** Every rulebook that must be refused. */
export const broken = readdirSync(folder).map((file) =>
  brokenSchema.parse(parse(readFileSync(path.join(folder, file), "utf8"))),
);
