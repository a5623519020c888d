import type { KeptFile } from "../application/acts/messageFiles.ts";
import { MEGABYTES, plainName } from "../domain/case/files.ts";
import { fitted } from "./card.ts";
import type { Speech } from "./say.ts";

/** So many names stand on a card, each as long as that. */
const NAMED = 2;
const LENGTH = 24;

/** What of the files of a message goes along, and what does not; of many the first are named. */
export function fileTexts(files: readonly KeptFile[], speech: Speech): readonly string[] {
  const { say } = speech;
  const taken = files.filter(({ untaken }) => untaken === undefined);
  return [
    ...(taken.length === 0
      ? []
      : [say("report.preview.files", { files: namesOf(taken, speech, NAMED), count: taken.length })]),
    ...untakenTexts(files, speech, NAMED),
  ];
}

/**
 * Which of the files of a message could not be taken, and why.
 * @param most so many are named of each kind; all where it is left out
 */
export function untakenTexts(files: readonly KeptFile[], speech: Speech, most?: number): readonly string[] {
  const reasons = [...new Set(files.flatMap(({ untaken }) => untaken ?? []))];
  return reasons.map((untaken) => {
    const names = namesOf(
      files.filter((file) => file.untaken === untaken),
      speech,
      most,
    );
    return speech.say(`report.files.untaken.${untaken}`, { files: names, megabytes: MEGABYTES });
  });
}

function namesOf(files: readonly KeptFile[], { say, list }: Speech, most: number | undefined): string {
  const all = files.map(({ name }) => plainName(name));
  if (most === undefined) return list(all);
  const more = all.length - most;
  const names = all.slice(0, most).map((name) => fitted(name, LENGTH));
  return list([...names, ...(more > 0 ? [say("report.preview.together.more", { count: more })] : [])]);
}
