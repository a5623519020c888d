import type { Effect } from "../../application/effect.ts";
import type { Store } from "../../application/ports.ts";
import { isWaiting, standsTo } from "../../domain/questions/question.ts";
import type { Question } from "../../domain/questions/question.ts";
import type { QuestionStore } from "../questions.ts";

/**
 * Questions that somebody asked in confidence, as long as the process lives.
 * @param request puts into the outbox what follows from one
 */
export function memoryQuestions(request: (effects: readonly Effect[]) => void): Pick<Store, QuestionStore> {
  const questions = new Map<string, Question>();
  const all = () => [...questions.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return {
    async saveQuestion(question, effects) {
      if ((questions.get(question.id)?.version ?? 0) !== question.version - 1) return "stale";
      questions.set(question.id, question);
      request(effects);
      return "saved";
    },
    questionById: async (id) => questions.get(id),
    questionsOf: async (person) => all().filter((question) => standsTo(question, person) !== undefined),
    waitingQuestions: async () => all().filter(isWaiting),
    async deleteQuestion(id) {
      questions.delete(id);
    },
  };
}
