import type { Speech } from "../say.ts";
import { filesField } from "./evidenceForms.ts";
import { dayField, longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";

const TOLD = 1000;
const RECORD = 1900;
const WHY = 400;
const CLOCK = 5;

/** The forms about a hearing. Undefined for a name that is none of theirs. */
export function drawHearingForm({ speech }: FormContext, name: string): DrawnForm | undefined {
  switch (name) {
    case "hearing":
      return callForm(speech);
    case "heard":
      return heldForm(speech);
    case "hearingrecord":
      return recordForm(speech);
    default:
      return undefined;
  }
}

/** When it is, what both sides are told, and why so soon where it is. */
function callForm(speech: Speech): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.hearing.title"),
    submitLabel: say("form.send"),
    intro: say("form.hearing.intro"),
    fields: [
      dayField("on", speech, { label: say("field.hearing.on") }),
      {
        id: "time",
        kind: "time",
        label: say("field.hearing.time"),
        hint: say("field.hearing.time.hint"),
        placeholder: "14:00",
        required: true,
        options: [],
        maximum: CLOCK,
        value: undefined,
      },
      longText("text", "hearing", speech, undefined, TOLD),
      {
        ...longText("shorter", "hearing", speech, undefined, WHY),
        label: say("field.hearing.shorter"),
        hint: say("field.hearing.shorter.hint"),
        required: false,
      },
    ],
  };
}

function heldForm(speech: Speech): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.heard.title"),
    submitLabel: say("form.save"),
    intro: say("form.heard.intro"),
    fields: [dayField("on", speech, { label: say("field.heard.on") })],
  };
}

/** What happened there, in words, and with files where there are some. */
function recordForm(speech: Speech): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.hearingrecord.title"),
    submitLabel: say("form.save"),
    intro: say("form.hearingrecord.intro"),
    fields: [longText("text", "hearingrecord", speech, undefined, RECORD), filesField(speech)],
  };
}
