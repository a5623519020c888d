import type { Advised } from "../../application/acts/weighSanction.ts";
import type { Advice } from "../../domain/sanctions/advice.ts";
import type { Card } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/**
 * What the rules say against a sanction that somebody is about to choose: what the person has now, as far as that counts, and nothing of
 * who it is or of which case.
 * @param form the form that is gone back to, or carried out all the same
 */
export function adviceCard(advised: Advised, ref: string, form: string, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { advice, isAllowed } = advised;
  const items = advice.map((each) => `${adviceText(each, advised.sanction, speech)} (${cited(citation, each.clause)})`);
  const again = button("primary", say("form.again"), "form.open", ref, form);
  const anyway = button("secondary", say("advice.anyway"), "form.anyway", ref, form);
  const clauses = [...new Set(advice.map(({ clause }) => clause))];
  return {
    tone: "attention",
    title: say(isAllowed ? "advice.title" : "advice.title.binding"),
    blocks: [
      { kind: "list", items },
      { kind: "paragraph", text: say(isAllowed ? "advice.allowed" : "advice.binding") },
      { kind: "small", text: say("advice.small") },
    ],
    rows: [isAllowed ? [again, anyway] : [again], rulesRow(clauses, citation, speech, ref)],
  };
}

function adviceText(advice: Advice, chosen: string, speech: Speech): string {
  const { say, name, either } = speech;
  if (advice.kind === "repeat") {
    const values = {
      active: either(advice.active.map((sanction) => name("sanction", sanction))),
      instead: name("sanction", advice.instead),
    };
    return say(advice.isBinding ? "advice.repeat.binding" : "advice.repeat", values);
  }
  const conditions = advice.conditions.map((condition) => conditionText(condition, speech));
  return say("advice.conditions", { sanction: name("sanction", chosen), conditions: either(conditions) });
}

type Condition = Extract<Advice, { kind: "conditions" }>["conditions"][number];

function conditionText(condition: Condition, { say, name, either }: Speech): string {
  if ("severity" in condition)
    return say("advice.condition.severity", {
      severity: either(condition.severity.map((severity) => name("severity", severity))),
    });
  if ("violations_at_least" in condition)
    return say("advice.condition.violations", { count: condition.violations_at_least });
  return say("advice.condition.repeat", { severity: name("severity", condition.repeat_severity) });
}
