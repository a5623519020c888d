import type { Joinable, JoinCode, OwnView } from "../../application/acts/joinAccounts.ts";
import type { JoinedView } from "../../application/message.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Card } from "../card.ts";
import { heldName } from "../heldName.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";

const REF = "home";

/** What Redress knows of whoever asks. */
export function ownCard({ name: own, accounts, offices }: OwnView, speech: Speech): Card {
  const { say } = speech;
  const held = offices.map(({ key, until }) => {
    const what = heldName(key, speech);
    return until === undefined ? what : say("member.until", { what, until: speech.day(until) });
  });
  return {
    tone: "neutral",
    title: say("member.title"),
    blocks: [
      {
        kind: "facts",
        facts: [
          { label: say("member.name"), value: own },
          { label: say("member.accounts"), value: accountsText(accounts, speech) },
          { label: say("member.offices"), value: held.length === 0 ? say("member.offices.none") : speech.list(held) },
        ],
      },
      small(say("member.small")),
    ],
    rows: [],
  };
}

const accountsText = (accounts: OwnView["accounts"], { say, list }: Speech) =>
  list(accounts.map(({ platform, name }) => say(`member.account.${platform}`, { name })));

/** A code, where it is to be typed, and that nobody else may have it. */
export function joinCodeCard({ code, minutes, on }: JoinCode, { say }: Speech): Card {
  return {
    tone: "neutral",
    title: say("member.code.title"),
    blocks: [paragraph(say(`member.code.${on}`, { code, minutes })), small(say("member.code.small"))],
    rows: [],
  };
}

/** Which account a code is of, before anything is joined. */
export function joinableCard({ name, platform }: Joinable, code: string, { say }: Speech): Card {
  return {
    tone: "attention",
    title: say("member.join.title"),
    blocks: [paragraph(say(`member.join.${platform}`, { name })), paragraph(say("member.join.warning"))],
    rows: [
      [
        button("primary", say("act.member.join"), "member.join", REF, fitted(code.trim(), limits.controlId - 20)),
        button("secondary", say("act.member.leave"), "member.leave", REF),
      ],
    ],
  };
}

/** That accounts were joined, for each of them. */
export function drawJoined({ accounts }: JoinedView, speech: Speech): Card {
  const { say } = speech;
  return {
    tone: "attention",
    title: say("member.title"),
    blocks: [
      paragraph(say("member.told", { accounts: accountsText(accounts, speech) })),
      small(say("member.told.small")),
    ],
    rows: [],
  };
}
