import type { LocalDiscord } from "../../sandbox/discord/localDiscord.ts";
import { PageRefusal } from "../../sandbox/page/http/pageRefusal.ts";
import type { Journal } from "./journal.ts";
import type { Lever } from "./lever.ts";
import { callsFromNow, privateRooms } from "./lookAround.ts";

/** Lets somebody on Discord take no direct messages from members of the server, the bot among them. */
export function closeDirect(discord: LocalDiscord, journal: Journal): Lever {
  /** What ends the watching, by person. */
  const closed = new Map<string, () => void>();
  const nameOf = (id: string) => discord.people().find((person) => person.id === id)?.name ?? id;
  return {
    offer: () => ({
      id: "discord.direct",
      platform: "discord",
      label: { en: "Close somebody’s direct messages", sv: "Stäng någons direktmeddelanden" },
      about: {
        en: "Somebody switches off direct messages from the server in their privacy settings. Tell them something, and see what the officers learn of it.",
        sv: "Någon stänger av direktmeddelanden från servern i sina sekretessinställningar. Meddela personen något, och se vad handläggarna får veta om det.",
      },
      targets: {
        label: { en: "Whose", sv: "Vems" },
        options: discord
          .people()
          .filter(({ id }) => !closed.has(id))
          .map(({ id, name }) => ({ id, label: name })),
      },
    }),
    pull(target) {
      const name = nameOf(target);
      const direct = discord
        .person(target)
        .places()
        .find(({ kind }) => kind === "direct")?.id;
      if (direct === undefined)
        throw new PageRefusal(409, {
          en: `${name} has no conversation with the bot.`,
          sv: `${name} har inget samtal med boten.`,
        });
      const calls = callsFromNow(discord);
      discord.byHand.closeDirectMessages(target);
      journal.done(
        {
          en: `${name} closed direct messages from the server.`,
          sv: `${name} stängde direktmeddelanden från servern.`,
        },
        "discord",
      );
      let refusals = 0;
      let answered = 0;
      const end = journal.watch((tell) => {
        const made = calls();
        const refused = made.flatMap(({ path, status }, at) =>
          status === 403 && path.startsWith(`/channels/${direct}/messages`) ? [at] : [],
        );
        for (const _ of refused.slice(refusals)) {
          refusals += 1;
          tell({
            en: `Discord refused a direct message to ${name}: 403, “Cannot send messages to this user”.`,
            sv: `Discord avvisade ett direktmeddelande till ${name}: 403, ”Cannot send messages to this user”.`,
          });
        }
        const last = refused.at(-1);
        if (last === undefined || answered === refusals) return false;
        const rooms = privateRooms(discord);
        const room = made
          .slice(last + 1)
          .filter(({ call, status }) => status < 300 && /^(POST|PATCH) \/channels\/:id\/messages/.test(call))
          .flatMap(({ path }) => rooms.find(({ id }) => path.startsWith(`/channels/${id}/`)) ?? [])[0];
        if (room === undefined) return false;
        answered = refusals;
        tell({ en: `After that Redress wrote in ${room.name}.`, sv: `Därefter skrev Redress i ${room.name}.` });
        return false;
      }, "discord");
      closed.set(target, end);
    },
    standing: () =>
      [...closed.keys()].map((id) => ({
        text: {
          en: `${nameOf(id)} takes no direct messages on Discord.`,
          sv: `${nameOf(id)} tar inte emot direktmeddelanden på Discord.`,
        },
        label: { en: "Open them again", sv: "Öppna dem igen" },
        target: id,
      })),
    restore(target) {
      closed.get(target)?.();
      closed.delete(target);
      discord.byHand.openDirectMessages(target);
      const name = nameOf(target);
      journal.done(
        { en: `${name} takes direct messages again.`, sv: `${name} tar emot direktmeddelanden igen.` },
        "discord",
      );
    },
  };
}
