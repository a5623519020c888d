import { noteCard } from "../cards/noteCard.ts";
import type { SubmittedForm, UnsentForm } from "../delivery.ts";
import { valuesOf } from "../form.ts";
import type { Field, Form } from "../form.ts";
import { RESEND } from "../returned.ts";
import { anonymousForms } from "./anonymous.ts";
import { parseFormId } from "./forms.ts";
import { codeIn } from "./throughChannel.ts";
import type { Act } from "./visit.ts";

/** A form that is to be sent once more, and is no longer kept. */
const gone: Act = async ({ speech: { say } }) => ({
  kind: "note",
  card: noteCard("attention", say("unsent.gone.title"), say("unsent.gone")),
});

export const unsentActs: Readonly<Record<string, Act>> = { [RESEND]: gone };

/**
 * What goes back of a form that could not be stored.
 * @param form as it was sent, drawn without what is stored; undefined where that cannot be
 */
export function unsentForm(sent: SubmittedForm, why: UnsentForm["why"], form: Form | undefined): UnsentForm {
  const fields = form?.fields ?? [];
  const typed = Object.keys(sent.values).flatMap((id) => {
    const field = fields.find((each) => each.id === id);
    const text = entered(sent, id, field);
    return text === "" ? [] : [{ label: field?.label ?? "", text }];
  });
  const isWhole = Object.keys(sent.values).every((id) => fields.some((field) => field.id === id));
  const name = parseFormId(sent.form)?.name ?? "";
  const isUnnamed = codeIn(sent) !== undefined || Object.hasOwn(anonymousForms, name);
  return { why, typed, form: isWhole ? form : undefined, isUnnamed };
}

/** What was entered in a field, in the words in which it stood there. */
function entered({ values, people, files = {} }: SubmittedForm, id: string, field: Field | undefined): string {
  const wordOf = (value: string) =>
    field?.options.find((option) => option.value === value)?.label ??
    people[value]?.name ??
    files[value]?.name ??
    value;
  return valuesOf(values, id).map(wordOf).join(", ");
}
