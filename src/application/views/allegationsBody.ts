import type { Case } from "../../domain/case/case.ts";
import { codeLinks, procedureLink, ruleClauses } from "../../domain/case/noticeContents.ts";
import { readProcedure } from "../../domain/case/stages.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { helpView } from "./helpView.ts";
import type { HelpView } from "./helpView.ts";

/** What a respondent is told that the report says. */
export interface AllegationsBody {
  readonly kind: "allegations";
  readonly text: string;
  /** The clauses of the rules that the report names. */
  readonly ruleClauses: readonly string[];
  /** Where these can be read, and where the procedure can. */
  readonly codeLinks: readonly string[];
  readonly procedureLink: string;
  /** Whether the notice says where help is, and who outside can. */
  readonly hasSupport: boolean;
  readonly help: HelpView | undefined;
  readonly clause: string;
}

/**
 * Puts together what a respondent is told, as the rulebook has the notice.
 * @param rule the name of the notice
 * @param text what an officer wrote
 */
export function allegationsBody(rulebook: Rulebook, current: Case, rule: string, text: string): AllegationsBody {
  const notice = rulebook.notices[rule];
  const has = (part: string) => notice?.must_contain.some((each) => each === part) === true;
  return {
    kind: "allegations",
    text,
    ruleClauses: ruleClauses(rulebook, current),
    codeLinks: has("code_link") ? (codeLinks(rulebook, current) ?? []) : [],
    procedureLink: procedureLink(rulebook, current),
    hasSupport: has("support"),
    help: has("support") ? helpView(rulebook, current.procedure) : undefined,
    clause: notice?.clause ?? readProcedure(rulebook, current).clause,
  };
}
