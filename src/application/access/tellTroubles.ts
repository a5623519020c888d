import type { Case } from "../../domain/case/case.ts";
import type { Entry } from "../../domain/case/entry.ts";
import type { AccessTrouble } from "../../domain/case/noticeSubject.ts";
import { handlersOf } from "../../domain/parties/viewer.ts";
import { rulingsOf } from "../../domain/sanctions/record.ts";
import { recordInCase } from "../actOnCase.ts";
import type { House } from "../house.ts";
import type { PersonsCase } from "../sanctions/personsCases.ts";

/** Something that is not as a sanction wants it, with the decision that imposed the sanction. */
export type Trouble = Omit<AccessTrouble, "party" | "decision"> & { readonly ruling: string };

/** Tells the officers of the cases, once of each: what could not be done is theirs to see to, and the sanction holds all the same. */
export async function tellTroubles(
  house: House,
  cases: readonly PersonsCase[],
  troubles: readonly Trouble[],
): Promise<void> {
  for (const each of cases) {
    const { rulebook, current, party, stored } = each;
    const own = new Set(rulingsOf(rulebook, current, party).map(({ id }) => id));
    const subjects = together(troubles.filter(({ ruling }) => own.has(ruling))).map(
      ({ ruling, ...trouble }): AccessTrouble => ({ ...trouble, party, decision: ruling }),
    );
    if (subjects.length === 0) continue;
    // oxlint-disable-next-line no-await-in-loop -- few, and one after the other
    await recordInCase(house, stored.id, { kind: "clock" }, (now) =>
      subjects.flatMap((subject) => noticesOf(house, rulebook, now, subject)),
    );
  }
}

/** Several roles with which it is the same are told of in one message. */
function together(troubles: readonly Trouble[]): readonly Trouble[] {
  const groups = Map.groupBy(troubles, (each) => JSON.stringify({ ...each, things: [] }));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    const things = [...new Set(group.flatMap((each) => each.things))].toSorted();
    return first === undefined ? [] : [{ ...first, things }];
  });
}

function noticesOf(
  house: House,
  rulebook: PersonsCase["rulebook"],
  current: Case,
  subject: AccessTrouble,
): readonly Entry[] {
  const told = current.notices.flatMap(({ subject: each }) =>
    each.kind === "access" && isAlike(each, subject) ? [each] : [],
  );
  const known = told.flatMap(({ things }) => things);
  const things = subject.things.filter((thing) => !known.includes(thing));
  if (things.length === 0) return [];
  const inOffice = handlersOf(rulebook, house.roster, current);
  const officers = inOffice.length > 0 ? inOffice : current.handlers;
  return officers.map((person) => ({
    kind: "notice-sent",
    notice: house.chance.id(),
    to: { kind: "person", person },
    subject: { kind: "access", ...subject, things },
  }));
}

/** Whether both are the same, but for the roles or channels that they are about. */
const isAlike = (one: AccessTrouble, other: AccessTrouble) => occasionOf(one) === occasionOf(other);

const occasionOf = ({ party, decision, platform, what, problem, since }: AccessTrouble) =>
  [party, decision, platform, what, problem ?? "", since].join(" ");
