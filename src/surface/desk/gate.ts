import { button } from "../cards/controls.ts";
import { notLiveCard } from "../cards/notLiveCard.ts";
import type { Answer } from "../delivery.ts";
import type { Visit } from "./visit.ts";

/** Served before the organisation has confirmed its rules: setting up, and reading the document. */
const isServedBefore = (act: string) => /^(setup|code)(\.|$)/.test(act);
/** Begins something new: not even for somebody whose case goes on. */
const isNew = (act: string) =>
  act === "home" ||
  act === "case.enter" ||
  act.startsWith("report.") ||
  act === "anonymous.start" ||
  act === "anonymous.send";

/**
 * What somebody is answered while the organisation has not yet confirmed its rules; undefined for whatever is served all the same, which
 * is everything once it has. Whoever has a case goes on with it. A form that was sent is kept, whatever comes of it.
 */
export async function notLiveYet(visit: Visit, act: string): Promise<Answer | undefined> {
  const { acts, delivery, speech, rulebook, citation } = visit;
  if (isServedBefore(act) || delivery.kind === "submit") return undefined;
  const readiness = await acts.readReadiness();
  if (readiness.kind === "live") return undefined;
  const [mine, handled, toDecide] = await Promise.all([
    acts.myCases(delivery.caller),
    acts.handledCases(delivery.caller),
    acts.casesToDecide(delivery.caller),
  ]);
  const own = [
    ...(mine.length > 0 ? [button("secondary", speech.say("act.mycase"), "mycase.list", "home")] : []),
    ...(handled.length > 0
      ? [button("secondary", speech.say("home.handled", { count: handled.length }), "case.list", "home")]
      : []),
    ...(toDecide.length > 0
      ? [button("secondary", speech.say("home.to-decide", { count: toDecide.length }), "vote.list", "home")]
      : []),
  ];
  if (own.length > 0 && !isNew(act)) return undefined;
  if (delivery.kind === "complete") return { kind: "suggestions", options: [] };
  const receivers = acts.possibleReaders().map(({ name }) => name);
  const isReportWritten = act === "report.send";
  const card = notLiveCard(
    { organisation: rulebook.organisation.name, receivers, isReportWritten },
    own,
    citation,
    speech,
  );
  return { kind: delivery.kind === "home" ? "home" : "note", card };
}
