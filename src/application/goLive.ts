import type { Question } from "../rulebook/unconfirmed/questions.ts";
import type { House } from "./house.ts";
import type { GivenAnswer, Store } from "./ports.ts";

/** Under this name it is kept that every value was once confirmed. */
const LIVE = "live";

/** Whether members are served. */
export type Readiness =
  | { readonly kind: "live" }
  /** Nothing new begins before every open question is answered; cases that are there already go on. */
  | { readonly kind: "not-live"; readonly open: number };

/**
 * Whether members are served: on real platforms from the moment at which administrators have confirmed each value that the document does
 * not give, and from then on always. A later version of the rulebook is no reason to stop: it is not adopted before its own are confirmed.
 */
export async function readReadiness(house: House): Promise<Readiness> {
  const { goingLive, store } = house;
  if (!goingLive.isNeeded || goingLive.isLive) return { kind: "live" };
  const open = !(await wasLive(store)) ? openOf(house.versions.given().questions, await store.answers()) : [];
  if (open.length > 0) return { kind: "not-live", open: open.length };
  await store.remember(LIVE, house.clock.now().toString());
  goingLive.isLive = true;
  house.log.info("live");
  return { kind: "live" };
}

/** How many questions of the rulebook Redress was started with are open; none where it is only tried out. */
export async function countOpen({ goingLive, store, versions }: House): Promise<number> {
  return goingLive.isNeeded ? openOf(versions.given().questions, await store.answers()).length : 0;
}

/** Whether members were served once. */
export async function wasLive(store: Pick<Store, "remembered">): Promise<boolean> {
  return (await store.remembered(LIVE)) !== undefined;
}

/** The questions that nobody has answered with yes. */
function openOf(questions: readonly Question[], answers: readonly GivenAnswer[]): readonly Question[] {
  return questions.filter((question) => confirmationOf(question, answers) === undefined);
}

/** The answer by which a value was confirmed as it stands now. */
export function confirmationOf(question: Question, answers: readonly GivenAnswer[]): GivenAnswer | undefined {
  return answers.find((given) => given.answer === "confirmed" && isAbout(given, question));
}

/** That somebody said the value is another one, where it has not been confirmed. */
export function objectionTo(question: Question, answers: readonly GivenAnswer[]): GivenAnswer | undefined {
  if (confirmationOf(question, answers) !== undefined) return undefined;
  return answers.find((given) => given.answer === "differs" && isAbout(given, question));
}

const isAbout = (given: GivenAnswer, { key, hash }: Question) => given.key === key && given.hash === hash;
