import type { MotionResult } from "./entry.ts";

/** What a tied result is with the casting vote of the chair; any other stays as it is. */
export function castOn(result: MotionResult | undefined, casting: "in-favour" | "against"): MotionResult | undefined {
  if (result?.kind !== "tied") return result;
  const kind = casting === "in-favour" ? "carried" : "lost";
  return { ...result, kind, casting, count: result.count && { ...result.count, kind, casting } };
}
