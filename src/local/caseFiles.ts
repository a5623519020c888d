import type { StoredCase } from "../application/casePorts.ts";
import { nameOf } from "../application/house.ts";
import type { House } from "../application/house.ts";
import { findVoteStage } from "../domain/case/briefs.ts";
import type { Case } from "../domain/case/case.ts";
import { foldCase } from "../domain/case/foldCase.ts";
import type { PartyEntry } from "../domain/case/party.ts";
import type { TimelineViewer } from "../domain/timeline/step.ts";
import { timelineOf } from "../domain/timeline/timeline.ts";
import type { Rulebook } from "../rulebook/rulebook.ts";
import type { CaseColumn, CaseFiles, ListedCase } from "../sandbox/page/caseFiles.ts";
import { cited } from "../surface/cards/refusalCard.ts";
import { comingText, happeningText } from "../surface/cards/timelineCard.ts";
import { columnTexts } from "./caseFileTexts.ts";
import { told } from "./told.ts";
import { knownCases } from "./tour/readTourFacts.ts";

/** Whose eyes a case is seen with. */
interface Side {
  readonly key: string;
  readonly viewer: TimelineViewer;
  readonly texts: keyof typeof columnTexts;
  readonly title: CaseColumn["title"];
}

/**
 * The case files of a house from every side at once, for the page of the local platforms only: in the product nobody sees these side by
 * side, and no act of a person leads here.
 * @param house the house of Redress, also while it is stopped
 */
export function openCaseFiles(house: () => House): CaseFiles {
  return {
    async list() {
      const stored = await readAll(house());
      return stored
        .map((file) => listed(house().rulebookOf(file.rulebook), foldCase(file)))
        .toSorted((a, b) => b.received - a.received);
    },
    async read(id) {
      const here = house();
      const stored = await here.store.caseById(id);
      if (stored === undefined) return undefined;
      const rulebook = here.rulebookOf(stored.rulebook);
      const sides = sidesOf(rulebook, foldCase(stored));
      return { codeName: stored.codeName, columns: sides.map((side) => drawColumn(here, rulebook, stored, side)) };
    },
  };
}

/** Every case that is handled by somebody in the roster, newest first. */
export async function readAll(house: House): Promise<readonly StoredCase[]> {
  const ids = await knownCases(house);
  const stored = await Promise.all(ids.map((id) => house.store.caseById(id)));
  return stored.flatMap((file) => file ?? []);
}

function listed(rulebook: Rulebook, { id, codeName, received, stage }: Case): ListedCase {
  return {
    id,
    codeName,
    received: received.epochMilliseconds,
    stage: told(rulebook, ({ name }) => name("stage", stage.stage)),
  };
}

function sidesOf(rulebook: Rulebook, current: Case): readonly Side[] {
  const stages = Object.values(rulebook.procedures[current.procedure]?.stages ?? {});
  const vote = findVoteStage(rulebook, current) ?? stages.find((stage) => stage.kind === "vote");
  const body = vote?.owner.kind === "body" ? vote.owner.id : undefined;
  const officers: Side = {
    key: "officers",
    viewer: { kind: "handler" },
    texts: "officers",
    title: told(rulebook, ({ name }) => name("party", "officers")),
  };
  const board: readonly Side[] =
    body === undefined
      ? []
      : [
          {
            key: "board",
            viewer: { kind: "voter" },
            texts: "board",
            title: told(rulebook, ({ name }) => name("body", body)),
          },
        ];
  return [officers, ...board, ...current.parties.map((party) => partySide(rulebook, current, party))];
}

/** A party by its role; of several with the same role each with its letter. */
function partySide(rulebook: Rulebook, current: Case, party: PartyEntry): Side {
  const alike = current.parties.filter(({ role }) => role === party.role);
  const letter = alike.length < 2 ? "" : ` ${String.fromCodePoint(65 + alike.indexOf(party))}`;
  return {
    key: party.party,
    viewer: { kind: "party", party },
    texts: party.role,
    title: told(rulebook, ({ name }) => `${name("party", party.role)}${letter}`),
  };
}

function drawColumn(
  house: House,
  rulebook: Rulebook,
  stored: StoredCase,
  { key, viewer, texts, title }: Side,
): CaseColumn {
  const { lines, coming } = timelineOf(rulebook, stored, viewer, house.clock.now());
  const clauseOf = (clause: string | undefined) =>
    clause === undefined ? {} : { clause: cited(rulebook.document, clause) };
  return {
    key,
    title,
    ...columnTexts[texts],
    lines: lines.map(({ at, by, happening, clause }) => ({
      at: at.epochMilliseconds,
      text: told(rulebook, (speech) => happeningText(happening, speech)),
      ...(by === undefined ? {} : { by: nameOf(house, by) }),
      ...clauseOf(clause),
    })),
    coming: coming.map((each) => ({
      text: told(rulebook, (speech) => comingText(each, speech)),
      isLate: each.isLate,
      ...clauseOf(each.clause),
    })),
  };
}
