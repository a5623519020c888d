import type { Entry } from "../../domain/case/entry.ts";
import { foldCase } from "../../domain/case/foldCase.ts";
import { recordInCase } from "../actOnCase.ts";
import type { Claim, Effect } from "../effect.ts";
import type { House } from "../house.ts";
import { publishedView } from "../views/publicationView.ts";
import { platformFor } from "./platformFor.ts";
import type { Outcome } from "./syncRoom.ts";

type Wanted = Extract<Effect, { kind: "publication" }>;

const done: Outcome = { kind: "done" };

/**
 * Posts what a panel published in the channel that was named, once. Where it cannot be posted there those are told who handle the case: they
 * put it up, or write it anew for another place.
 */
export async function postPublication(house: House, { case: id, publication }: Wanted, claim: Claim): Promise<Outcome> {
  const stored = await house.store.caseById(id);
  const current = stored === undefined ? undefined : foldCase(stored);
  const found = current?.records.publications.find((each) => each.id === publication);
  if (stored === undefined || current === undefined || found?.place === undefined) return done;
  if (found.published === undefined || found.posted !== undefined) return done;
  const text = await house.store.words(id, found.statement);
  if (text === undefined) return done;
  const rulebook = house.rulebookOf(stored.rulebook);
  const view = publishedView(house, rulebook, stored, current, found, text);
  const { platform: name, channel } = found.place;
  const sent = await platformFor(house, name, claim)?.post({
    room: channel,
    key: `publication:${publication}`,
    message: { kind: "published", view },
    newcomers: [],
    calls: [],
    again: claim.attempt > 1,
  });
  if (sent?.kind === "later") return sent;
  const failed = sent?.kind === "done" ? undefined : (sent?.reason ?? "not-connected");
  if (failed !== undefined) house.log.warn("a publication was not posted", { case: current.codeName, reason: failed });
  await recordInCase(house, id, { kind: "platform" }, (now) => {
    if (now.records.publications.some((each) => each.id === publication && each.posted !== undefined)) return [];
    const posted: Entry = { kind: "publication-posted", publication, failed };
    if (failed === undefined) return [posted];
    const to = { kind: "room", purpose: "officers" } as const;
    return [
      posted,
      { kind: "notice-sent", notice: house.chance.id(), to, subject: { kind: "not-posted", publication } },
    ];
  });
  return done;
}
