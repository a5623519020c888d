import { setImmediate as nextTurn } from "node:timers/promises";

import type { Journal } from "./journal.ts";
import { platformNames } from "./lever.ts";
import type { Lever } from "./lever.ts";
import type { Local } from "./lookAround.ts";

/** How many of the bot's connections stand. */
export const socketsOf = (local: Local): number =>
  local.kind === "discord" ? local.gateway.sockets() : local.sockets.count;

/** Turns of the event loop in which a cut connection is seen to end. */
const TURNS = 1000;

/** Cuts the connections over which the platform tells the bot what happens, without a word of farewell. */
export function cutSocket(local: Local, journal: Journal): Lever {
  const { kind } = local;
  const name = platformNames[kind];
  return {
    offer: () => ({
      id: `${kind}.socket`,
      platform: kind,
      label: { en: "Cut the connection", sv: "Klipp av anslutningen" },
      about:
        kind === "discord"
          ? {
              en: "A network failed, or Discord changed servers: the gateway is gone without a word. What people do meanwhile is waited for.",
              sv: "Ett nät gick ner, eller så bytte Discord server: gatewayen är borta utan ett ord. Det som görs under tiden väntar.",
            }
          : {
              en: "A network failed: every connection of Socket Mode is gone without a word, and no command arrives until one stands again.",
              sv: "Ett nät gick ner: alla anslutningar i Socket Mode är borta utan ett ord, och inget kommando kommer fram förrän en står igen.",
            },
      ...(socketsOf(local) > 0 ? {} : { blocked: { en: "No connection stands.", sv: "Ingen anslutning står." } }),
    }),
    async pull() {
      const before = socketsOf(local);
      if (local.kind === "discord") local.gateway.drop();
      else local.sockets.drop();
      journal.done(
        before === 1
          ? { en: `The connection to ${name} was cut.`, sv: `Anslutningen till ${name} klipptes av.` }
          : {
              en: `The connections to ${name} were cut: ${before}.`,
              sv: `Anslutningarna till ${name} klipptes av: ${before}.`,
            },
        kind,
      );
      for (let left = TURNS; left > 0 && socketsOf(local) > 0; left -= 1) {
        // oxlint-disable-next-line no-await-in-loop -- a socket ends in a later turn
        await nextTurn();
      }
      journal.watch((tell) => {
        const now = socketsOf(local);
        if (now < before) return false;
        tell(
          now === 1
            ? { en: `Redress connected to ${name} again.`, sv: `Redress anslöt till ${name} igen.` }
            : {
                en: `Redress connected to ${name} again; connections: ${now}.`,
                sv: `Redress anslöt till ${name} igen; anslutningar: ${now}.`,
              },
        );
        return true;
      }, kind);
    },
  };
}
