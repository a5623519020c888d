import type { NoticeView } from "../application/notice.ts";
import type { PlatformName } from "../application/person.ts";
import type { AccessProblem } from "../domain/case/noticeSubject.ts";
import type { Speech } from "./say.ts";

const called: Readonly<Record<PlatformName, string>> = { discord: "Discord", slack: "Slack" };

export const platformName = (platform: PlatformName): string => called[platform];

/** To whoever has a sanction: what they cannot reach on the platforms meanwhile. */
export function keptFromTexts(access: readonly string[] | undefined, { say, name, list }: Speech): readonly string[] {
  if (access === undefined || access.length === 0) return [];
  return [say("notice.part.kept-from", { access: list(access.map((each) => name("access", each))) })];
}

/** What stands in the way, as a sentence; nothing where nothing does. */
export function problemText(problem: AccessProblem | undefined, platform: PlatformName, { say }: Speech): string {
  return problem === undefined ? "" : say(`access.problem.${problem}`, { platform: platformName(platform) });
}

/** So many roles or channels are named in a sentence. */
const NAMED = 3;

/** "Members, Events and 3 more". */
export function thingsText(things: readonly string[], { say, list }: Speech): string {
  const more = things.length - NAMED;
  return list(more > 0 ? [...things.slice(0, NAMED), say("access.more", { count: more })] : things);
}

/** What is left to do on a platform, or was undone there by hand. */
export function accessText(
  { what, problem, platform, things, sanction, whose }: Extract<NoticeView["body"], { kind: "access" }>,
  codeName: string,
  speech: Speech,
): string {
  const { say, name } = speech;
  const isLost = what === "not-restored" && problem === "gone";
  return say(isLost ? "notice.access.not-restored.gone" : `notice.access.${what}`, {
    codeName,
    sanction: name("sanction", sanction),
    whom: whose,
    things: thingsText(things, speech),
    platform: platformName(platform),
    problem: problemText(problem, platform, speech),
  });
}
