import { readCode } from "../../domain/intake/code.ts";
import { troubleCard } from "../cards/formCards.ts";
import { answerWithCode, isByCode } from "../channelCode.ts";
import type { Answer, Delivery } from "../delivery.ts";
import { inTime } from "../inTime.ts";
import { parseFormId } from "./forms.ts";
import { isRefused, nothingHere, refused } from "./visit.ts";
import type { Visit } from "./visit.ts";

/** A form opens even when the database is slow: the platform waits three seconds and no longer. */
const PATIENCE_MS = 1000;

/** The code by which somebody presses a button or sends a form of a case, in the place of an account; undefined for everything else. */
export function codeIn(delivery: Delivery): string | undefined {
  if (delivery.kind !== "press" && delivery.kind !== "submit") return undefined;
  return readCode(delivery.ref) === delivery.ref ? delivery.ref : undefined;
}

/** The forms of a case that a complainant fills in. */
const forms = new Set(["answer", "state", "exhibit", "reply", "lodge", "across", "acrossback", "companion"]);

function isOffered(delivery: Delivery): boolean {
  if (delivery.kind === "submit") return forms.has(parseFormId(delivery.form)?.name ?? "");
  return delivery.kind === "press" && isByCode(delivery.act);
}

/**
 * What somebody does by a code, as the complainant of its case: whoever carries it out knows of no account, and the delivery is kept under
 * a name that nobody can find from the account either.
 * @param carryOut does it as for any party
 */
export async function throughChannel(
  visit: Visit,
  code: string,
  carryOut: (visit: Visit) => Promise<Answer>,
): Promise<Answer> {
  const { acts, delivery, speech } = visit;
  if (!isOffered(delivery)) return nothingHere(visit);
  const entering = acts.enterChannel(code, delivery.key);
  const entered = delivery.kind === "submit" ? await entering : await inTime(entering, PATIENCE_MS);
  if (entered === undefined) return { kind: "note", card: troubleCard(speech) };
  if (isRefused(entered)) return refused(visit, entered);
  const { holder, case: ref, delivery: key } = entered;
  const caller = { platform: delivery.platform, id: "", name: "", locale: delivery.caller.locale, holder };
  const answer = await carryOut({ ...visit, delivery: { ...withRef(delivery, ref), key, caller } });
  return answerWithCode(answer, ref, code);
}

const withRef = (delivery: Delivery, ref: string): Delivery =>
  delivery.kind === "press" || delivery.kind === "submit" ? { ...delivery, ref } : delivery;
