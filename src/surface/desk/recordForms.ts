import { outsideOf } from "../../domain/records/outside.ts";
import { fitted, limits } from "../card.ts";
import type { Field } from "../form.ts";
import { dayField, longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const NOTE = 1000;

/** Handing a case to somebody outside: why, and whom Redress asks, where they have an account. */
export function escalateForm({ rulebook, speech, place }: FormContext): DrawnForm | undefined {
  const { say } = speech;
  const rule = rulebook.procedures[place?.procedure ?? ""]?.escalate;
  if (rule?.to.kind !== "external") return undefined;
  const to = rulebook.externals[rule.to.id]?.label ?? rule.to.id;
  return {
    title: say("form.escalate.title"),
    submitLabel: say("form.escalate.submit"),
    intro: say("form.escalate.intro", { to }),
    fields: [
      longText("text", "escalate", speech, undefined, NOTE),
      {
        id: "who",
        kind: "people",
        label: say("field.escalate.who"),
        hint: say("field.escalate.who.hint"),
        placeholder: say("field.people.placeholder"),
        required: false,
        options: [],
        maximum: 1,
        value: undefined,
      },
    ],
  };
}

const choice = (id: string, label: string, required: boolean, options: Field["options"]): Field => ({
  id,
  kind: "choice",
  label,
  required,
  options: options.slice(0, limits.options),
  maximum: 1,
  value: undefined,
});

/**
 * Recording that something was handed to somebody outside. Undefined where the rulebook names nobody.
 * @param task the task that is done by it: only those are offered who are still to be told by it; "" for none
 */
export function handoverForm({ rulebook, speech, place }: FormContext, task: string): DrawnForm | undefined {
  const { say, name } = speech;
  if (place === undefined) return undefined;
  const to = [...new Set(place.tells?.[task]?.flat() ?? outsideOf(rulebook, place))];
  const grounds = to.includes("police") ? (rulebook.procedures[place.procedure]?.referrals?.police_when ?? []) : [];
  if (to.length === 0) return undefined;
  const outside = to.map((value) => ({
    value,
    label: fitted(rulebook.externals[value]?.label ?? value, limits.optionLabel),
  }));
  return {
    title: say("form.handover.title"),
    submitLabel: say("form.save"),
    intro: say("form.handover.intro"),
    fields: [
      { ...choice("to", say("field.handover.to"), true, outside), ...(to.length === 1 ? { value: to } : {}) },
      ...(grounds.length > 0
        ? [
            choice(
              "ground",
              say("field.handover.ground"),
              false,
              grounds.map((value) => ({ value, label: name("ground", value) })),
            ),
          ]
        : []),
      dayField("on", speech, { label: say("field.handover.on") }),
      dayField("until", speech, {
        label: say("field.handover.until"),
        hint: say("field.handover.until.hint"),
        required: false,
      }),
      longText("text", "handover", speech, undefined, NOTE),
    ],
  };
}

/** Recording what came of it. */
export function outcomeForm({ speech, place }: FormContext): DrawnForm {
  const { say } = speech;
  const handlers = place?.days?.handlers ?? [];
  return {
    title: say("form.outside.title"),
    submitLabel: say("form.save"),
    intro: undefined,
    fields: [
      dayField("on", speech, { label: say("field.outside.on") }),
      longText("text", "outside", speech, undefined, NOTE),
      choice(
        "owner",
        say("field.outside.owner"),
        false,
        handlers.map(({ person, name }) => ({ value: person, label: name })),
      ),
      dayField("by", speech, { label: say("field.outside.by"), required: false }),
    ],
  };
}
