import type { GiverPlace } from "../../application/acts/rulebooks.ts";
import { asksRelevance, criteriaOf } from "../../domain/case/evidence.ts";
import { MEGABYTES, MOST_FILES } from "../../domain/case/files.ts";
import { valueOf } from "../form.ts";
import type { Field, FormValues } from "../form.ts";
import type { Speech } from "../say.ts";
import { dayField, longText, ruleOptions } from "./formParts.ts";
import type { DrawnForm, FormContext } from "./formParts.ts";
import { inOwnName, REPORT } from "./voiceFields.ts";

const QUESTION = 1500;
/** So many characters are in what is said at once. */
export const STATEMENT = 1900;
const RELEVANCE = 600;
const REASONS = 400;
const NAME = 200;
const ANSWER = 600;
const FINDINGS = 5;
/** The ways in which something comes that an officer enters. */
export const WAYS = ["letter", "email", "spoken", "telephone"] as const;
/** Stands for those who handle the case. */
const OURS = "ours";
/** So many things are opened at once. */
const ITEMS = 10;

/** The forms about witnesses, statements and evidence. Undefined for a name that is none of theirs. */
export function drawEvidenceForm(
  context: FormContext,
  name: string,
  choice: string,
  page: number,
  values: FormValues,
): DrawnForm | undefined {
  switch (name) {
    case "witness":
      return witnessForm(context);
    case "state":
      return stateForm(context, choice);
    case "exhibit":
      return handForm(context, choice);
    case "given":
      return page === 1 ? givenForm(context) : closedForm(context, values);
    case "aside":
      return asideForm(context);
    case "askparties":
    case "putquestion":
    case "reply":
    case "returned":
      return questionForm(context, name);
    case "unnamed":
      return unnamedForm(context);
    case "finding":
      return findingForm(context);
    case "share":
      return shareForm(context, choice);
    default:
      return undefined;
  }
}

/** Whom to ask as a witness, and what. */
function witnessForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.witness.title"),
    submitLabel: say("form.witness.submit"),
    intro: say("form.witness.intro"),
    fields: [
      {
        id: "who",
        kind: "people",
        label: say("field.witness.who"),
        placeholder: say("field.people.placeholder"),
        required: false,
        options: [],
        maximum: 1,
        value: undefined,
      },
      shortText("name", say("field.witness.name"), say("field.witness.name.hint")),
      longText("text", "witness", speech, undefined, QUESTION),
    ],
  };
}

/** What somebody saw or has to say. Of a witness is asked besides what the rulebook asks of witnesses. */
function stateForm(context: FormContext, choice: string): DrawnForm {
  const { rulebook, speech } = context;
  const { say, name } = speech;
  const criteria = choice.startsWith(AS_WITNESS) ? criteriaOf(rulebook) : [];
  return {
    title: say("form.state.title"),
    submitLabel: say("form.send"),
    intro: choice === REPORT ? say("form.state.intro.again", { maximum: STATEMENT }) : undefined,
    fields: [
      longText("text", "state", speech, undefined, STATEMENT),
      {
        id: "criteria",
        kind: "choices",
        label: say("field.criteria"),
        required: false,
        options: criteria.map((value) => ({ value, label: name("criterion", value) })),
        maximum: Math.max(1, criteria.length),
        value: undefined,
      },
      filesField(speech),
      ...inOwnName(context),
    ],
  };
}

/** Marks the form as that of a witness. */
export const AS_WITNESS = "w";

/** A piece of evidence: what it is, and what it has to do with the matter. */
function handForm(context: FormContext, choice: string): DrawnForm {
  const { rulebook, speech } = context;
  const { say } = speech;
  return {
    title: say("form.exhibit.title"),
    submitLabel: say("form.send"),
    intro: choice === "" ? undefined : say("form.exhibit.intro.again"),
    fields: [
      longText("text", "exhibit", speech, undefined, STATEMENT),
      relevanceField(asksRelevance(rulebook), speech),
      filesField(speech),
      ...inOwnName(context),
    ],
  };
}

/** Files that come with it. */
export const filesField = ({ say }: Speech): Field => ({
  id: "files",
  kind: "files",
  label: say("field.files"),
  hint: say("field.files.hint", { maximum: MOST_FILES, megabytes: MEGABYTES }),
  required: false,
  options: [],
  maximum: MOST_FILES,
  value: undefined,
});

const relevanceField = (required: boolean, { say }: Speech): Field => ({
  id: "relevance",
  kind: "long-text",
  label: say("field.relevance"),
  hint: say("field.relevance.hint"),
  required,
  options: [],
  maximum: RELEVANCE,
  value: undefined,
});

/** What an officer enters that came on paper, by word of mouth or that they found. */
function givenForm({ speech, place }: FormContext): DrawnForm | undefined {
  const { say, name } = speech;
  if (place?.givers === undefined) return undefined;
  const from = place.givers.map(({ party, role, pseudonym }) => ({
    value: party,
    label: say("field.given.from.party", { role: name("party", role), pseudonym }),
  }));
  return {
    title: say("form.given.title"),
    submitLabel: say("form.continue"),
    intro: undefined,
    fields: [
      choice("from", say("field.given.from"), [...from, { value: OURS, label: say("field.given.from.ours") }]),
      choice(
        "of",
        say("field.given.of"),
        (["statement", "evidence"] as const).map((value) => ({ value, label: name("item", value) })),
      ),
      choice(
        "came",
        say("field.given.came"),
        WAYS.map((value) => ({ value, label: name("came-by", value) })),
      ),
      dayField("on", speech, { label: say("field.given.on") }),
      longText("text", "given", speech, undefined, STATEMENT),
    ],
  };
}

/** What it has to do with the matter, who never reads it, and files that came with it. */
function closedForm({ rulebook, speech }: FormContext, values: FormValues): DrawnForm {
  const { say, name } = speech;
  const isAsked = valueOf(values, "of") === "evidence" && asksRelevance(rulebook);
  return {
    title: say("form.given.title"),
    submitLabel: say("form.save"),
    intro: undefined,
    fields: [
      relevanceField(isAsked, speech),
      {
        id: "closed",
        kind: "choices",
        label: say("field.closed"),
        hint: say("field.closed.hint"),
        required: false,
        options: (["complainant", "respondent"] as const).map((value) => ({ value, label: name("party", value) })),
        maximum: 2,
        value: undefined,
      },
      filesField(speech),
    ],
  };
}

function asideForm({ speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.aside.title"),
    submitLabel: say("form.save"),
    intro: say("form.aside.intro"),
    fields: [longText("text", "aside", speech, undefined, REASONS)],
  };
}

/** What a party is given to read. Undefined where there is nothing that they may. */
function shareForm({ speech, place }: FormContext, party: string): DrawnForm | undefined {
  const { say, name, day } = speech;
  const giver = place?.givers?.find((each) => each.party === party);
  if (giver === undefined || giver.openable.length === 0) return undefined;
  return {
    title: say("form.share.title"),
    submitLabel: say("form.share.submit"),
    intro: say("form.share.intro", { whom: name("whom", giver.role) }),
    fields: [
      {
        id: "items",
        kind: "choices",
        label: say("field.share"),
        required: true,
        options: giver.openable.slice(0, ITEMS).map((item) => ({
          value: item.item,
          label: say("field.share.item", { what: name("item", item.of), day: day(item.on) }),
          hint: item.from === undefined ? say("item.ours") : say("field.share.from", { pseudonym: item.from }),
        })),
        maximum: ITEMS,
        value: undefined,
      },
    ],
  };
}

/** What the body asks, what a party is asked, what they answer, and what the body reads of it. */
function questionForm({ speech }: FormContext, name: "askparties" | "putquestion" | "reply" | "returned"): DrawnForm {
  const { say } = speech;
  return {
    title: say(`form.${name}.title`),
    submitLabel: say("form.send"),
    intro: name === "reply" ? undefined : say(`form.${name}.intro`),
    fields: [longText("text", name, speech, undefined, ANSWER)],
  };
}

/** Something whose source the others do not learn. */
function unnamedForm({ rulebook, speech }: FormContext): DrawnForm {
  const { say } = speech;
  return {
    title: say("form.unnamed.title"),
    submitLabel: say("form.save"),
    intro: say("form.unnamed.intro"),
    fields: [
      longText("text", "unnamed", speech, undefined, STATEMENT),
      relevanceField(asksRelevance(rulebook), speech),
      { ...shortText("source", say("field.source"), say("field.source.hint")), required: true },
      {
        ...relevanceField(true, speech),
        id: "how",
        label: say("field.checked"),
        hint: say("field.checked.hint"),
        maximum: REASONS,
      },
    ],
  };
}

/** Which rules were broken, before anything earlier is known and anything is imposed. */
function findingForm({ rulebook, speech }: FormContext): DrawnForm {
  const { say, name } = speech;
  return {
    title: say("form.finding.title"),
    submitLabel: say("form.save"),
    intro: say("form.finding.intro"),
    fields: [
      {
        id: "rules",
        kind: "choices",
        label: say("field.findings"),
        required: true,
        options: ruleOptions(rulebook, name),
        maximum: FINDINGS,
        value: undefined,
      },
      longText("text", "finding", speech, undefined, QUESTION),
    ],
  };
}

/** The party of whom something is entered; undefined for those who handle the case. */
export const partyIn = (from: string): GiverPlace["party"] | undefined => (from === OURS ? undefined : from);

export const shortText = (id: string, label: string, hint: string): Field => ({
  id,
  kind: "text",
  label,
  hint,
  required: false,
  options: [],
  maximum: NAME,
  value: undefined,
});

const choice = (id: string, label: string, options: Field["options"]): Field => ({
  id,
  kind: "choice",
  label,
  required: true,
  options,
  maximum: 1,
  value: undefined,
});
