import { z } from "zod";

const HOUR = 3_600_000;

export const spans = { hour: HOUR, day: 24 * HOUR, week: 7 * 24 * HOUR, month: 30 * 24 * HOUR } as const;

/** How far: an hour, a day, a week, thirty days, or to the next thing due. */
export const moveSchema = z.strictObject({ by: z.enum(["hour", "day", "week", "month", "next-due"]) });

export type Span = z.infer<typeof moveSchema>["by"];
