import type { AttachedCondition } from "../domain/case/sanctionEntries.ts";
import type { Span } from "../rulebook/schema/vocabulary.ts";
import { sayLength } from "./counting.ts";
import type { Speech } from "./say.ts";

interface Imposed {
  readonly sanction: string;
  readonly lasts?: Span | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly conditions?: readonly AttachedCondition[] | undefined;
}

/** A sanction, with what it is about, how long it holds and its conditions where these were chosen: "ban: licensed premises (6 months)". */
export function sanctionText({ sanction, lasts, scope = [], conditions = [] }: Imposed, speech: Speech): string {
  const { say, name, list } = speech;
  const about = list(scope.map((thing) => name("permit", thing)));
  const called =
    about === ""
      ? name("sanction", sanction)
      : say("sanction.with-scope", { sanction: name("sanction", sanction), about });
  const long =
    lasts === undefined ? called : say("sanction.with-length", { sanction: called, length: sayLength(speech, lasts) });
  if (conditions.length === 0) return long;
  return say("sanction.with-conditions", {
    sanction: long,
    conditions: list(conditions.map((each) => conditionText(each, speech))),
  });
}

/** "a written apology by Friday, 20 March 2026". */
function conditionText({ condition, by }: AttachedCondition, { say, name, day }: Speech): string {
  const called = name("condition", condition);
  return by === undefined ? called : say("sanction.condition.by", { condition: called, day: day(by) });
}
