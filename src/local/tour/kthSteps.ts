import { Temporal } from "temporal-polyfill";

import type { Parts } from "./cast.ts";
import {
  findWindowsEnd,
  hasLapsed,
  hasSteppedAside,
  hasTerm,
  isAcknowledged,
  isBriefApproved,
  isBriefDrafted,
  isDecided,
  isFiled,
  isPast,
  isQuorate,
  isToldToParties,
  haveVoted,
  wasInquorate,
} from "./happened.ts";
import { hearBothSides, prepareKthVote, writeKthBrief } from "./kthHelp.ts";
import { kthTexts } from "./kthTexts.ts";
import type { TourFacts } from "./tourFacts.ts";
import { stand } from "./tourStep.ts";
import type { TourStep } from "./tourStep.ts";

/** Who plays in it: five of the board are needed, so that a fourth vote decides nothing. */
export const kthParts: Parts = {
  officers: ["safety_officer"],
  chair: ["president", "vice_president"],
  board: ["board_member"],
  voters: 3,
};

const isAppealOver = (facts: TourFacts): boolean => {
  const end = findWindowsEnd(facts, "appeal");
  return end !== undefined && Temporal.Instant.compare(facts.now, end) >= 0;
};

const MONTH = { hours: 30 * 24 } as const;

/** Thirty days as long as the window stays open then, and one day to its end. */
function moveToAppeal(facts: TourFacts): "month" | "day" {
  const end = findWindowsEnd(facts, "appeal");
  return end !== undefined && Temporal.Instant.compare(facts.now.add(MONTH), end) < 0 ? "month" : "day";
}

/** The story of one report at the chapter at KTH, from the first word to the lapse of the warning. */
export const kthSteps: readonly TourStep[] = [
  {
    id: "file",
    clause: "5.1",
    ...kthTexts.file,
    stands: () => [stand("member", "desk"), stand("officer", "desk")],
    isDone: isFiled,
  },
  {
    id: "receive",
    clause: "5.2",
    ...kthTexts.receive,
    stands: () => [stand("officer", "officers"), stand("member", "direct")],
    isDone: isAcknowledged,
  },
  {
    id: "hear",
    clause: "5.2",
    ...kthTexts.hear,
    stands: () => [stand("officer", "officers"), stand("respondent", "direct")],
    isDone: isPast("hear_respondent"),
    help: { label: kthTexts.hear.helped, isOffered: () => true, act: hearBothSides },
  },
  {
    id: "brief",
    clause: "5.2",
    ...kthTexts.brief,
    stands: (facts) =>
      isBriefDrafted(facts)
        ? [stand("second", "officers"), stand("chair", "board")]
        : [stand("officer", "officers"), stand("second", "officers")],
    isDone: isBriefApproved,
    help: { label: kthTexts.brief.helped, isOffered: (facts) => !isBriefDrafted(facts), act: writeKthBrief },
  },
  {
    id: "conflict",
    clause: "4.1",
    ...kthTexts.conflict,
    stands: () => [stand("conflicted", "board"), stand("chair", "board")],
    isDone: hasSteppedAside,
    isMissed: isDecided,
  },
  {
    id: "inquorate",
    clause: "4.1",
    ...kthTexts.inquorate,
    stands: () => [stand("chair", "board"), stand("voter", "board")],
    isDone: wasInquorate,
    isMissed: isDecided,
    help: {
      label: kthTexts.inquorate.helped,
      isOffered: (facts, cast) => !haveVoted(facts, cast),
      act: prepareKthVote,
    },
  },
  {
    id: "quorum",
    clause: "4.1",
    ...kthTexts.quorum,
    stands: () => [stand("fifth", "board"), stand("chair", "board")],
    isDone: isQuorate,
    isMissed: isDecided,
  },
  {
    id: "warning",
    clause: "6.2",
    ...kthTexts.warning,
    stands: () => [stand("chair", "board"), stand("officer", "officers")],
    isDone: hasTerm,
    isMissed: isDecided,
  },
  {
    id: "notices",
    clause: "5.3",
    ...kthTexts.notices,
    stands: () => [stand("chair", "board"), stand("respondent", "direct")],
    isDone: isToldToParties,
  },
  {
    id: "appeal",
    clause: "5.4",
    ...kthTexts.appeal,
    stands: () => [stand("respondent", "direct"), stand("member", "direct")],
    isDone: isAppealOver,
    move: moveToAppeal,
  },
  {
    id: "lapse",
    clause: "6.2",
    ...kthTexts.lapse,
    stands: () => [stand("respondent", "direct"), stand("officer", "officers")],
    isDone: hasLapsed,
    isMissed: (facts) => isDecided(facts) && !hasTerm(facts),
    move: () => "next-due",
  },
];
