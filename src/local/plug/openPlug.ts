import type { Store } from "../../application/ports.ts";
import type { SandboxClock } from "../../sandbox/clock.ts";
import type { LocalDiscord } from "../../sandbox/discord/localDiscord.ts";
import { PageRefusal } from "../../sandbox/page/http/pageRefusal.ts";
import type { Plug, Standing } from "../../sandbox/page/plug.ts";
import type { LocalSlack } from "../../sandbox/slack/localSlack.ts";
import { answerTooMany } from "./answerTooMany.ts";
import { closeDirect } from "./closeDirect.ts";
import { cutSocket } from "./cutSocket.ts";
import { openJournal } from "./journal.ts";
import type { Lever } from "./lever.ts";
import { archiveRoom, deleteRoom, removeApp } from "./loseRoom.ts";
import { stopRedress } from "./stopRedress.ts";
import type { Power } from "./stopRedress.ts";

export interface PlugParts extends Power {
  readonly discord: LocalDiscord;
  readonly slack: LocalSlack;
  readonly store: Pick<Store, "waiting">;
  readonly clock: Pick<SandboxClock, "now">;
  /** Who owns the Discord server. */
  readonly ownerName: string;
  /** The account of the app on Slack. */
  readonly slackApp: string;
}

/** What can be made to go wrong in the house, and what is seen to follow from it. `close` ends all watching. */
export function openPlug(parts: PlugParts): Plug & { readonly close: () => void } {
  const { discord, slack, store } = parts;
  const journal = openJournal(parts.clock);
  const levers: readonly Lever[] = [
    stopRedress(parts, [discord, slack], store, journal),
    cutSocket(discord, journal),
    answerTooMany(discord, store, journal),
    deleteRoom(discord, parts.ownerName, store, journal),
    closeDirect(discord, journal),
    cutSocket(slack, journal),
    answerTooMany(slack, store, journal),
    archiveRoom(slack, store, journal),
    removeApp(slack, parts.slackApp, store, journal),
  ];
  let last: Promise<void> = Promise.resolve();
  return {
    async read() {
      return {
        disturbances: levers.map(({ offer }) => offer()),
        standing: levers.flatMap(standingOf),
        lines: journal.lines(),
        waiting: (await store.waiting()).rows,
      };
    },
    async pull(id, target = "") {
      // One after the other, in the order in which they were asked for.
      const before = last;
      const turn = Promise.withResolvers<void>();
      last = turn.promise;
      await before;
      try {
        await pull(levers, id, target);
      } finally {
        turn.resolve();
        journal.changed();
      }
    },
    onChange: (listener) => journal.onChange(listener),
    close: () => journal.close(),
  };
}

const backOf = (id: string) => `${id}.back`;

function standingOf({ offer, standing }: Lever): readonly Standing[] {
  const { id, platform } = offer();
  return (standing?.() ?? []).map(({ text, label, target }) => ({
    text,
    back: { id: backOf(id), label, ...(target === undefined ? {} : { target }) },
    ...(platform === undefined ? {} : { platform }),
  }));
}

async function pull(levers: readonly Lever[], id: string, target: string): Promise<void> {
  for (const lever of levers) {
    const offered = lever.offer();
    // oxlint-disable no-await-in-loop -- only the one that was asked for
    if (offered.id === id) {
      if (offered.blocked !== undefined) throw new PageRefusal(409, offered.blocked);
      if (!(offered.targets?.options ?? [{ id: "" }]).some((one) => one.id === target)) throw notThere();
      return await lever.pull(target);
    }
    if (backOf(offered.id) === id) {
      if (!standingOf(lever).some(({ back }) => (back.target ?? "") === target)) throw notThere();
      return await lever.restore?.(target);
    }
    // oxlint-enable no-await-in-loop
  }
  throw new PageRefusal(404, { en: `There is nothing called ${id} here.`, sv: `Det finns inget som heter ${id} här.` });
}

const notThere = () => new PageRefusal(409, { en: "This is not there any more.", sv: "Det här finns inte längre." });
