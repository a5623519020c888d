import type { RemindedKind } from "../domain/timeline/happening.ts";
import type { Speech } from "./say.ts";

/** The same of a party, with whose it is: "the time of B for: appeal". */
export function dueOf(
  kind: RemindedKind,
  about: string,
  whose: string | undefined,
  speech: Pick<Speech, "say" | "name">,
): string {
  if (kind !== "appeal" || whose === undefined) return dueName(kind, about, speech);
  return speech.say("due.appeal.of", { challenge: speech.name("challenge", about), whose });
}

/** What is due, as it is called: a task, a stage, the whole case, a sanction. */
export function dueName(kind: RemindedKind, about: string, { say, name }: Pick<Speech, "say" | "name">): string {
  switch (kind) {
    case "task":
      return name("task", about);
    case "target":
    case "inactivity":
      return name("stage", about);
    case "objections":
      return say("due.objections");
    case "relay":
      return say(about === "answer" ? "due.relay.answer" : "due.relay.pass");
    case "hearing":
      return say(isOfHearing(about) ? `due.hearing.${about}` : "due.hearing.day");
    case "limit":
      return say("due.limit");
    case "appeal":
      return say("due.appeal", { challenge: name("challenge", about) });
    case "step":
      return say("due.step");
    case "review":
      return say("due.review", { sanction: name("sanction", about) });
    case "condition":
      return name("condition", about);
    case "sanction-task":
    case "lapse":
      return name("sanction", about);
  }
}

const ofHearing = ["notice", "evidence", "record", "outcome"] as const;
const isOfHearing = (about: string): about is (typeof ofHearing)[number] => ofHearing.some((each) => each === about);
