import type { Store } from "../../application/ports.ts";
import { socketsOf } from "./cutSocket.ts";
import type { Journal } from "./journal.ts";
import { platformNames } from "./lever.ts";
import type { Lever } from "./lever.ts";
import type { Local } from "./lookAround.ts";

export interface Power {
  readonly isRunning: () => boolean;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Ends Redress as a shutdown of its machine would, and starts it again on the same database. */
export function stopRedress(
  power: Power,
  locals: readonly Local[],
  store: Pick<Store, "waiting">,
  journal: Journal,
): Lever {
  let endWatch: (() => void) | undefined;
  return {
    offer: () => ({
      id: "redress",
      label: { en: "Stop Redress", sv: "Stoppa Redress" },
      about: {
        en: "The machine on which Redress runs is switched off. Discord and Slack go on: try a command, move the clock, and then start Redress again on the same database.",
        sv: "Maskinen som Redress körs på stängs av. Discord och Slack fortsätter: prova ett kommando, flytta klockan och starta sedan Redress igen på samma databas.",
      },
      ...(power.isRunning() ? {} : { blocked: { en: "Redress is stopped.", sv: "Redress är stoppat." } }),
    }),
    async pull() {
      await power.stop();
      journal.done({ en: "Redress was stopped.", sv: "Redress stoppades." });
      const told = new Map(locals.map((local) => [local, failuresOf(local).length]));
      let isCutTold = false;
      endWatch = journal.watch((tell) => {
        if (!isCutTold && locals.every((local) => socketsOf(local) === 0)) {
          isCutTold = true;
          tell({ en: "No connection stands any more.", sv: "Ingen anslutning står längre." });
        }
        for (const local of locals) {
          const failures = failuresOf(local);
          for (const { person, failure } of failures.slice(told.get(local)))
            tell({
              en: `${platformNames[local.kind]} told ${person}: “${failure}”`,
              sv: `${platformNames[local.kind]} sade till ${person}: ”${failure}”`,
            });
          told.set(local, failures.length);
        }
        return false;
      });
    },
    standing: () =>
      power.isRunning()
        ? []
        : [
            {
              text: {
                en: "Redress is stopped: nobody gets an answer, and nothing is sent.",
                sv: "Redress är stoppat: ingen får svar, och inget skickas.",
              },
              label: { en: "Start it again", sv: "Starta igen" },
            },
          ],
    async restore() {
      const { rows } = await store.waiting();
      await power.start();
      endWatch?.();
      journal.done({ en: "Redress was started again.", sv: "Redress startades igen." });
      for (const local of locals)
        journal.watch((tell) => {
          if (socketsOf(local) === 0) return false;
          const name = platformNames[local.kind];
          tell({ en: `Redress is connected to ${name} again.`, sv: `Redress är anslutet till ${name} igen.` });
          return true;
        }, local.kind);
      journal.watch(async (tell) => {
        if ((await store.waiting()).rows > 0) return false;
        tell(
          rows === 0
            ? { en: "Nothing waits to be carried out.", sv: "Inget väntar på att utföras." }
            : {
                en: `What had waited is carried out: ${rows}.`,
                sv: `Det som hade väntat är utfört: ${rows}.`,
              },
        );
        return true;
      });
    },
  };
}

/** What a platform's clients showed as failed, by person; of each person oldest first. */
function failuresOf(local: Local): readonly { readonly person: string; readonly failure: string }[] {
  return local.people().flatMap(({ id, name }) =>
    local
      .person(id)
      .failures()
      .map((failure) => ({ person: name, failure })),
  );
}
