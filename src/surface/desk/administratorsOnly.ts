import { noteCard } from "../cards/privateCards.ts";
import type { Answer } from "../delivery.ts";
import type { Act, Submission, Visit } from "./visit.ts";

/** For administrators of the server or workspace only, by what the platform says at this moment; everybody else learns nothing. */
export function forAdministrators(act: Act): Act {
  return async (visit, target) => (await turnedAway(visit)) ?? act(visit, target);
}

/** The same for a form that was sent. */
export function fromAdministrators(submission: Submission): Submission {
  return async (visit, sent) => (await turnedAway(visit)) ?? submission(visit, sent);
}

async function turnedAway({ administers, delivery, speech }: Visit): Promise<Answer | undefined> {
  const answered = await administers();
  if (answered === "yes") return undefined;
  const { say } = speech;
  const why = answered === "no" ? "refused" : "unknown";
  return { kind: "note", card: noteCard("attention", say("refusal.title"), say(`setup.${why}.${delivery.platform}`)) };
}
