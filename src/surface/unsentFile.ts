import type { SentFile, UnsentForm } from "./delivery.ts";
import type { Speech } from "./say.ts";

/** So many typed characters fit into one message of Discord beside what is said of them. */
const FIT = 2500;

/** What was typed in a form that could not be stored, as a file; undefined where it fits into one message. */
export function unsentFile({ typed }: UnsentForm, { say }: Speech): SentFile | undefined {
  const characters = typed.reduce((sum, { label, text }) => sum + label.length + text.length, 0);
  if (characters <= FIT) return undefined;
  const text = typed.map((each) => `${each.label}\n\n${each.text}\n`.trimStart()).join("\n\n");
  return { name: `${say("unsent.file.name")}.txt`, bytes: Buffer.from(text) };
}
