import type { Procedure, Rulebook } from "../../rulebook/rulebook.ts";

/** Who outside the organisation can help somebody, and what the organisation itself does about the police. */
export interface HelpView {
  readonly contacts: readonly {
    readonly label: string;
    readonly phone: string | undefined;
    readonly link: string | undefined;
  }[];
  readonly police: NonNullable<Procedure["referrals"]>["police"];
  readonly clause: string;
}

/** Where a party gets help, as the rulebook says for a procedure; undefined where it names nobody. */
export function helpView({ procedures, externals }: Rulebook, procedure: string): HelpView | undefined {
  const referrals = procedures[procedure]?.referrals;
  if (referrals === undefined || referrals.support_card.length === 0) return undefined;
  const contacts = referrals.support_card.map((id) => {
    const { label = id, phone, link } = externals[id] ?? {};
    return { label, phone, link };
  });
  return { contacts, police: referrals.police, clause: referrals.clause };
}
