import { codeFaults } from "./codeFaults.ts";
import type { Fault } from "./faults.ts";
import { referenceFaults } from "./references.ts";
import type { Rulebook, SanctionRule, Stage, VoteRule } from "./rulebook.ts";
import { unknown, unknowns } from "./unknown.ts";

/** Everything in a rulebook that another part of it may name. */
interface Names {
  readonly offices: readonly string[];
  readonly bodies: readonly string[];
  readonly externals: readonly string[];
  readonly classes: readonly string[];
  readonly parties: readonly string[];
  readonly panels: readonly string[];
  readonly votes: readonly string[];
  readonly sanctions: readonly string[];
  readonly stages: readonly string[];
  readonly outcomes: readonly string[];
}

type OpenStage = Exclude<Stage, { kind: "closed" }>;
type Path = Fault["path"];

/** Names that the rulebook uses but does not define, and anchors that nothing here can be counted from. */
export function crossCheck(rulebook: Rulebook): readonly Fault[] {
  const names = namesOf(rulebook);
  return [
    ...selectorFaults(rulebook, names, []),
    ...organisationFaults(rulebook, names),
    ...intakeFaults(rulebook),
    ...Object.entries(rulebook.procedures).flatMap(([id, procedure]) =>
      procedureFaults(rulebook, names, id, procedure),
    ),
    ...voteFaults(rulebook, names),
    ...sanctionFaults(rulebook, names),
    ...unknown(names.sanctions, rulebook.sanctions_limit?.highest, "sanction", ["sanctions_limit", "highest"]),
    ...challengeFaults(rulebook, names),
    ...codeFaults(rulebook),
    ...referenceFaults(rulebook),
  ];
}

function namesOf(rulebook: Rulebook): Names {
  const procedures = Object.values(rulebook.procedures);
  const stages = procedures.flatMap((procedure) => Object.values(procedure.stages));
  return {
    offices: Object.keys(rulebook.offices),
    bodies: Object.keys(rulebook.bodies),
    externals: Object.keys(rulebook.externals),
    classes: Object.keys(rulebook.people.classes),
    parties: ["complainant", "respondent", "affected", "witness"],
    panels: [
      "members",
      "chair",
      ...Object.keys(rulebook.panels),
      ...Object.entries(rulebook.challenges).flatMap(([id, challenge]) => (challenge.panel === undefined ? [] : [id])),
    ],
    votes: Object.keys(rulebook.votes),
    sanctions: Object.keys(rulebook.sanctions),
    stages: procedures.flatMap((procedure) => Object.keys(procedure.stages)),
    outcomes: [
      ...stages.flatMap((stage) => (stage.kind === "closed" ? [] : Object.keys(stage.outcomes))),
      ...procedures.flatMap((procedure) => procedure.stoppable_by?.outcome ?? []),
    ],
  };
}

/** Wherever in the rulebook somebody is named: an office, a body, a class, a party, an outside body, a panel. */
function selectorFaults(value: unknown, names: Names, path: Path): readonly Fault[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => selectorFaults(each, names, [...path, i]));
  if (typeof value !== "object" || value === null) return [];
  if ("kind" in value && "id" in value && typeof value.id === "string") {
    const tables: Readonly<Record<string, readonly string[]>> = {
      office: names.offices,
      body: names.bodies,
      external: names.externals,
      class: names.classes,
      party: names.parties,
      panel: names.panels,
    };
    const kind = String(value.kind);
    return unknown(tables[kind] ?? [], value.id, kind, path);
  }
  return Object.entries(value).flatMap(([key, each]) => selectorFaults(each, names, [...path, key]));
}

function organisationFaults({ bodies, document, conflicts }: Rulebook, names: Names): readonly Fault[] {
  const concerned = conflicts.party_in_body;
  return [
    ...Object.entries(bodies).flatMap(([id, body]) =>
      "members" in body
        ? []
        : [
            ...unknowns(names.offices, body.offices, "office", ["bodies", id, "offices"]),
            ...unknowns(body.offices, body.chair, "office of this body", ["bodies", id, "chair"]),
            ...unknown(names.bodies, body.part_of, "body", ["bodies", id, "part_of"]),
            ...partOfItself(bodies, id),
          ],
    ),
    ...unknowns(names.votes, document.amendment?.votes, "vote", ["document", "amendment", "votes"]),
    ...unknowns(names.bodies, concerned?.bodies, "body", ["conflicts", "party_in_body", "bodies"]),
    ...unknowns(names.stages, concerned?.blocks, "stage", ["conflicts", "party_in_body", "blocks"]),
    ...unknown(names.stages, concerned?.exit, "stage", ["conflicts", "party_in_body", "exit"]),
    ...unknowns(names.bodies, conflicts.notify_when_concerns?.bodies, "body", [
      "conflicts",
      "notify_when_concerns",
      "bodies",
    ]),
  ];
}

/** A body that is part of itself, at once or by way of others. */
function partOfItself(bodies: Rulebook["bodies"], id: string): readonly Fault[] {
  const largerOf = (each: string) => {
    const body = bodies[each];
    return body !== undefined && "offices" in body ? body.part_of : undefined;
  };
  const larger: string[] = [];
  for (let next = largerOf(id); next !== undefined && !larger.includes(next); next = largerOf(next)) larger.push(next);
  if (!larger.includes(id)) return [];
  return [{ path: ["bodies", id, "part_of"], message: `the body "${id}" would be part of itself` }];
}

const relations = ["affected", "witness", "on_behalf"];

function intakeFaults({ intake: { report }, procedures }: Rulebook): readonly Fault[] {
  const path = ["intake", "report"];
  const ids = report.fields.map((field) => field.id);
  const relation = report.fields.find((field) => field.id === "relation");
  const isAsked = relation?.type === "choice" && relation.required && relation.options !== undefined;
  return [
    ...unknown(Object.keys(procedures), report.procedure, "procedure", [...path, "procedure"]),
    ...report.fields.flatMap((field, i): readonly Fault[] => [
      ...(ids.indexOf(field.id) === i
        ? []
        : [{ path: [...path, "fields", i, "id"], message: `the field "${field.id}" stands here twice` }]),
      ...(field.type === "choice" && field.options === undefined
        ? [{ path: [...path, "fields", i], message: "a choice has options" }]
        : []),
      ...(field.id === "relation"
        ? unknowns(relations, field.options, "relation", [...path, "fields", i, "options"])
        : []),
    ]),
    ...(report.limitation === "none" || report.fields.some(({ type }) => type === "date")
      ? []
      : [
          {
            path: [...path, "limitation"],
            message: "how old a matter is can only be known where a field asks for a day: one of the type date",
          },
        ]),
    ...(isAsked
      ? []
      : [
          {
            path: [...path, "fields"],
            message: `a report asks how its author is involved: a required choice called "relation", of ${relations.join(", ")}`,
          },
        ]),
  ];
}

function procedureFaults(
  rulebook: Rulebook,
  names: Names,
  id: string,
  procedure: Rulebook["procedures"][string],
): readonly Fault[] {
  const stages = Object.keys(procedure.stages);
  const path = ["procedures", id];
  return [
    ...unknown(stages, procedure.starts, "stage", [...path, "starts"]),
    ...unknowns(Object.keys(rulebook.externals), procedure.referrals?.support_card, "external", [
      ...path,
      "referrals",
      "support_card",
    ]),
    ...Object.entries(procedure.stages).flatMap(([stageId, stage]) =>
      stage.kind === "closed" ? [] : stageFaults(rulebook, names, stages, [...path, "stages", stageId], stage),
    ),
  ];
}

function stageFaults(
  rulebook: Rulebook,
  names: Names,
  stages: readonly string[],
  path: Path,
  stage: OpenStage,
): readonly Fault[] {
  const outcomes = Object.entries(stage.outcomes).flatMap(([outcomeId, outcome]) => [
    ...unknown(stages, outcome.then, "stage", [...path, "outcomes", outcomeId, "then"]),
    ...unknowns(names.sanctions, outcome.sanctions, "sanction", [...path, "outcomes", outcomeId, "sanctions"]),
    ...(outcome.pauses === undefined || outcome.then === path.at(-1)
      ? []
      : [
          {
            path: [...path, "outcomes", outcomeId, "pauses"],
            message: `what is due rests while somebody is asked for more, and the stage goes on: then is ${String(path.at(-1))}`,
          },
        ]),
  ]);
  const counted = ["report.received", "stage.opened", "decision.made"];
  const target = unknown(counted, stage.target?.from, "moment here", [...path, "target", "from"]);
  if (stage.kind !== "vote") return [...outcomes, ...target];
  const onMotions = names.votes.filter((vote) => isOnMotions(rulebook.votes[vote]));
  const motions = Object.entries(stage.motions).flatMap(([motionId, motion]) => [
    ...unknown(onMotions, motion.vote, "vote on motions", [...path, "motions", motionId, "vote"]),
    ...unknown(Object.keys(stage.outcomes), motion.outcome, "outcome of this stage", [
      ...path,
      "motions",
      motionId,
      "outcome",
    ]),
  ]);
  return [...outcomes, ...target, ...motions];
}

/** Whether a body decides motions in cases by it; a panel, which agrees outside of Redress, does not. */
const isOnMotions = (vote: VoteRule | undefined): boolean =>
  vote?.method === "motion" || (vote?.method === "consensus" && vote.electorate.kind !== "panel");

function voteFaults(rulebook: Rulebook, names: Names): readonly Fault[] {
  return Object.entries(rulebook.votes).flatMap(([id, vote]) =>
    vote.method === "motion"
      ? unknown(names.stages, vote.unreachable_quorum, "stage", ["votes", id, "unreachable_quorum"])
      : [],
  );
}

function sanctionFaults(rulebook: Rulebook, names: Names): readonly Fault[] {
  const door = rulebook.door_check;
  const asked = door === undefined ? undefined : [...door.event_types, ...Object.keys(door.places ?? {})];
  return Object.entries(rulebook.sanctions).flatMap(([id, sanction]) => {
    const path = ["sanctions", id];
    const common = [
      ...unknown(Object.keys(rulebook.notices), sanction.notice, "notice", [...path, "notice"]),
      ...conditionsOf(sanction, [...path, "for"]).flatMap(([condition, at]) => [
        ...("severity" in condition
          ? unknowns(rulebook.severity, condition.severity, "severity", [...at, "severity"])
          : []),
        ...("repeat_severity" in condition
          ? unknown(rulebook.severity, condition.repeat_severity, "severity", [...at, "repeat_severity"])
          : []),
      ]),
    ];
    if (!("from" in sanction)) return common;
    const anchors = typeof sanction.from === "string" ? [sanction.from] : sanction.from.latest_of;
    const counted = ["decision.made", "decision.notified"];
    const dated = [
      ...common,
      ...anchors.flatMap((anchor) => unknown(counted, anchor, "moment here", [...path, "from"])),
    ];
    if (sanction.kind !== "dated") return dated;
    return [
      ...dated,
      ...unknowns(names.sanctions, sanction.repeat?.when_active, "sanction", [...path, "repeat", "when_active"]),
      ...unknown(names.sanctions, sanction.repeat?.sanction, "sanction", [...path, "repeat", "sanction"]),
      ...(asked === undefined
        ? []
        : unknowns(asked, sanction.permits, "type of event, or place", [...path, "permits"])),
      ...sanction.on_new.flatMap((rule, i) => [
        ...unknown(names.sanctions, rule.sanction, "sanction", [...path, "on_new", i, "sanction"]),
        ...(rule.then === "convert" ? unknown(names.sanctions, rule.to, "sanction", [...path, "on_new", i, "to"]) : []),
      ]),
    ];
  });
}

function conditionsOf({ for: condition }: SanctionRule, path: Path) {
  if (condition === undefined) return [];
  if (!("any" in condition)) return [[condition, path] as const];
  return condition.any.map((each, i) => [each, [...path, "any", i]] as const);
}

function challengeFaults(rulebook: Rulebook, names: Names): readonly Fault[] {
  return Object.entries(rulebook.challenges).flatMap(([id, challenge]) => {
    const path = ["challenges", id];
    const from =
      typeof challenge.window === "object" && "from" in challenge.window ? [challenge.window.from].flat() : [];
    const anchors = from.flatMap((anchor) => (typeof anchor === "string" ? [anchor] : anchor.latest_of));
    return [
      ...unknowns(names.outcomes, challenge.against, "outcome", [...path, "against"]),
      ...unknown(names.votes, challenge.vote, "vote", [...path, "vote"]),
      ...anchors.flatMap((anchor) =>
        unknown(["decision.notified"], anchor, "moment here", [...path, "window", "from"]),
      ),
    ];
  });
}
