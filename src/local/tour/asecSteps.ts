import { investigate, prepareAsecVote, writeAsecBrief } from "./asecHelp.ts";
import { asecTexts } from "./asecTexts.ts";
import type { Parts } from "./cast.ts";
import {
  goesBy,
  hasSteppedAside,
  haveVoted,
  isAcknowledged,
  isBriefApproved,
  isBriefDrafted,
  isDecided,
  isPast,
  isQuorate,
  isToldToParties,
  wasInquorate,
} from "./happened.ts";
import { stand } from "./tourStep.ts";
import type { TourStep } from "./tourStep.ts";

/** Who plays in it: four of the board are needed, so that a third vote decides nothing. */
export const asecParts: Parts = {
  respondent: "executive_director",
  officers: ["complaints_director"],
  chair: ["board_chair"],
  board: ["director"],
  voters: 2,
};

/** The story of a complaint about the Executive Director, who reads nothing of it until it is decided. */
export const asecSteps: readonly TourStep[] = [
  {
    id: "file",
    clause: "Compliance (complaint)",
    ...asecTexts.file,
    stands: () => [stand("member", "desk"), stand("respondent", "desk")],
    isDone: goesBy("about_director"),
  },
  {
    id: "receive",
    clause: "Breaches (Executive Director)",
    ...asecTexts.receive,
    stands: () => [stand("officer", "officers"), stand("respondent", "desk")],
    isDone: isAcknowledged,
  },
  {
    id: "accept",
    clause: "Compliance (assessment)",
    ...asecTexts.accept,
    stands: () => [stand("officer", "officers"), stand("member", "direct")],
    isDone: isPast("assess"),
  },
  {
    id: "investigate",
    clause: "Compliance (investigation)",
    ...asecTexts.investigate,
    stands: () => [stand("officer", "officers"), stand("second", "officers")],
    isDone: isPast("investigate"),
    help: { label: asecTexts.investigate.helped, isOffered: isPast("assess"), act: investigate },
  },
  {
    id: "brief",
    clause: "Compliance (confidential)",
    ...asecTexts.brief,
    stands: (facts) =>
      isBriefDrafted(facts)
        ? [stand("second", "officers"), stand("chair", "board")]
        : [stand("officer", "officers"), stand("second", "officers")],
    isDone: isBriefApproved,
    help: { label: asecTexts.brief.helped, isOffered: (facts) => !isBriefDrafted(facts), act: writeAsecBrief },
  },
  {
    id: "conflict",
    clause: "Gifts",
    ...asecTexts.conflict,
    stands: () => [stand("conflicted", "board"), stand("chair", "board")],
    isDone: hasSteppedAside,
    isMissed: isDecided,
  },
  {
    id: "inquorate",
    clause: "Breaches (Executive Director)",
    ...asecTexts.inquorate,
    stands: () => [stand("chair", "board"), stand("voter", "board")],
    isDone: wasInquorate,
    isMissed: isDecided,
    help: {
      label: asecTexts.inquorate.helped,
      isOffered: (facts, cast) => !haveVoted(facts, cast),
      act: prepareAsecVote,
    },
  },
  {
    id: "quorum",
    clause: "Breaches (Executive Director)",
    ...asecTexts.quorum,
    stands: () => [stand("fifth", "board"), stand("chair", "board")],
    isDone: isQuorate,
    isMissed: isDecided,
  },
  {
    id: "decision",
    clause: "Breaches (Executive Director)",
    ...asecTexts.decision,
    stands: () => [stand("chair", "board"), stand("officer", "officers")],
    isDone: isDecided,
  },
  {
    id: "notices",
    clause: "Compliance (investigation)",
    ...asecTexts.notices,
    stands: () => [stand("chair", "board"), stand("respondent", "direct")],
    isDone: isToldToParties,
  },
];
