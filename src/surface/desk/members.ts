import type { NotJoined } from "../../application/acts/joinAccounts.ts";
import { joinableCard, joinCodeCard, ownCard } from "../cards/memberCards.ts";
import { noteCard } from "../cards/noteCard.ts";
import type { Answer } from "../delivery.ts";
import { nothingHere } from "./visit.ts";
import type { Act, Visit } from "./visit.ts";

const show: Act = async (visit) => {
  const own = await visit.acts.readOwn(visit.delivery.caller);
  const { speech } = visit;
  if (own === undefined)
    return { kind: "note", card: noteCard("neutral", speech.say("member.title"), speech.say("member.nothing")) };
  return { kind: "note", card: ownCard(own, speech) };
};

/** A code to be typed on the other platform; or, with one from there, what it would join. */
const link: Act = async (visit, { choice }) => {
  const { acts, delivery, speech } = visit;
  if (choice.trim() === "")
    return { kind: "note", card: joinCodeCard(await acts.makeJoinCode(delivery.caller), speech) };
  const found = await acts.lookAtCode(delivery.caller, choice);
  if (found.kind === "not-joined") return notJoined(visit, found);
  return { kind: "note", card: joinableCard(found, choice, speech) };
};

const join: Act = async (visit, { choice }) => {
  const { acts, delivery, speech } = visit;
  if (choice === "") return nothingHere(visit);
  const joined = await acts.joinAccounts(delivery.caller, choice, delivery.key);
  if (joined.kind === "not-joined") return notJoined(visit, joined);
  return { kind: "instead", card: noteCard("good", speech.say("done.title"), speech.say("member.joined")) };
};

const leave: Act = async ({ speech }) => ({
  kind: "instead",
  card: noteCard("neutral", speech.say("member.title"), speech.say("member.left")),
});

function notJoined({ speech: { say } }: Visit, { why }: NotJoined): Answer {
  return { kind: "note", card: noteCard("attention", say("refusal.title"), say(`member.not-joined.${why}`)) };
}

export const memberActs: Readonly<Record<string, Act>> = {
  "member.show": show,
  "member.link": link,
  "member.join": join,
  "member.leave": leave,
};
