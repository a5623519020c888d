import { z } from "zod";

import { explained, recorded } from "./explained.ts";
import { anchors, clause, name, selector, span } from "./vocabulary.ts";

const condition = z.union(
  [
    z.strictObject({
      severity: z.array(name).min(1).describe("For a breach of one of these severities."),
    }),
    z.strictObject({
      violations_at_least: z
        .int()
        .positive()
        .describe("From so many breaches on: those found now, and those of sanctions that the person still has."),
    }),
    z.strictObject({
      repeat_severity: name.describe(
        "For another breach of this severity or a greater one, while the person still has a sanction for such a breach.",
      ),
    }),
  ],
  "a condition is severity, violations_at_least or repeat_severity",
);

const conditions = z.union([
  condition,
  z.strictObject({ any: z.array(condition).min(2).describe("When at least one of these is so.") }),
]);

const bearing = {
  bars: z
    .array(name)
    .default([])
    .describe(
      "What the person may not take part in: events are asked about with /doorcheck. Nothing acts on any other word yet.",
    ),
  permits: z
    .array(name)
    .max(10, "at most 10 fit into a notice")
    .default([])
    .describe(
      "What stays open to the person all the same; a notice that must contain permits lists it, and /doorcheck admits to events of these kinds.",
    ),
  scope: z
    .array(name)
    .min(1)
    .optional()
    .describe(`What it is about, each thing under a name of your own, such as buildings or services. ${recorded}`),
  takes_away: z
    .array(
      explained(z.enum(["vote", "candidacy", "office", "membership"]), {
        vote: "The person may not vote.",
        candidacy: "The person may not stand for an office.",
        office: "The person's offices end.",
        membership: "The person's membership ends.",
      }),
    )
    .min(1)
    .optional()
    .describe(`The rights of a member that the person does not have meanwhile. ${recorded}`),
};

const common = {
  clause,
  notice: name.describe("The notice, of those under notices, by which the decision is told when it has this sanction."),
  classes: z
    .array(name)
    .min(1)
    .optional()
    .describe(`The classes of people who can have it. When left out, everybody. ${recorded}`),
  confirm: z
    .strictObject({
      clause,
      vote: name.describe(`The vote, of those under votes, by which it is confirmed. ${recorded}`),
      before: explained(z.enum(["no_effect", "in_force"]), {
        no_effect: "It does not hold.",
        in_force: "It holds.",
      }).describe(`What holds until then. ${recorded}`),
      sees: explained(z.enum(["pseudonymous", "names"]), {
        pseudonymous: "The sanction and the clauses, and no name.",
        names: "The names as well.",
      })
        .optional()
        .describe(`What those who confirm it read. When left out, no name. ${recorded}`),
    })
    .optional()
    .describe(`Another body that has to confirm it. ${recorded}`),
  enacted_by: z
    .strictObject({
      clause,
      procedure: name.describe(`The procedure, of those under procedures, as another case. ${recorded}`),
    })
    .optional()
    .describe(`The procedure by which alone it takes effect. When left out, the decision is enough. ${recorded}`),
  for: conditions
    .optional()
    .describe(
      "When this sanction is meant. When left out, or where conditions are left out, whoever decides or puts the motion chooses freely.",
    ),
  conditions: explained(z.enum(["advise", "enforce"]), {
    advise: "They are pointed out.",
    enforce: "No other case allows the sanction.",
  })
    .optional()
    .describe("What the conditions under for do, once something was found to be broken."),
};

const another = {
  sanction: name.describe("The other sanction, imposed by another decision on the same person."),
  start: z
    .literal("new.effective")
    .describe("From when: when the other decision has been made and has reached the person."),
};

const onNew = z.discriminatedUnion("then", [
  z.strictObject({
    then: explained(z.enum(["convert"]), {
      convert: "It becomes another sanction.",
    }).describe("What happens."),
    ...another,
    to: name.describe("What it becomes."),
  }),
  z.strictObject({
    then: explained(z.enum(["extend"]), { extend: "It holds longer." }).describe("What happens."),
    ...another,
    by: span.describe("Until how long after the other decision it holds at least; it is never made shorter."),
  }),
]);

export const sanction = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: explained(z.enum(["instant", "task", "referral"]), {
      instant: "It is done once the person has been told.",
      task: "Something has to be done; nobody is reminded of it yet.",
      referral: "The matter is handed to somebody outside, by the officers.",
    }).describe("Whether it lasts."),
    ...common,
    ...bearing,
  }),
  z.strictObject({
    kind: explained(z.enum(["dated"]), {
      dated: "It holds for some time and lapses by itself.",
    }).describe("Whether it lasts."),
    ...common,
    lasts: z
      .union([span, z.literal("chosen")], "how long it holds is a length of time, or chosen")
      .describe("How long it holds; chosen: whoever decides says how long, with the decision."),
    at_most: span.optional().describe("The longest that can be chosen, where it is chosen. When left out, any time."),
    from: anchors.describe(
      "From when it is counted: decision.made, decision.notified, or the latest_of both. It does not begin before the decision has reached the person where decision.notified is named.",
    ),
    on_lapse: z
      .array(
        explained(z.enum(["inform_person", "inform_council"]), {
          inform_person: "The person is told.",
          inform_council: "The officers of the case are told.",
        }),
      )
      .default([])
      .describe("Who is told when it lapses. When left out, nobody is; it lapses all the same."),
    remind_before: z
      .array(span)
      .default([])
      .describe("How long before it lapses the officers of the case are reminded. When left out, they are not."),
    repeat: z
      .strictObject({
        when_active: z.array(name).describe("Sanctions that the person still has."),
        then: explained(z.enum(["suggest", "require"]), {
          suggest: "The other sanction is proposed.",
          require: "No lesser one can be chosen.",
        }).describe("What a new breach does."),
        sanction: name.describe("The other sanction."),
      })
      .optional()
      .describe(
        "What a new breach does while the person still has these sanctions: whoever is about to choose a lesser one is told.",
      ),
    ...bearing,
    disclose: z
      .strictObject({
        clause,
        to: selector.describe("Who is told: each of them, privately."),
        contents: z.array(name).describe("What they are told: name, from, until, permits; nothing else."),
      })
      .optional()
      .describe("Those who are told when it begins, changes and ends, so that it is kept."),
    on_new: z.array(onNew).default([]).describe("What another sanction does to this one while it holds."),
  }),
  z.strictObject({
    kind: explained(z.enum(["indefinite", "interim"]), {
      indefinite: "It holds until it is ended, and has no last day.",
      interim: "It holds while the case is handled. It cannot be imposed in Redress yet.",
    }).describe("Whether it lasts."),
    ...common,
    from: anchors.describe(
      "From when it is counted: decision.made, decision.notified, or the latest_of both. It does not begin before the decision has reached the person where decision.notified is named.",
    ),
    review_every: span.optional().describe(`How often it is looked at again. ${recorded}`),
    ...bearing,
  }),
]);

/** What can follow when a sanction is not kept. */
export const nonCompliance = z
  .strictObject({
    clause,
    any_of: z
      .array(
        explained(z.enum(["extend", "rehear", "new_report"]), {
          extend: "More time is given.",
          rehear: "The case is heard again.",
          new_report: "It is a breach of its own, and handled as one.",
        }),
      )
      .min(1)
      .describe(`What can follow. ${recorded}`),
  })
  .optional()
  .describe(`What can follow when a sanction is not kept. ${recorded}`);

export const doorCheck = z.strictObject({
  clause,
  by: z.array(selector).min(1).describe("Who checks, with /doorcheck."),
  delegate: z
    .strictObject({
      to: name.describe(`Who may do it for them, such as organiser. ${recorded}`),
      for: span.describe("For how long, from when they are named."),
    })
    .optional()
    .describe("Whether those who check may let somebody else do it for a while."),
  event_types: z
    .array(name)
    .min(1)
    .max(25, "at most 25 can be chosen from")
    .describe("The kinds of events there are; the permits of a sanction are some of these."),
});
