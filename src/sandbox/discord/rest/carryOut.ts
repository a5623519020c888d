import { byType } from "../checks/byType.ts";
import { schemaFaults } from "../checks/schemaFaults.ts";
import { strangers } from "../checks/strangers.ts";
import { DiscordRefusal } from "../refusal.ts";
import type { World } from "../world/world.ts";
import { formErrors } from "./formErrors.ts";
import type { Answer, Call, Route } from "./route.ts";

/** Carries out a call; what Discord refuses becomes its answer. */
export function carryOut(world: World, route: Route, call: Call, isChecked: boolean): Answer {
  try {
    const answer = route.handle(world, call, isChecked);
    if (isChecked) checkAnswer(world, route, answer);
    return answer;
  } catch (error) {
    return refusedAnswer(world, call.name, error);
  }
}

/** What Discord refuses as malformed, as opposed to what is merely not allowed or not there. */
const malformed: ReadonlySet<number> = new Set([50006, 50035, 50041, 50109]);

/** The answer to a call that Discord refuses; what a correct bot would not have sent is noted among the problems. */
export function refusedAnswer({ problems }: World, name: string, error: unknown): Answer {
  if (!(error instanceof DiscordRefusal)) {
    problems.push(`${name}: the local Discord failed: ${error instanceof Error ? error.stack : String(error)}`);
    return { status: 500, body: { message: "500: Internal Server Error", code: 0 } };
  }
  const { status, code, message, faults } = error;
  if (status === 404 && code === 0) problems.push(`${name}: there is no such route`);
  for (const fault of faults) problems.push(`${name}: ${code} at ${fault.path.join(".")}: ${fault.message}`);
  if (faults.length === 0 && malformed.has(code)) problems.push(`${name}: ${code} ${message}`);
  return { status, body: { message, code, ...(faults.length === 0 ? {} : { errors: formErrors(faults) }) } };
}

/** The local Discord's own answers are held to the documentation as well. */
function checkAnswer({ problems }: World, { name, answers }: Route, { body }: Answer): void {
  if (answers === undefined || body === undefined) return;
  const sent: unknown = JSON.parse(JSON.stringify(body));
  const result = byType(answers).safeParse(sent, { reportInput: true });
  const faults = result.success ? strangers(sent, result.data) : schemaFaults(result.error.issues);
  for (const { path, message } of faults)
    problems.push(`${name}: the local Discord's own answer is not as documented: ${path.join(".")}: ${message}`);
}
