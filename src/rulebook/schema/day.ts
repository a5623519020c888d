import { z } from "zod";

const aDay = "a day of the calendar is written 2026-12-24";

export const day = z.string(aDay).refine(isDay, aDay).meta({ written: "a day, such as `2026-12-24`" });

export function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** A stretch of days, the first and the last of them included. */
export const stretch = { from: day.describe("The first day of it."), to: day.describe("The last day of it.") };

/** Refuses a stretch that ends before it begins. */
export const inOrder = <Shape extends z.ZodType<{ readonly from: string; readonly to: string }>>(shape: Shape) =>
  shape.refine(({ from, to }) => from <= to, { message: "it ends on the day it begins, or later", path: ["to"] });

const aMoment = "a moment where you are is written 2026-12-24T12:00";

/** A day with a time of day, on the clocks of the organisation. */
export const localMoment = z
  .string(aMoment)
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, aMoment)
  .refine((text) => isDay(text.slice(0, 10)), aMoment)
  .meta({ written: "a moment where you are, such as `2026-12-24T12:00`" });
