import type { PersonId } from "../../domain/identity.ts";
import type { Identity } from "../person.ts";

/** Under this question stands in the file whom a report names that counts as being about the organisation. */
const CONCERNED = "concerned";

interface Texts {
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Whoever a report names that counts as being about the organisation is no party of its case: what they are called stands in the file,
 * among the answers.
 */
export function withoutConcerned<Answers extends Texts>(
  concerned: readonly PersonId[] | undefined,
  identities: readonly Identity[],
  answers: Answers,
): { readonly identities: readonly Identity[]; readonly answers: Answers } {
  if (concerned === undefined) return { identities, answers };
  const names = identities.filter(({ role }) => role === "respondent").map(({ name }) => name);
  const texts = names.length === 0 ? answers.texts : { ...answers.texts, [CONCERNED]: names.join(", ") };
  return { identities: identities.filter(({ role }) => role !== "respondent"), answers: { ...answers, texts } };
}
