import type { Course } from "../domain/timeline/course.ts";
import type { Block } from "./card.ts";
import type { Speech } from "./say.ts";

/**
 * The stages of a case one below the other, with a mark at the one where it is, and what there is outside the organisation.
 * @param isOwn whether one of its parties reads it, in words for them
 */
export function courseBlocks(course: Course | undefined, isOwn: boolean, speech: Speech): readonly Block[] {
  if (course === undefined) return [];
  const { say, name, list, day } = speech;
  const named = (stage: string) => name(isOwn ? "stage-for-party" : "stage", stage);
  const items = course.stages.map(({ stage, place }) => say(`course.${place}`, { stage: named(stage) }));
  const whom = list(course.exhausted.map((role) => name("whom", role)));
  const ended = isOwn ? say("course.exhausted.own") : say("course.exhausted", { whom });
  return [
    { kind: "heading", text: say("course.heading") },
    { kind: "list", items },
    ...(course.exhausted.length === 0 ? [] : [{ kind: "paragraph" as const, text: ended }]),
    ...outside(),
  ];

  function outside(): readonly Block[] {
    if (course?.outside === undefined) return [];
    const { stage: id, since, outcome } = course.outside;
    const values = { stage: named(id), day: day(since) };
    const text =
      outcome === undefined
        ? say("course.waiting", values)
        : say("course.answered", { ...values, outcome: name("outcome", outcome) });
    return [{ kind: "paragraph", text }];
  }
}
