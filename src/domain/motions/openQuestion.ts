import type { Motion, MoverQuestion } from "./motion.ts";

/** What whoever moved a motion was asked and has not answered. */
export const openQuestion = ({ questions }: Motion): MoverQuestion | undefined =>
  questions.find(({ isOver }) => !isOver);
