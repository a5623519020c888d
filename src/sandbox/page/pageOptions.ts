import type { MovableClock } from "../clock.ts";
import type { CaseFiles } from "./caseFiles.ts";
import type { ReadClockLog } from "./clockLog.ts";
import type { ShownOrganisations } from "./organisations.ts";
import type { PagePlatform, Shortcut } from "./pagePlatform.ts";
import type { Plug } from "./plug.ts";
import type { Rehearse } from "./rehearsal.ts";
import type { Told } from "./told.ts";
import type { Tour } from "./tour.ts";

/** What stands behind the page: local platforms, and as much of the bot on them as it lets the page look at. */
export interface PageHouse {
  readonly platforms: readonly PagePlatform[];
  readonly clock: MovableClock;
  /** Called after the clock was moved; resolves when the bot has done what is due. */
  readonly afterMove: () => Promise<void>;
  /** Milliseconds since 1970 of the next thing due. */
  readonly nextDue?: () => Promise<number | undefined>;
  readonly organisation: string;
  /** The time zone in which times are shown, such as "Europe/Stockholm"; the browser's when left out. */
  readonly zone?: string;
  /** What stands beside somebody's name in the list of people, such as the office. */
  readonly describe?: (platform: PagePlatform["kind"], person: string) => string | Told | undefined;
  /** What Slack's shortcut menu offers. */
  readonly shortcuts?: readonly Shortcut[];
  /** A guided tour, where there is one. */
  readonly tour?: Tour;
  /** The bot's case files from every side, where it lets the page look. */
  readonly caseFiles?: CaseFiles;
  /** What the bot did because of the time, where it lets the page look. */
  readonly clockLog?: ReadClockLog;
  /** What makes things go wrong on purpose, where there is such a thing. */
  readonly plug?: Plug;
  /** What plays a fictitious case by the bot's rules, where there is such a thing. */
  readonly rehearse?: Rehearse;
  /** Ends all of it; called once when another has taken its place, or the page is closed. */
  readonly close?: () => Promise<void>;
}

/** What the page is opened with. */
export interface PageOptions extends PageHouse {
  /** 0 takes any that is free. */
  readonly port: number;
  /** What else can stand behind it; without it there is nothing to choose, and nothing can be begun again. */
  readonly organisations?: Organisations;
}

/** The organisations of which one stands behind the page; what they are the page does not know. */
export interface Organisations extends ShownOrganisations {
  /**
   * Opens one of the list with nothing in it, beside the one that stands.
   * @throws Error that says why it cannot be opened
   */
  open(id: string): Promise<PageHouse>;
}
