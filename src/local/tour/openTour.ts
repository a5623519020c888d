import type { House } from "../../application/house.ts";
import type { PlatformName } from "../../application/person.ts";
import { localDay } from "../../domain/deadlines/calendar.ts";
import type { CaseId } from "../../domain/identity.ts";
import { speechOf } from "../../locale/speech.ts";
import type { RosterPerson } from "../../rulebook/loadRoster.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { Actor } from "../../sandbox/actor.ts";
import type { ChapterPerson } from "../../sandbox/localChapter.ts";
import type { ShownTourStep, Tour, TourStand, TourStepState } from "../../sandbox/page/tour.ts";
import type { LocalPlatform } from "../../sandbox/person.ts";
import { asecParts, asecSteps } from "./asecSteps.ts";
import { castOf } from "./cast.ts";
import type { Cast } from "./cast.ts";
import { fillText } from "./fillText.ts";
import { kthParts, kthSteps } from "./kthSteps.ts";
import { knownCases, readTourFacts } from "./readTourFacts.ts";
import type { TourFacts } from "./tourFacts.ts";
import type { TourScene } from "./tourScene.ts";
import { statesOf } from "./tourStep.ts";
import type { Stand, Story, TourStep } from "./tourStep.ts";
import type { Watched } from "./watchClosings.ts";

export interface TourOptions {
  readonly rulebook: Rulebook;
  readonly roster: readonly RosterPerson[];
  readonly members: readonly ChapterPerson[];
  readonly platforms: readonly LocalPlatform[];
  /** The house of Redress as it runs now; undefined while it is stopped. */
  readonly house: () => House | undefined;
  /** Resolves once everything that has arrived from people has been answered. */
  readonly answered: () => Promise<void>;
  /** Waits until everything that follows from what was done has been done. */
  readonly settle: () => Promise<void>;
  readonly watched: Watched;
}

/** The tours there are, by the id of the organisation in the rulebook. */
const tours: Readonly<Record<string, Story>> = {
  kth_chapter: { parts: kthParts, steps: kthSteps },
  asec: { parts: asecParts, steps: asecSteps },
};

/** The tour of an organisation; undefined where there is none for it, or its roster has not everybody who is needed. */
export function openTour(options: TourOptions): Tour | undefined {
  const { rulebook, roster, members } = options;
  const locale = rulebook.organisation.locales[0] ?? "en";
  const labels = speechOf(locale);
  const story = tours[rulebook.organisation.id];
  if (story === undefined) return undefined;
  const { parts, steps } = story;
  const cast = (platform: PlatformName, aside: readonly string[]) =>
    castOf({ roster, members, platform, locale, aside }, parts);
  const platforms = options.platforms.filter(({ kind }) => cast(kind, []) !== undefined);
  if (platforms.length === 0) return undefined;

  const earlier = new Map<PlatformName, ReadonlySet<CaseId>>();
  let lastHouse = options.house();
  const houseNow = (): House => {
    lastHouse = options.house() ?? lastHouse;
    if (lastHouse === undefined) throw new Error("Redress has not been started yet.");
    return lastHouse;
  };
  const findPlatform = (kind: PlatformName): LocalPlatform => {
    const found = platforms.find((platform) => platform.kind === kind);
    if (found === undefined) throw new Error(`There is no tour on ${kind}.`);
    return found;
  };
  const readFacts = async (kind: PlatformName) => {
    await options.settle();
    return readTourFacts(houseNow(), kind, earlier.get(kind) ?? new Set(), options.watched);
  };
  /** Whoever stepped aside is replaced; where nobody is left for a part, it stays with whom it was. */
  const castFor = (kind: PlatformName, { aside }: TourFacts): Cast => {
    const found = cast(kind, aside) ?? cast(kind, []);
    if (found === undefined) throw new Error(`There is no tour on ${kind}.`);
    return found;
  };
  return {
    platforms: platforms.map(({ kind }) => kind),
    async read(kind) {
      const platform = findPlatform(kind);
      const facts = await readFacts(kind);
      const people = castFor(kind, facts);
      const states = statesOf(steps, facts);
      const show = (step: TourStep, at: number): ShownTourStep => {
        const state: TourStepState = states[at] ?? "later";
        const isNow = state === "now";
        const [left, right] = step.stands(facts);
        const words = (template: ShownTourStep["press"]) => fillText(template, people, labels);
        return {
          id: step.id,
          state,
          title: words(step.title),
          press: words(step.press[kind]),
          why: words(step.why),
          citation: `${rulebook.document.cite} ${step.clause}`,
          stands: [standOf(platform, people, facts, left), standOf(platform, people, facts, right)],
          ...(isNow && step.help?.isOffered(facts, people) === true ? { help: words(step.help.label) } : {}),
          ...(isNow && step.move !== undefined ? { move: step.move(facts) } : {}),
        };
      };
      return { platform: kind, steps: steps.map(show) };
    },
    async help(kind, id) {
      const platform = findPlatform(kind);
      if (options.house() === undefined) throw new Error("Redress is stopped.");
      const facts = await readFacts(kind);
      const people = castFor(kind, facts);
      const at = steps.findIndex((step) => step.id === id);
      const help = statesOf(steps, facts)[at] === "now" ? steps[at]?.help : undefined;
      if (help?.isOffered(facts, people) !== true)
        throw new Error(`The step "${id}" has nothing to be done for you now.`);
      const actors = new Map<string, Actor>();
      const scene: TourScene = {
        cast: people,
        speech: labels,
        today: () => localDay(rulebook, houseNow().clock.now()),
        actor({ account, name }) {
          const found = actors.get(account) ?? new Actor(platform, account, name, options.answered);
          actors.set(account, found);
          return found;
        },
        settle: options.settle,
        read: () => readFacts(kind),
      };
      await help.act(scene);
      for (const actor of actors.values()) actor.closeWindow();
    },
    async begin(kind) {
      findPlatform(kind);
      earlier.set(kind, new Set(await knownCases(houseNow())));
    },
  };
}

/** Where somebody stands; at the channel everybody sees as long as the place is not there. */
function standOf(platform: LocalPlatform, cast: Cast, { current }: TourFacts, { who, at }: Stand): TourStand {
  const { account } = who(cast);
  const places = platform.person(account).places();
  const room = { officers: "case-", board: "board-", desk: "", direct: "" }[at];
  const found = places.find(({ kind, name }) => {
    if (at === "direct") return kind === "direct";
    return at !== "desk" && current !== undefined && name === `${room}${current.codeName}`;
  });
  const desk = places.find(({ kind }) => kind === "channel");
  return { person: account, place: (found ?? desk)?.id ?? "" };
}
