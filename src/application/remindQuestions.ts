import { localDay } from "../domain/deadlines/calendar.ts";
import { reminderDue } from "../domain/questions/question.ts";
import type { House } from "./house.ts";
import { onceADay } from "./onceADay.ts";

/** Reminds those who were asked something in confidence and have not answered in time; each time once, after an outage once for all. */
export function remindQuestions(house: House): Promise<void> {
  return onceADay(house, "questions.reminded", async () => {
    const { store, rulebook } = house;
    const today = localDay(rulebook, house.clock.now()).toString();
    for (const question of await store.waitingQuestions()) {
      const day = reminderDue(rulebook, question, today);
      if (day === undefined) continue;
      const occasion = `reminder:${day}`;
      const next = { ...question, version: question.version + 1, reminded: day };
      // oxlint-disable-next-line no-await-in-loop -- few; one that was changed meanwhile is looked at tomorrow
      await store.saveQuestion(
        next,
        question.to.map((person) => ({ kind: "question", question: question.id, person, what: "reminder", occasion })),
      );
    }
  });
}
