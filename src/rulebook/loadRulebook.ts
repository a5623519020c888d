import { createHash } from "node:crypto";

import { crossCheck } from "./crossCheck.ts";
import { parse } from "./faults.ts";
import type { Fault } from "./faults.ts";
import { rulebookSchema } from "./rulebook.ts";
import type { Rulebook } from "./rulebook.ts";
import { readQuestions } from "./unconfirmed/questions.ts";
import type { Question } from "./unconfirmed/questions.ts";
import { readYaml } from "./yamlFile.ts";
import type { Complaint } from "./yamlFile.ts";

export type { Complaint } from "./yamlFile.ts";

export type LoadedRulebook =
  | {
      readonly kind: "loaded";
      readonly rulebook: Rulebook;
      readonly hash: string;
      /** What the document does not say, in the order of the file. */
      readonly questions: readonly Question[];
    }
  | { readonly kind: "refused"; readonly complaints: readonly Complaint[] };

/** Reads a rulebook file: all its faults at once, each with its place, or the rulebook and the SHA-256 of its text. */
export function loadRulebook(text: string): LoadedRulebook {
  const file = readYaml(text);
  if (file.kind === "broken") return { kind: "refused", complaints: file.complaints };
  const parsed = parse(rulebookSchema, file.value);
  if (parsed.kind === "faulty") return { kind: "refused", complaints: file.place(parsed.faults) };
  const lineOf = (path: Fault["path"]) => file.place([{ path, message: "" }])[0]?.line ?? 1;
  const asked = readQuestions(file.value, parsed.value, lineOf);
  const faults = [...crossCheck(parsed.value), ...(asked.kind === "faulty" ? asked.faults : [])];
  if (faults.length > 0 || asked.kind === "faulty") return { kind: "refused", complaints: file.place(faults) };
  const hash = createHash("sha256").update(text).digest("hex");
  return { kind: "loaded", rulebook: parsed.value, hash, questions: asked.questions };
}
