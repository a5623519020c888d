import type { Store } from "../../application/ports.ts";
import type { Fault } from "../../sandbox/faults.ts";
import type { Journal } from "./journal.ts";
import { platformNames } from "./lever.ts";
import type { Lever } from "./lever.ts";
import { botMessages, callsFromNow } from "./lookAround.ts";
import type { Local } from "./lookAround.ts";

type MadeCall = ReturnType<Local["calls"]>[number];

const TIMES = 3;
const RETRY_AFTER_S = 1;

/**
 * What each platform says to one call too many, of those that write into rooms and conversations.
 * @see https://docs.discord.com/developers/topics/rate-limits
 * @see https://docs.slack.dev/apis/web-api/rate-limits
 */
const faults = {
  discord: {
    call: /^(POST|PATCH|PUT|DELETE) \/channels\//,
    mishap: {
      kind: "answer",
      status: 429,
      effect: "none",
      headers: {
        "retry-after": String(RETRY_AFTER_S),
        "x-ratelimit-scope": "user",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset-after": RETRY_AFTER_S.toFixed(3),
      },
      body: { message: "You are being rate limited.", retry_after: RETRY_AFTER_S, global: false },
    },
  },
  slack: {
    call: /^(chat\.(postMessage|update)|conversations\.(create|invite|kick|open|archive|rename|setTopic))$/,
    mishap: {
      kind: "answer",
      status: 429,
      effect: "none",
      headers: { "retry-after": String(RETRY_AFTER_S) },
      body: { ok: false, error: "ratelimited" },
    },
  },
} as const satisfies Readonly<Record<Local["kind"], Fault>>;

/** Answers the next calls that write something with "too many requests". */
export function answerTooMany(local: Local, store: Pick<Store, "waiting">, journal: Journal): Lever {
  const { kind } = local;
  const name = platformNames[kind];
  let disarm: (() => void) | undefined;
  let left = 0;
  let endWatch: (() => void) | undefined;
  const end = () => {
    disarm?.();
    disarm = undefined;
    left = 0;
  };
  return {
    offer: () => ({
      id: `${kind}.limit`,
      platform: kind,
      label: { en: `Refuse the next ${TIMES} calls (429)`, sv: `Avvisa de ${TIMES} nästa anropen (429)` },
      about: {
        en: `Too much at once: ${name} answers the next ${TIMES} things Redress writes with 429, to be tried again after ${RETRY_AFTER_S} second. File a report, and see that everything arrives once.`,
        sv: `För mycket på en gång: ${name} svarar 429 på de ${TIMES} nästa saker som Redress skriver, att försöka igen efter ${RETRY_AFTER_S} sekund. Lämna en anmälan och se att allt kommer fram en gång.`,
      },
      ...(left > 0 ? { blocked: { en: "This is on already.", sv: "Det här är redan på." } } : {}),
    }),
    pull() {
      const calls = callsFromNow(local);
      const before = botMessages(local);
      left = TIMES;
      disarm = local.faults.arm({ ...faults[kind], times: TIMES });
      journal.done(
        {
          en: `From now on ${name} refuses the next ${TIMES} things that Redress writes.`,
          sv: `Från och med nu avvisar ${name} de ${TIMES} nästa sakerna som Redress skriver.`,
        },
        kind,
      );
      let told = 0;
      endWatch = journal.watch(async (tell) => {
        const made = calls();
        const refused = made.filter(({ call, status }) => status === 429 && faults[kind].call.test(call));
        for (const { call } of refused.slice(told)) {
          told += 1;
          if (left > 0) left -= 1;
          tell({ en: `${name} answered ${call} with 429.`, sv: `${name} svarade 429 på ${call}.` });
        }
        if (told < TIMES) return false;
        end();
        if ((await store.waiting()).rows > 0) return false;
        const fresh = [...botMessages(local).keys()].filter((key) => !before.has(key)).length;
        const isAgain = refused.every((lost) => made.slice(made.indexOf(lost)).some((call) => isAccepted(call, lost)));
        tell({
          en: `${isAgain ? "It was tried again and accepted" : "It was not tried again"}: nothing waits any more. New messages of Redress: ${fresh}.`,
          sv: `${isAgain ? "Det försöktes igen och togs emot" : "Det försöktes inte igen"}: inget väntar längre. Nya meddelanden från Redress: ${fresh}.`,
        });
        return true;
      }, kind);
    },
    standing: () =>
      left === 0
        ? []
        : [
            {
              text: {
                en: `${name} refuses the next ${left} of Redress’s calls.`,
                sv: `${name} avvisar de ${left} nästa anropen från Redress.`,
              },
              label: { en: "Answer again", sv: "Svara igen" },
            },
          ],
    restore() {
      end();
      endWatch?.();
      journal.done({ en: `${name} answers as ever again.`, sv: `${name} svarar som vanligt igen.` }, kind);
    },
  };
}

/** Whether a call is one of the same kind as another, and was carried out. */
const isAccepted = (one: MadeCall, lost: MadeCall) => one.call === lost.call && one.status >= 200 && one.status < 300;
