import { localDay } from "../../domain/deadlines/calendar.ts";
import { saidOf } from "../../domain/unconfirmed/saidOf.ts";
import type { NameOf } from "../../domain/versions/subject.ts";
import type { Question } from "../../rulebook/unconfirmed/questions.ts";
import { enforcesAny } from "../access/readAccess.ts";
import { confirmationOf, objectionTo, readReadiness } from "../goLive.ts";
import type { Readiness } from "../goLive.ts";
import { ensurePerson } from "../house.ts";
import type { House } from "../house.ts";
import type { Account, PlatformName } from "../person.ts";
import type { RoomReader } from "../platform.ts";
import type { GivenAnswer } from "../ports.ts";

/** Who gave an answer, and on which day, as 2026-03-01. */
interface Answered {
  readonly by: string;
  readonly day: string;
}

/** A question of the rulebook with what was answered to it. */
export interface AskedQuestion extends Question {
  /** What the rulebook says, in words, a line for each thing. */
  readonly said: readonly string[];
  readonly confirmed: Answered | undefined;
  /** Who said that it is another value, while nobody has confirmed this one. */
  readonly objected: Answered | undefined;
}

/** Who can read rooms on a platform without having been let into them; undefined where the platform did not say. */
export interface ReadersView {
  readonly platform: PlatformName;
  readonly readers: readonly RoomReader[] | undefined;
}

/** Who technically can read the rooms of cases, as each platform has it at this moment. */
export function readRoomReaders(house: House): Promise<readonly ReadersView[]> {
  return Promise.all(
    house.platforms().map(async (platform): Promise<ReadersView> => {
      const sent = await platform.roomReaders();
      return { platform: platform.name, readers: sent.kind === "done" ? sent.value : undefined };
    }),
  );
}

/** What administrators see in `/setup`. */
export interface Setup {
  readonly readiness: Readiness;
  /** Whether members wait for it: not where things are only tried out. */
  readonly isNeeded: boolean;
  /** Whether they are those of a changed rulebook that waits to be adopted. */
  readonly isOfWaiting: boolean;
  readonly questions: readonly AskedQuestion[];
  /** Whether any sanction takes roles or channels away. */
  readonly takesAway?: boolean;
}

/**
 * Every value that the document does not give, in the order of the rulebook, with what was answered.
 * @param called what the things of the rulebook are called
 */
export async function readSetup(house: House, called: NameOf): Promise<Setup> {
  const answers = await house.store.answers();
  const { rulebook, questions } = house.versions.given();
  const all = await Promise.all(
    questions.map((question) => asked(house, question, saidOf(question, rulebook, called), answers)),
  );
  return {
    readiness: await readReadiness(house),
    isNeeded: house.goingLive.isNeeded,
    isOfWaiting: house.versions.waiting() !== undefined,
    questions: all,
    takesAway: enforcesAny(house),
  };
}

async function asked(
  house: House,
  question: Question,
  said: readonly string[],
  answers: readonly GivenAnswer[],
): Promise<AskedQuestion> {
  const [confirmed, objected] = await Promise.all([
    answeredBy(house, confirmationOf(question, answers)),
    answeredBy(house, objectionTo(question, answers)),
  ]);
  return { ...question, said, confirmed, objected };
}

async function answeredBy(house: House, given: GivenAnswer | undefined): Promise<Answered | undefined> {
  if (given === undefined) return undefined;
  const person = house.people.get(given.by) ?? (await house.store.person(given.by));
  return { by: person?.name ?? "?", day: localDay(house.rulebook, given.at).toString() };
}

/**
 * Keeps the answer of an administrator to a question.
 * @param ref the question about the value that was shown
 * @returns "changed" when the rulebook says something else by now; "before" when it had been confirmed already, or the same had been said
 */
export async function answerQuestion(
  house: House,
  caller: Account,
  ref: string,
  answer: GivenAnswer["answer"],
): Promise<"kept" | "before" | "changed"> {
  const question = house.versions.given().questions.find((each) => each.ref === ref);
  if (question === undefined) return "changed";
  if (confirmationOf(question, await house.store.answers()) !== undefined) return "before";
  const { key, value, hash } = question;
  const by = await ensurePerson(house, caller);
  const isKept = await house.store.recordAnswer({ key, value, hash, answer, by, at: house.clock.now() });
  return isKept ? "kept" : "before";
}
