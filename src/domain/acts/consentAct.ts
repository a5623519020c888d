import { partiesOf } from "../case/case.ts";
import { electorateNow } from "../case/decide.ts";
import type { Entry } from "../case/entry.ts";
import { readProcedure } from "../case/stages.ts";
import { localDay } from "../deadlines/calendar.ts";
import type { PartyId } from "../identity.ts";
import { findMentions, findNames } from "../parties/findNames.ts";
import type { Refusal } from "../refusal.ts";
import { consentRule, hasConfirmingStage, isPending } from "../sanctions/confirmation.ts";
import { shareOf } from "../sanctions/groups.ts";
import { approversOf, disclosable } from "../sanctions/wider.ts";
import type { Act, Standing } from "./act.ts";

type Of<Kind extends Act["kind"]> = Extract<Act, { kind: Kind }>;
type ConsentAct = Of<"confirm" | "put-confirmation" | "ask-disclosure" | "name-group" | "name-class">;
type Decided = readonly Entry[] | Refusal;

/** What those who handle a case enter of what others said, and of whom the case is about. */
export function decideConsentAct(standing: Standing, act: ConsentAct, newId: () => string): Decided {
  switch (act.kind) {
    case "confirm":
      return enterConsent(standing, act);
    case "put-confirmation":
      return putConfirmation(standing, act);
    case "ask-disclosure":
      return askDisclosure(standing, act, newId);
    case "name-group":
      return nameGroup(standing, act);
    case "name-class":
      return nameClass(standing, act);
  }
}

/** Whoever else has to agree to a sanction has said so elsewhere; once, and not where a stage of the procedure says it. */
function enterConsent(
  { rulebook, current }: Standing,
  { decision: id, isConfirmed, statement }: Of<"confirm">,
): Decided {
  const decision = current.decisions.find((each) => each.id === id);
  const rule = consentRule(rulebook.sanctions[decision?.sanction ?? ""]);
  if (decision === undefined || rule === undefined) return { refused: "nothing-here" };
  if (!isPending(rulebook, current, decision)) return { refused: "already-done" };
  if (rule.kind === "vote" && hasConfirmingStage(readProcedure(rulebook, current)))
    return { refused: "not-at-this-stage", stage: current.stage.stage, clause: rule.clause };
  return [{ kind: "sanction-confirmed", decision: id, isConfirmed, statement }];
}

/** The body that has to confirm a sanction votes on it, without the names where it may not read them; one vote after the other. */
function putConfirmation(standing: Standing, act: Of<"put-confirmation">): Decided {
  const { rulebook, roster, current, caller, names, parties, at } = standing;
  const decision = current.decisions.find((each) => each.id === act.decision);
  const confirm = rulebook.sanctions[decision?.sanction ?? ""]?.confirm;
  const rule = confirm === undefined ? undefined : rulebook.votes[confirm.vote];
  if (decision === undefined || confirm === undefined || rule?.method !== "motion") return { refused: "nothing-here" };
  const { clause } = confirm;
  if (!isPending(rulebook, current, decision)) return { refused: "already-done" };
  const open = current.consents.votes.find(({ isOver }) => !isOver);
  if (open !== undefined) return { refused: "answer-awaited", until: open.lastDay, clause };
  const today = localDay(rulebook, at).toString();
  if (act.lastDay < today) return { refused: "date-too-early", earliest: today, clause };
  const found = confirm.sees === "names" ? [] : [...findNames(act.text, names), ...findMentions(act.text)];
  if (found.length > 0) return { refused: "brief-names-somebody", found, clause };
  const electorate = electorateNow(rulebook, roster, current, rule, parties);
  if (electorate.length === 0) return { refused: "nobody-to-vote", clause };
  const { motion, lastDay, statement } = act;
  return [
    { kind: "confirmation-put", decision: decision.id, motion, rule: confirm.vote, lastDay, mover: caller, statement },
  ];
}

/** Somebody else is to learn of a sanction that holds: those who may approve it are asked. */
function askDisclosure(
  { rulebook, roster, current, caller, parties, at }: Standing,
  { disclosure, decision, party, to, reasons }: Of<"ask-disclosure">,
  newId: () => string,
): Decided {
  const rule = rulebook.wider_disclosure;
  const imposed = disclosable(rulebook, current, { decision, party }, at);
  if (rule === undefined || imposed === undefined || parties.includes(to)) return { refused: "nothing-here" };
  const isAsked = (each: (typeof current.consents.disclosures)[number]) =>
    each.decision === decision && each.party === party && each.to === to && each.isApproved !== false;
  if (current.consents.disclosures.some(isAsked)) return { refused: "already-done" };
  const approvers = approversOf(rulebook, roster, current, caller, parties);
  if (approvers.length === 0) return { refused: "nobody-to-approve", clause: rule.clause };
  return [
    { kind: "disclosure-asked", disclosure, decision, party, to, reasons },
    ...approvers.map((person): Entry => ({
      kind: "notice-sent",
      notice: newId(),
      to: { kind: "person", person },
      subject: { kind: "disclosure-asked", disclosure },
    })),
  ];
}

/** A respondent is a group: answerable as one only where enough of its members were involved. */
function nameGroup({ rulebook, current }: Standing, { party, size, involved }: Of<"name-group">): Decided {
  const rule = readProcedure(rulebook, current).groups;
  if (rule === undefined || !isRespondent(current, party)) return { refused: "nothing-here" };
  const { clause } = rule;
  const share = shareOf(rule.share, size, involved);
  if (!share.isAnswerable || involved > size)
    return { refused: "group-too-few", size, involved, needed: share.needed, clause };
  return [{ kind: "group-named", party, size, involved }];
}

function nameClass({ rulebook, current }: Standing, { party, class: name }: Of<"name-class">): Decided {
  if (!isRespondent(current, party) || rulebook.people.classes[name] === undefined) return { refused: "nothing-here" };
  const known = current.consents.classes.find((each) => each.party === party)?.class;
  return known === name ? { refused: "already-done" } : [{ kind: "class-named", party, class: name }];
}

const isRespondent = (current: Standing["current"], party: PartyId) =>
  partiesOf(current, "respondent").some((each) => each.party === party);
