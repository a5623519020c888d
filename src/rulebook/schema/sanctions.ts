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
      "What the person may not take part in or use, such as events, buildings or services: /doorcheck asks about events, and about the places and services of door_check.",
    ),
  permits: z
    .array(name)
    .max(10, "at most 10 fit into a notice")
    .default([])
    .describe(
      "What stays open to the person all the same; a notice that must contain permits lists it, and /doorcheck admits to events of these kinds and to these places and services.",
    ),
  scope: z
    .array(name)
    .min(1)
    .max(10, "at most 10 fit into a form")
    .optional()
    .describe(
      "The things of which whoever decides may choose some, each under a name of your own: of what it bars, such as buildings or services; of the elections in which the person may not stand; of the classes in which the membership ends. When nothing is chosen, it is about all of them. When left out, nothing can be chosen.",
    ),
  takes_away: z
    .array(
      explained(z.enum(["vote", "candidacy", "office", "membership"]), {
        vote: "The person may not vote.",
        candidacy:
          "The person may not stand for an office: who takes nominations asks with /doorcheck, where door_check names them under applications.",
        office: "The person's offices end.",
        membership: "The person's membership ends.",
      }),
    )
    .min(1)
    .optional()
    .describe("The rights of a member that the person does not have while it holds; they come back when it ends."),
};

const enforce = z
  .strictObject({
    clause,
    access: z
      .array(name)
      .min(1)
      .max(2, "at most 2 fit into a notice; several roles and channels can stand for each")
      .describe(
        "What the person cannot reach on Discord and Slack meanwhile, each thing under a name of your own, such as member_spaces. Which roles and channels that is stands in the roster, under access.",
      ),
  })
  .optional()
  .describe(
    "How it is enforced on the platforms: Redress takes roles and channels away when it begins, and gives back exactly what it took when it has ended, however it ends. When left out, it holds by your rules alone.",
  );

const withConditions = z
  .strictObject({
    clause,
    by_day: z
      .array(name)
      .max(10, "at most 10 fit into a form")
      .default([])
      .describe(
        "What is to be done once, by a day that whoever decides names, such as an apology or a course, each under a name of your own. Officers are reminded of it, and so is the person.",
      ),
    throughout: z
      .array(name)
      .max(10, "at most 10 fit into a form")
      .default([])
      .describe(
        "What is to be kept as long as the sanction holds, each under a name of your own. One that is named no_contact has officers offered to keep both sides apart in the case, too.",
      ),
  })
  .refine(({ by_day: byDay, throughout }) => byDay.length + throughout.length > 0, "no condition is named")
  .optional()
  .describe(
    "The conditions that whoever decides may attach to it. Officers note that one was met, or was not; the person is told, and nothing follows by itself: what can follow stands under non_compliance. When left out, none.",
  );

const common = {
  clause,
  notice: name.describe("The notice, of those under notices, by which the decision is told when it has this sanction."),
  classes: z
    .array(name)
    .min(1)
    .optional()
    .describe(
      "The classes of people who can have it. It is not offered for somebody who is known to be of others only; who handles a case can say of which class somebody is. When left out, everybody.",
    ),
  confirm: z
    .strictObject({
      clause,
      vote: name.describe("The vote, of those under votes, by which it is confirmed."),
      before: explained(z.enum(["no_effect", "in_force"]), {
        no_effect: "It does not hold.",
        in_force: "It holds.",
      }).describe("What holds until then."),
      sees: explained(z.enum(["pseudonymous", "names"]), {
        pseudonymous: "The sanction and the clauses, and no name.",
        names: "The names as well.",
      })
        .optional()
        .describe("What those who confirm it may read. When left out, no name."),
    })
    .optional()
    .describe(
      "Another body that has to confirm it. The stage at which that happens says so by the outcomes with confirms; without such a stage whoever handles the case enters what the body said.",
    ),
  enacted_by: z
    .strictObject({
      clause,
      procedure: name.describe("The procedure, of those under procedures."),
    })
    .optional()
    .describe(
      "The procedure by which alone it takes effect: until whoever handles the case has entered what was decided there, it does not hold. When left out, the decision is enough.",
    ),
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
    kind: explained(z.enum(["instant", "referral"]), {
      instant: "It is done once the person has been told.",
      referral: "The matter is handed to somebody outside, by the officers.",
    }).describe("Whether it lasts."),
    ...common,
    letter: z
      .boolean()
      .optional()
      .describe(
        "Whether it is a letter: whoever decides on it, or enters what was decided, writes the text. The person reads it with the decision, nobody else is sent it, and it stands in the case file. Where a body votes on the sanction in Redress, or an appeal puts it in the place of another, no text is asked for. When left out, it is none.",
      ),
    ...bearing,
  }),
  z.strictObject({
    kind: explained(z.enum(["task"]), {
      task: "Something has to be done. Officers confirm it, with a note; what is late is told to them, and to whoever has to do it.",
    }).describe("Whether it lasts."),
    ...common,
    owner: selector
      .default({ kind: "party", id: "respondent" })
      .describe(
        "Who has to do it: party:respondent, who is reminded; or an office or a body, whom those who handle the case tell. When left out, the respondent.",
      ),
    within: z
      .union([span, z.literal("chosen")], "by when it is done is a length of time, or chosen")
      .optional()
      .describe(
        "How long there is time, from when the decision has reached the respondent; chosen: whoever decides says how long, with the decision. When left out, nobody is reminded of it.",
      ),
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
    enforce,
    disclose: z
      .strictObject({
        clause,
        to: selector.describe("Who is told: each of them, privately."),
        contents: z.array(name).describe("What they are told: name, from, until, permits; nothing else."),
      })
      .optional()
      .describe("Those who are told when it begins, changes and ends, so that it is kept."),
    with_conditions: withConditions,
    on_new: z.array(onNew).default([]).describe("What another sanction does to this one while it holds."),
  }),
  z.strictObject({
    kind: explained(z.enum(["indefinite", "interim"]), {
      indefinite: "It holds until it is ended, and has no last day.",
      interim:
        "It holds while the case is handled; who may impose it stands in the procedure, under interim. No decision can have it.",
    }).describe("Whether it lasts."),
    ...common,
    from: anchors.describe(
      "From when it is counted: decision.made, decision.notified, or the latest_of both. It does not begin before the decision has reached the person where decision.notified is named.",
    ),
    enforce,
    with_conditions: withConditions,
    review_every: span
      .optional()
      .describe(
        "How often it is looked at again: whoever imposed it is reminded, and says that it goes on, and why, or ends it. When left out, nobody is reminded.",
      ),
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
          extend: "It holds longer: whoever imposed it says by how much.",
          rehear: "The case is heard again, from the stage at which it was decided.",
          new_report: "It is a breach of its own: somebody files a report about it, which is handled as any other.",
        }),
      )
      .min(1)
      .describe("What can follow: officers choose one of these when they record it with /sanction breach."),
    procedure: name
      .optional()
      .describe(
        "The procedure, of those under procedures, of a report that is filed about it. When left out, that of any other report.",
      ),
  })
  .optional()
  .describe("What can follow when a sanction is not kept. When left out, it is recorded, and nothing follows.");

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
  places: z
    .record(name, name)
    .refine((places) => Object.keys(places).length <= 25, "at most 25 can be chosen from")
    .optional()
    .describe(
      "The places and services that are asked about, each under a name of your own, with what it belongs to of what sanctions bar, such as library: buildings. When left out, only events are.",
    ),
  applications: z
    .record(
      name,
      z.strictObject({
        to: explained(z.enum(["candidacy", "membership"]), {
          candidacy: "Standing for an office.",
          membership: "Becoming a member.",
        }).describe("What is applied for: what a sanction takes away under this name is refused meanwhile."),
        of: name
          .optional()
          .describe(
            "For which posts, or of which class, as the scope of a sanction names them. When left out, only what is taken away altogether is refused.",
          ),
      }),
    )
    .refine((applications) => Object.keys(applications).length <= 15, "at most 15 can be chosen from")
    .optional()
    .describe(
      "The applications that are asked about before they are taken, each under a name of your own: nominations and memberships. When left out, none is.",
    ),
  always_open: z
    .array(name)
    .min(1)
    .optional()
    .describe(
      "The events, places and services from which no sanction keeps anybody, whatever it says, such as advice. When left out, none.",
    ),
});

/** Telling somebody of a sanction whom the rules do not have told. */
export const widerDisclosure = z.strictObject({
  clause,
  approved_by: z
    .array(selector)
    .min(1)
    .describe("Who has to approve it: one of these, and never whoever asked for it."),
  contents: z
    .array(
      explained(z.enum(["name", "from", "until", "permits"]), {
        name: "Who it is.",
        from: "From which day.",
        until: "Until which day.",
        permits: "What stays open to the person.",
      }),
    )
    .min(1)
    .describe("What may be told; nothing else is."),
});
