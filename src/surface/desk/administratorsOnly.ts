import { noteCard } from "../cards/noteCard.ts";
import type { Answer } from "../delivery.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** What administrators use most. */
const SETUP = "/setup";

/** For administrators of the server or workspace only, by what the platform says at this moment; everybody else learns nothing. */
export function forAdministrators(act: Act, command = SETUP): Act {
  return async (visit, target) => (await turnedAway(visit, command)) ?? act(visit, target);
}

/** The same for a form that was sent. */
export function fromAdministrators(submission: Submission, command = SETUP): Submission {
  return async (visit, sent) => (await turnedAway(visit, command)) ?? submission(visit, sent);
}

async function turnedAway({ administers, delivery, speech }: Visit, command: string): Promise<Answer | undefined> {
  const answered = await administers();
  if (answered === "yes") return undefined;
  const { say } = speech;
  const why = answered === "no" ? "refused" : "unknown";
  return {
    kind: "note",
    card: noteCard("attention", say("refusal.title"), say(`setup.${why}.${delivery.platform}`, { command })),
  };
}
