import { valueOf } from "../form.ts";
import type { Field, Form, FormValues } from "../form.ts";
import { roomOf } from "../longLists.ts";
import type { Speech } from "../say.ts";
import { channelForm, countForm, drawAnonymous, receiptForm, recordForm, unlockForm } from "./anonymousForm.ts";
import { drawApartForm } from "./apartForms.ts";
import { drawChallengeForm } from "./challengeForms.ts";
import { ballotForm, classForm, confirmForm, discloseForm, groupForm } from "./consentForms.ts";
import { concludeForm, motionForm, motionPage, sanctionPage } from "./decisionForms.ts";
import { delegateForm, doorForm } from "./doorForms.ts";
import { drawEvidenceForm } from "./evidenceForms.ts";
import { dayField, isAsked, longText } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";
import { drawHandForm } from "./handForms.ts";
import { drawHearingForm } from "./hearingForms.ts";
import { obligationForm } from "./obligationForms.ts";
import { drawOwnVoiceForm } from "./ownVoiceForms.ts";
import { panelDecisionForm, publicationForm } from "./publicationForms.ts";
import { escalateForm, handoverForm, outcomeForm } from "./recordForms.ts";
import { drawReport, ENTER } from "./reportForm.ts";
import { breachForm, conditionForm, imposeForm, prolongForm } from "./sanctionForms.ts";
import { scopeForm } from "./scopeForms.ts";
import { taskIn } from "./taskIn.ts";
import { answerForm, extendForm, longerForm, nextForm } from "./timeForms.ts";

/** Which form, for which choice, which page: "conclude/violation/1". */
export interface FormId {
  readonly name: string;
  readonly choice: string;
  readonly page: number;
}

export const formId = ({ name, choice, page }: FormId) => `${name}/${choice}/${page}`;

export function parseFormId(id: string): FormId | undefined {
  const [name, choice, page, ...rest] = id.split("/");
  if (name === undefined || choice === undefined || page === undefined || rest.length > 0) return undefined;
  return { name, choice, page: Number.parseInt(page, 10) };
}

const NOTE = 1000;

/** A form with what stands in it. Undefined for an id that names none. */
export function buildForm(context: FormContext, id: FormId, ref: string, values: FormValues): Form | undefined {
  const drawn = drawForm(context, id, values);
  if (drawn === undefined) return undefined;
  const fields = drawn.fields.filter(isAsked).map((field) => {
    const how = roomOf(field) > 1 ? { placeholder: context.speech.say("field.long.placeholder") } : {};
    return { ...field, ...how, value: values[field.id] ?? field.value };
  });
  return { ...drawn, id: formId(id), ref, fields };
}

function drawForm(context: FormContext, { name, choice, page }: FormId, values: FormValues): DrawnForm | undefined {
  const { speech } = context;
  const { say } = speech;
  switch (name) {
    case "report":
      return drawReport(context, choice === ENTER, page, values);
    case "anonymous":
      return drawAnonymous(context, page, values);
    case "unlock":
      return unlockForm(context);
    case "write":
    case "askauthor":
      return channelForm(context, name, name === "write" && choice === "");
    case "count":
      return countForm(context);
    case "record":
      return recordForm(context);
    case "receipt":
      return receiptForm(context);
    case "acknowledge":
      return oneText(speech, name, say("form.acknowledge.default"));
    case "note":
      return oneText(speech, name, undefined, NOTE);
    case "brief":
      return briefForm(context);
    case "task":
      return taskIn(context.place, choice)?.notice !== undefined
        ? oneText(speech, "tell", undefined)
        : { ...oneText(speech, name, undefined, NOTE), intro: speech.name("task", choice) };
    case "conclude":
      return page === 1 ? concludeForm(context, choice) : sanctionPage(context, valueOf(values, "sanction"));
    case "summon":
      return {
        title: say("form.summon.title"),
        submitLabel: say("form.send"),
        intro: undefined,
        fields: [dayField("on", speech, { label: speech.say("field.on") }), longText("text", "summon", speech)],
      };
    case "delivered":
      return {
        title: say("form.delivered.title"),
        submitLabel: say("form.save"),
        intro: say("form.delivered.intro"),
        fields: [dayField("day", speech, { label: speech.say("field.day") }), ...proofField(context)],
      };
    case "motion":
      return page === 1
        ? motionForm(context)
        : motionPage(context, valueOf(values, "motion"), valueOf(values, "sanction"));
    case "extend":
      return extendForm(context, choice);
    case "longer":
      return longerForm(context, choice);
    case "next":
      return nextForm(context);
    case "answered":
    case "answer":
      return answerForm(context, name);
    case "agreement":
    case "lift":
    case "review":
    case "tick":
      return oneText(speech, name, undefined, NOTE);
    case "hold":
    case "precedent":
    case "bundle":
      return oneText(speech, name, undefined, name === "hold" ? NOTE : undefined);
    case "situation":
      return scopeForm(context);
    case "publication":
      return publicationForm(context);
    case "paneldecision":
      return panelDecisionForm(context);
    case "escalate":
      return escalateForm(context);
    case "handover":
      return handoverForm(context, choice);
    case "outside":
      return outcomeForm(context);
    case "confirm":
      return confirmForm(context);
    case "ballot":
      return ballotForm(context);
    case "disclose":
      return discloseForm(context);
    case "group":
      return groupForm(context);
    case "class":
      return classForm(context);
    case "breach":
      return breachForm(context, choice);
    case "condition":
      return conditionForm(context, choice);
    case "prolong":
      return prolongForm(context);
    case "impose":
    case "ask":
      return imposeForm(context, name, choice);
    case "door":
      return doorForm(context);
    case "delegate":
      return delegateForm(context);
    case "obligation":
      return obligationForm(context, choice);
    default:
      return (
        drawHandForm(context, name) ??
        drawOwnVoiceForm(context, name, choice) ??
        drawApartForm(context, name, choice) ??
        drawHearingForm(context, name) ??
        drawEvidenceForm(context, name, choice, page, values) ??
        drawChallengeForm(context, name, choice, page, values)
      );
  }
}

function oneText(
  speech: Speech,
  form:
    | "agreement"
    | "hold"
    | "precedent"
    | "bundle"
    | "acknowledge"
    | "note"
    | "task"
    | "tell"
    | "brief"
    | "lift"
    | "review"
    | "tick",
  value: string | undefined,
  maximum?: number,
): DrawnForm {
  const { say } = speech;
  return {
    title: say(`form.${form}.title`),
    submitLabel: say(form === "acknowledge" || form === "agreement" || form === "tell" ? "form.send" : "form.save"),
    intro: undefined,
    fields: [longText("text", form, speech, value, maximum)],
  };
}

/** Whether it is known that it arrived: asked where the rules say when what was only sent counts as received. */
function proofField({ rulebook, speech: { say } }: FormContext): readonly Field[] {
  if (rulebook.calendar.deemed_received === undefined) return [];
  const options = (["arrived", "sent"] as const).map((value) => ({ value, label: say(`field.proof.${value}`) }));
  return [
    { id: "proof", kind: "choice", label: say("field.proof"), required: true, options, maximum: 1, value: undefined },
  ];
}

/** Where the body decides knowing the names, they may stand in the brief. */
function briefForm({ speech, place }: FormContext): DrawnForm {
  const { say, name } = speech;
  const form = oneText(speech, "brief", undefined);
  const vote = place?.vote;
  const hint = [
    say(vote?.brief.mask.includes("names") === false ? "form.brief.hint.named" : "form.brief.hint"),
    ...(vote?.brief.second_approval === false ? [] : [say("form.brief.hint.second")]),
  ].join(" ");
  const intro =
    vote?.owner.kind === "body" ? { intro: say("form.brief.intro", { body: name("body", vote.owner.id) }) } : {};
  return { ...form, ...intro, fields: form.fields.map((field) => ({ ...field, hint })) };
}
