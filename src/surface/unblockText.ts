import type { Unblock, Who } from "../domain/why/unblock.ts";
import { sayLength } from "./counting.ts";
import type { Speech } from "./say.ts";

/** Of many people or rules a few are enough to say. */
const NAMED = 10;

/** What would unblock something, a sentence each. */
export function unblockText(unblock: readonly Unblock[], speech: Speech): string {
  const sentences = unblock.map((each) => sentence(each, speech));
  const last = unblock.findLastIndex((each) => each.kind === "come");
  return [
    ...sentences.slice(0, last + 1),
    ...(last < 0 ? [] : [speech.say("unblock.come.how")]),
    ...sentences.slice(last + 1),
  ].join(" ");
}

function sentence(unblock: Unblock, speech: Speech): string {
  const { say, name, list, either, day } = speech;
  switch (unblock.kind) {
    case "other-name":
    case "what-there-is":
    case "other-code":
    case "ask-first":
    case "own-cases":
    case "file-it":
    case "another-session":
    case "choose-another":
      return say(`unblock.${unblock.kind}`);
    case "promise":
    case "find":
    case "consult":
    case "tell-first":
      return say(`unblock.${unblock.kind}`);
    case "nothing":
      return say(`unblock.nothing.${unblock.as}`);
    case "ask":
    case "answer-body":
    case "go-on":
    case "answer-mover":
    case "count-again":
    case "steps-aside":
    case "put-motion":
    case "second":
    case "open-vote":
    case "open-session":
    case "close-vote":
      return say(`unblock.${unblock.kind}`, { who: whoText(unblock.who, speech) });
    case "check-conflicts":
      return say("unblock.check-conflicts", {
        who: whoText(unblock.who, speech),
        body: speech.name("body", unblock.body),
      });
    case "hearing":
      return say(`unblock.hearing.${unblock.step}`);
    case "brief":
      return say(`unblock.brief.${unblock.step}`, { who: whoText(unblock.who, speech) });
    case "outside":
      return unblock.labels.length === 0
        ? say("unblock.outside.unnamed")
        : say("unblock.outside", { whom: either(unblock.labels.slice(0, NAMED)) });
    case "declare":
      return say(`unblock.declare.${unblock.before}`);
    case "enter":
      if (unblock.what === "shorter-length")
        return say("unblock.enter.shorter-length", { longest: sayLength(speech, unblock.longest) });
      if (unblock.what === "offered-sanction")
        return say("unblock.enter.offered-sanction", {
          sanctions: either(unblock.sanctions.slice(0, NAMED).map((sanction) => name("sanction", sanction))),
        });
      if (unblock.what === "choice")
        return say("unblock.enter.choice", { choices: either(unblock.choices.map((each) => say(`choice.${each}`))) });
      if (unblock.what === "consequence")
        return say("unblock.enter.consequence", {
          consequences: either(unblock.consequences.map((each) => say(`breach.then.${each}`))),
        });
      if (unblock.what === "listed-reason")
        return say("unblock.enter.listed-reason", {
          reasons: either(unblock.reasons.slice(0, NAMED).map((reason) => name("reason", reason))),
        });
      if (unblock.what === "offered-condition")
        return say("unblock.enter.offered-condition", {
          conditions: either(unblock.conditions.slice(0, NAMED).map((each) => name("condition", each))),
        });
      if (unblock.what === "interim-ground")
        return say("unblock.enter.interim-ground", {
          grounds: either(unblock.grounds.slice(0, NAMED).map((ground) => name("interim-ground", ground))),
        });
      if (unblock.what !== "sanctionable-rule") return say(`unblock.enter.${unblock.what}`);
      return say("unblock.enter.sanctionable-rule", {
        rules: either(unblock.rules.slice(0, NAMED).map((rule) => name("rule", rule))),
      });
    case "choose-day":
      return [
        ...(unblock.from === undefined ? [] : [say("unblock.choose-day.from", { day: day(unblock.from) })]),
        ...(unblock.until === undefined ? [] : [say("unblock.choose-day.until", { day: day(unblock.until) })]),
      ].join(" ");
    case "wait":
      return say("unblock.wait", { day: day(unblock.from) });
    case "tasks":
      return say("unblock.tasks", { tasks: list(unblock.tasks.map((task) => name("task", task))) });
    case "summon":
      return unblock.earliest === undefined
        ? say("unblock.summon", { times: unblock.times })
        : say("unblock.summon.earliest", { times: unblock.times, day: day(unblock.earliest) });
    case "conclude-with":
      return say("unblock.conclude-with", {
        outcomes: either(unblock.outcomes.map((outcome) => name("outcome", outcome))),
      });
    case "reach":
      return say("unblock.reach", { stages: either(unblock.stages.map((stage) => name("stage", stage))) });
    case "come":
      return comeText(unblock, speech);
    case "fill-seats":
      return say("unblock.fill-seats", { seats: unblock.seats, body: name("body", unblock.body) });
    case "exit":
      return say(unblock.isOpen ? "unblock.exit" : "unblock.exit.later", { stage: name("stage", unblock.stage) });
    case "no-exit":
      return say("unblock.no-exit");
  }
}

function comeText({ count, body, people }: Extract<Unblock, { kind: "come" }>, { say, name, either }: Speech): string {
  if (people.length > 0) return say("unblock.come.people", { count, people: either(people.slice(0, NAMED)) });
  if (body !== undefined) return say("unblock.come.body", { count, body: name("body", body) });
  return say("unblock.come", { count });
}

/** Who can do something: "the president or the vice-president", "Omar Haddad or Elin Berg". */
function whoText(who: Who, { say, name, either }: Speech): string {
  switch (who.kind) {
    case "officers":
      return say("unblock.who.officers");
    case "offices":
      return either(who.offices.map((office) => say("unblock.who.office", { office: name("office", office) })));
    case "body":
      return say("unblock.who.body", { body: name("body", who.body) });
    case "people":
      return either(who.people.slice(0, NAMED));
  }
}
