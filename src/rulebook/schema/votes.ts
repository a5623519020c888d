import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { clause, fraction, name, selector, span } from "./vocabulary.ts";

const majority = z.strictObject({
  fraction: fraction.describe(
    "The share of votes in favour that carries a motion, such as 2/3; never a decimal number.",
  ),
  of: explained(z.enum(["votes_cast", "present", "all_members"]), {
    votes_cast: "Of the votes in favour and against; who abstains counts for neither.",
    present: "Of the members present: who abstains counts as against.",
    all_members: "Of all who may vote, present or not: who is away counts as against.",
  }).describe("What the share is taken of. Members who stepped aside are in none of these."),
  strict: z
    .boolean()
    .describe("true: more than the share is needed, as for a simple majority. false: exactly the share is enough."),
});

const quorum = z.strictObject({
  present: z.int().positive().describe("How many members must be present. Whoever has voted is."),
  share: z
    .strictObject({
      fraction: fraction.describe("The share, such as 1/2; never a decimal number."),
      strict: z.boolean().describe("true: more than the share must be present. false: exactly the share is enough."),
    })
    .optional()
    .describe(
      "The share that must be present of all who hold a seat, those who stepped aside among them, where your document says it so. `present` is the least all the same.",
    ),
  when_conflicted: z
    .int()
    .positive()
    .optional()
    .describe(
      "How many must be present instead, as soon as anybody has stepped aside, where your document has a smaller quorum for that. When left out, as many as otherwise.",
    ),
  including: z
    .array(
      z.strictObject({
        from: selector.describe("The body or office from which some must be present."),
        at_least: z.int().positive().describe("How many of them."),
      }),
    )
    .max(5, "at most 5 fit where the quorum is shown")
    .default([])
    .describe("Who has to be among those present. When left out, it does not matter who they are."),
  recused_count: z
    .boolean()
    .describe(
      "Whether members who step aside during the vote count as present for the quorum. Their vote never counts.",
    ),
  check: z
    .array(
      explained(z.enum(["open", "close"]), {
        open: "When a motion is put: refused when even everybody who may vote would be too few.",
        close: "When the vote is closed: refused while too few are present, and the vote stays open.",
      }),
    )
    .min(1)
    .describe(`When the quorum is checked. ${recorded} It always is at both.`),
});

const statedQuorum = z
  .union([z.literal("none").transform(() => undefined), quorum], "a vote has a quorum, or says quorum: none")
  .describe("Who must be present for a vote to count; `none` where your document gives no number.");

const common = {
  clause,
  electorate: selector.describe(
    "Who may vote; of an office whoever holds it, and nobody who stands in for them. Of a motion that is no case it is fixed when the vote is opened, without members who stepped aside. Of a motion in a case it is fixed when the motion is put, without parties, members who stepped aside, and whoever has handled the case or was passed by with it.",
  ),
  closed: z
    .boolean()
    .describe(
      "true: behind closed doors, no member's vote is shown to anybody, as in every vote on a case. false: once a vote on a motion that is no case is closed, its minute says who voted how.",
    ),
  secret: z
    .boolean()
    .default(false)
    .describe(
      "Whether nobody ever learns who voted how, on motions that are no case: ballots are sealed, and once the vote is closed nothing is left that leads from a ballot to a voter. It needs at least four who may vote. When left out, no. In a vote on a case who voted how is kept sealed, and shown to nobody.",
    ),
  sealed_after: z
    .strictObject({ clause })
    .optional()
    .describe(
      "Keeping what was said and voted closed for good after the decision. Every ballot is destroyed when the vote is closed, and of the numbers nothing is told: only what came of it stays. When left out, the ballots of a case stay sealed with it.",
    ),
  turnout: z
    .strictObject({
      clause,
      at_least: z.int().positive().describe("How many must have voted, those who abstained among them."),
    })
    .optional()
    .describe("How many must have voted for it to count. When left out, it does not matter."),
  seconder: z
    .boolean()
    .default(false)
    .describe(
      "Whether somebody else has to second a motion that is no case before the vote on it is opened. When left out, no.",
    ),
  receipt: explained(z.enum(["ballot", "counted"]), {
    ballot: "Whoever has voted finds their own ballot, with their choice, in the file of all ballots.",
    counted: "Whoever has voted finds that their ballot was counted, and not what stands on it.",
  })
    .default("ballot")
    .describe(
      "What whoever has voted in secret finds with their receipt once the vote is closed. When left out, their ballot.",
    ),
  questions: z
    .strictObject({ clause })
    .optional()
    .describe(
      "A question that somebody who may vote puts to whoever moved a motion that is no case: the ballots so far are void and destroyed, and the vote and its time rest, until it is answered, or whoever opens and closes the vote goes on without an answer; then the same people vote anew. When left out, questions are asked in the room, and the vote goes on.",
    ),
  outage: explained(z.enum(["extends", "voids"]), {
    extends: "It stays open for as long again, to the end of that day, and those who may vote are told.",
    voids: "It ends as void, those who may vote are told, and it can be opened anew.",
  })
    .default("extends")
    .describe(
      "What becomes of a vote that closes on a day, of a motion that is no case, when Redress was away for an hour or longer while it was open. When left out, it is extended.",
    ),
  observers: z
    .array(selector)
    .default([])
    .describe(
      "Who may be present without a vote; a ballot of theirs is refused with that reason. When left out, nobody.",
    ),
};

const ranked = z
  .strictObject({
    ...common,
    method: explained(z.enum(["ranked"]), {
      ranked: "Each puts candidates in an order, and votes are transferred. Only of what is no case.",
    }).describe("How it is decided."),
    seats: z.int().positive().describe("How many are elected."),
    reopen_nominations: z.boolean().describe("Whether “re-open nominations” is a candidate."),
    reopened: explained(z.enum(["once", "again", "again_and_kept"]), {
      once: "It is a candidate like any other and can take one seat.",
      again: "Each time it is elected it stands once more, so that it can take several seats.",
      again_and_kept: "As again, and it is never excluded.",
    })
      .optional()
      .describe(
        "How “re-open nominations” is counted. A vote with several seats has to say it; of a single seat it is once when left out.",
      ),
    quorum: statedQuorum.optional(),
  })
  .refine(({ seats, reopen_nominations: isOffered, reopened }) => !isOffered || seats === 1 || reopened !== undefined, {
    path: ["reopened"],
    error: "a vote with several seats says how re-open nominations is counted (reopened)",
  });

const motion = z
  .strictObject({
    ...common,
    method: explained(z.enum(["motion"]), {
      motion: "Members vote in favour or against, or abstain, and a majority carries it.",
    }).describe("How it is decided."),
    majority: majority.describe("What carries a motion. At least one vote in favour is always needed."),
    and_also: z
      .array(majority)
      .max(3, "at most 3 further majorities fit where the result is explained")
      .default([])
      .describe(
        "Further majorities that must be reached as well, each of its own base. When left out, the one majority is enough.",
      ),
    quorum: statedQuorum,
    second_ballot: explained(z.enum(["replaces", "refused"]), {
      replaces: "The last ballot counts.",
      refused: "The first ballot counts, and the second is refused.",
    }).describe("What happens when a member votes again while the vote is open."),
    tie: explained(z.enum(["fails", "chair"]), {
      fails: "The motion is lost.",
      chair:
        "Where one more vote in favour would carry it, it waits for the casting vote of the chair: of the first office under chair of the body, or of the programme, of which anybody is left. Where nobody is named, a motion that is no case is voted on anew or taken back.",
    }).describe("What happens when as many vote in favour as against and the majority is not reached."),
    hands: z
      .strictObject({ clause })
      .optional()
      .describe(
        "A count by hand, such as a show of hands of those in the room, on a motion that is no case and not secret: whoever opens and closes the vote enters how many were in favour, were against and abstained, and it is added to the ballots of the others. The minute tells both. When left out, only ballots count.",
      ),
    unreachable_quorum: name
      .optional()
      .describe(
        "The stage to which the case is referred when too few may vote for a quorum: by whoever puts motions, or by those who handle the case where nobody of the body is left who has declared no conflict. An open vote ends as void. When left out, nothing leads out.",
      ),
  })
  .refine(({ hands, secret }) => hands === undefined || !secret, {
    path: ["hands"],
    error: "a secret vote has no count by hand (hands)",
  });

export const vote = z.discriminatedUnion("method", [
  motion,
  z.strictObject({
    ...common,
    method: explained(z.enum(["consensus"]), {
      consensus: "Everybody agrees: a position is taken on what was put, and too many objections prevent it.",
    }).describe("How it is decided."),
    called_by: selector
      .optional()
      .describe(
        "Who says that there is agreement, such as the chair: from then on one may object, and whoever says nothing agrees. Where nobody of them is left, whoever puts motions. When left out, nobody: everybody has to agree.",
      ),
    objections: z
      .strictObject({
        within: span.describe("For how long one may object, from when it was called. Then it is agreed by itself."),
        block: z
          .int()
          .positive()
          .describe(
            "How many objections prevent it. With the last of them it ends at once, and something else can be put.",
          ),
        stand_aside: z
          .boolean()
          .optional()
          .describe(
            "Whether somebody may stand aside, which is counted and prevents nothing. When left out, nobody may.",
          ),
      })
      .optional()
      .describe(
        "Objecting to what was called. When left out, one objection prevents it, and whoever puts motions, or opens its votes, closes it by hand.",
      ),
    quorum: statedQuorum.optional(),
  }),
  z.strictObject({
    ...common,
    method: explained(z.enum(["choose"]), {
      choose: "Each chooses some of several things, and those with the most votes are taken. Only of what is no case.",
    }).describe("How it is decided."),
    choose: z.int().positive().describe("How many each may choose."),
    take: z.int().positive().describe("How many are taken."),
    tie: explained(z.enum(["earliest_submitted", "lot"]), {
      earliest_submitted: "What was handed in first is taken.",
      lot: "It is drawn by lot.",
    }).describe(
      "What is taken of two with as many votes. The lot is fixed before anybody votes: the hash of what it is drawn from is shown while the vote is open, and the rest once it is closed, so that anybody can check it.",
    ),
    quorum: statedQuorum.optional(),
  }),
  ranked,
]);
