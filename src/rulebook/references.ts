import type { Fault } from "./faults.ts";
import type { Rulebook, Stage } from "./rulebook.ts";
import { unknown, unknowns } from "./unknown.ts";

type Path = Fault["path"];

/** Names of offices, reasons, panels, challenges, votes and the like that are used where they are not defined. */
export function referenceFaults(rulebook: Rulebook): readonly Fault[] {
  return [
    ...officeFaults(rulebook),
    ...ruleFaults(rulebook),
    ...routeFaults(rulebook),
    ...Object.entries(rulebook.procedures).flatMap(([id, procedure]) => [
      ...procedure.interim.flatMap(({ sanction }, i) =>
        unknown(interimOf(rulebook), sanction, "interim sanction", ["procedures", id, "interim", i, "sanction"]),
      ),
      ...procedure.interim.flatMap(({ vote }, i) =>
        unknown(Object.keys(rulebook.votes), vote, "vote", ["procedures", id, "interim", i, "vote"]),
      ),
      ...unknowns(Object.keys(procedure.stages), procedure.may_start_at?.stages, "stage", [
        "procedures",
        id,
        "may_start_at",
        "stages",
      ]),
      ...Object.entries(procedure.stages).flatMap(([stage, rule]) =>
        stageFaults(rulebook, rule, ["procedures", id, "stages", stage]),
      ),
    ]),
    ...sanctionFaults(rulebook),
    ...unknown(Object.keys(rulebook.procedures), rulebook.non_compliance?.procedure, "procedure", [
      "non_compliance",
      "procedure",
    ]),
    ...challengeFaults(rulebook),
    ...panelFaults(rulebook),
    ...programmeFaults(rulebook),
    ...nameFaults(rulebook),
  ];
}

const interimOf = ({ sanctions }: Rulebook) =>
  Object.entries(sanctions).flatMap(([id, { kind }]) => (kind === "interim" ? [id] : []));

function officeFaults({ offices, people, externals }: Rulebook): readonly Fault[] {
  const classes = Object.keys(people.classes);
  const attributes = people.attributes ?? {};
  return [
    ...Object.entries(externals).flatMap(([id, { of = {} }]) =>
      Object.entries(of).flatMap(([attribute, value]) => {
        const path = ["externals", id, "of", attribute];
        const values = attributes[attribute];
        return values === undefined
          ? unknown(Object.keys(attributes), attribute, "attribute", path)
          : unknown(values, value, `value of ${attribute}`, path);
      }),
    ),
    ...Object.entries(offices).flatMap(([id, { deputy, named_by: by }]) => [
      ...unknown(Object.keys(offices), deputy, "office", ["offices", id, "deputy"]),
      ...unknown(Object.keys(offices), by, "office", ["offices", id, "named_by"]),
    ]),
    ...Object.entries(people.relations ?? {}).flatMap(([id, { of }]) =>
      unknowns(classes, of, "class", ["people", "relations", id, "of"]),
    ),
  ];
}

function ruleFaults({ rules, intake, reasons }: Rulebook): readonly Fault[] {
  const { false_reports: falseReports } = intake.report;
  const known = Object.values(reasons).flatMap((list) => list.any_of);
  return [
    ...Object.entries(rules).flatMap(([id, { about, needs }]) => [
      ...(about === undefined || new Set(about).size === about.length
        ? []
        : [{ path: ["rules", id, "about"], message: "one of these stands here twice" }]),
      ...(needs === undefined || new Set(needs).size === needs.length
        ? []
        : [{ path: ["rules", id, "needs"], message: "one of these stands here twice" }]),
    ]),
    ...unknown(known, falseReports?.from_reason, "reason", ["intake", "report", "false_reports", "from_reason"]),
  ];
}

/** Every beginning and every end of a phase. */
const eventsOf = (programmes: Rulebook["programmes"]) =>
  Object.entries(programmes).flatMap(([id, { phases }]) =>
    Object.keys(phases).flatMap((phase) => [`programme:${id}.${phase}.opens`, `programme:${id}.${phase}.closes`]),
  );

function routeFaults({ intake, offices, rules, people, procedures, programmes }: Rulebook): readonly Fault[] {
  const classes = Object.keys(people.classes);
  return intake.report.routes.flatMap(({ when, unless, procedure, starts, until }, i) => {
    const path = ["intake", "report", "routes", i];
    const conditions = [
      { said: when, at: [...path, "when"] },
      { said: unless, at: [...path, "unless"] },
    ];
    return [
      ...conditions.flatMap(({ said, at }) => [
        ...unknowns(Object.keys(rules), said?.rule, "rule", [...at, "rule"]),
        ...unknowns(Object.keys(offices), said?.respondent_holds, "office", [...at, "respondent_holds"]),
        ...answerFaults(intake, said?.answer ?? {}, [...at, "answer"]),
        ...unknowns(classes, said?.respondent_class, "class", [...at, "respondent_class"]),
        ...unknowns(classes, said?.complainant_class, "class", [...at, "complainant_class"]),
      ]),
      ...unknown(Object.keys(procedures), procedure, "procedure", [...path, "procedure"]),
      ...(procedures[procedure] === undefined
        ? []
        : unknown(Object.keys(procedures[procedure].stages), starts, "stage", [...path, "starts"])),
      ...unknown(eventsOf(programmes), until?.before, "event", [...path, "until", "before"]),
    ];
  });
}

function answerFaults(
  { report: { fields } }: Rulebook["intake"],
  answer: Readonly<Record<string, readonly string[]>>,
  path: Path,
): readonly Fault[] {
  const choices = fields.filter((field) => field.type === "choice");
  return Object.entries(answer).flatMap(([id, options]) => {
    const field = choices.find((choice) => choice.id === id);
    if (field !== undefined) return unknowns(field.options ?? [], options, "option of this choice", [...path, id]);
    const known = choices.map((choice) => choice.id);
    return unknown(known, id, "choice of the form", [...path, id]);
  });
}

function stageFaults(rulebook: Rulebook, stage: Stage, path: Path): readonly Fault[] {
  if (stage.kind === "closed") return [];
  const days = rulebook.intake.report.fields.flatMap(({ id, type }) => (type === "date" ? [id] : []));
  const outcomes = Object.entries(stage.outcomes).flatMap(([id, { reasons, challenge, opens, suggested_when: by }]) => {
    const at = [...path, "outcomes", id];
    return [
      ...unknown(
        days,
        by !== undefined && "on" in by ? by.on : undefined,
        "question of the report that asks for a day",
        [...at, "suggested_when", "on"],
      ),
      ...unknown(Object.keys(rulebook.reasons), reasons, "list of reasons", [...at, "reasons"]),
      ...unknown(Object.keys(rulebook.challenges), challenge, "challenge", [...at, "challenge"]),
      ...unknown(Object.keys(rulebook.procedures), opens, "procedure", [...at, "opens"]),
    ];
  });
  const notices = stage.tasks.flatMap(({ notice }, i) =>
    unknown(Object.keys(rulebook.notices), notice, "notice", [...path, "tasks", i, "notice"]),
  );
  const twice = stage.tasks.flatMap(({ id }, i) =>
    stage.tasks.findIndex((task) => task.id === id) === i
      ? []
      : [{ path: [...path, "tasks", i, "id"], message: `the task "${id}" stands here twice` }],
  );
  if (stage.kind === "elect")
    return [
      ...outcomes,
      ...notices,
      ...twice,
      ...unknown(Object.keys(stage.outcomes), stage.window.silence, "outcome of this stage", [
        ...path,
        "window",
        "silence",
      ]),
    ];
  if (stage.kind !== "panel") return [...outcomes, ...notices, ...twice];
  return [
    ...outcomes,
    ...notices,
    ...twice,
    ...unknown(Object.keys(rulebook.panels), stage.panel, "panel", [...path, "panel"]),
    ...unknown(Object.keys(rulebook.hearings?.profiles ?? {}), stage.hearing?.profile, "set of times", [
      ...path,
      "hearing",
      "profile",
    ]),
  ];
}

function sanctionFaults({ sanctions, people, votes, procedures }: Rulebook): readonly Fault[] {
  return Object.entries(sanctions).flatMap(([id, sanction]) => {
    const path = ["sanctions", id];
    const isMisplaced = sanction.kind === "dated" && sanction.at_most !== undefined && sanction.lasts !== "chosen";
    return [
      ...unknowns(Object.keys(people.classes), sanction.classes, "class", [...path, "classes"]),
      ...unknown(Object.keys(votes), sanction.confirm?.vote, "vote", [...path, "confirm", "vote"]),
      ...unknown(Object.keys(procedures), sanction.enacted_by?.procedure, "procedure", [
        ...path,
        "enacted_by",
        "procedure",
      ]),
      ...(isMisplaced ? [{ path: [...path, "at_most"], message: "at_most is for a length that is chosen" }] : []),
    ];
  });
}

function challengeFaults({ challenges, sanctions, procedures, programmes }: Rulebook): readonly Fault[] {
  const stages = Object.values(procedures).flatMap((procedure) => Object.keys(procedure.stages));
  return Object.entries(challenges).flatMap(([id, challenge]) => {
    const path = ["challenges", id];
    const grounds = challenge.grounds === "any" ? [] : (challenge.grounds ?? []);
    return [
      ...unknowns(Object.keys(sanctions), challenge.against_sanctions, "sanction", [...path, "against_sanctions"]),
      ...unknowns(grounds, challenge.evidence_for, "ground of this challenge", [...path, "evidence_for"]),
      ...unknown(Object.keys(challenges), challenge.if_refused, "challenge", [...path, "if_refused"]),
      ...unknown(stages, challenge.heard_at, "stage", [...path, "heard_at"]),
      ...(typeof challenge.window === "object" && "before" in challenge.window
        ? unknown(eventsOf(programmes), challenge.window.before, "event", [...path, "window", "before"])
        : []),
    ];
  });
}

function panelFaults({ panels, votes, hearings, records, procedures }: Rulebook): readonly Fault[] {
  const stages = Object.values(procedures).flatMap((procedure) => Object.keys(procedure.stages));
  return [
    ...Object.entries(panels).flatMap(([id, panel]) => [
      ...unknown(Object.keys(votes), panel.vote, "vote", ["panels", id, "vote"]),
      ...unknown(Object.keys(hearings?.scripts ?? {}), panel.script, "course of a hearing", ["panels", id, "script"]),
    ]),
    ...unknowns(stages, records.precedents?.of, "stage", ["records", "precedents", "of"]),
  ];
}

function programmeFaults({ programmes, votes }: Rulebook): readonly Fault[] {
  return Object.entries(programmes).flatMap(([id, { phases }]) =>
    Object.entries(phases).flatMap(([phase, rule]) => [
      ...unknown(Object.keys(votes), rule.vote, "vote", ["programmes", id, "phases", phase, "vote"]),
      ...unknown([...Object.keys(phases), "held"], rule.before?.phase, "phase", [
        "programmes",
        id,
        "phases",
        phase,
        "before",
        "phase",
      ]),
    ]),
  );
}

/** Names of things that are not in the file, and languages that nobody of the organisation speaks. */
function nameFaults(rulebook: Rulebook): readonly Fault[] {
  const { names, organisation, intake } = rulebook;
  const procedures = Object.values(rulebook.procedures);
  const stages = procedures.flatMap((procedure) => Object.values(procedure.stages));
  const fields = intake.report.fields.map(({ id }) => id);
  const known: Readonly<Record<keyof typeof names, readonly string[]>> = {
    body: Object.keys(rulebook.bodies),
    office: Object.keys(rulebook.offices),
    rule: Object.keys(rulebook.rules),
    severity: rulebook.severity,
    stage: procedures.flatMap((procedure) => Object.keys(procedure.stages)),
    outcome: stages.flatMap((stage) => (stage.kind === "closed" ? [] : Object.keys(stage.outcomes))),
    motion: stages.flatMap((stage) => (stage.kind === "vote" ? Object.keys(stage.motions) : [])),
    sanction: Object.keys(rulebook.sanctions),
    vote: Object.keys(rulebook.votes),
    challenge: Object.keys(rulebook.challenges),
    reason: Object.values(rulebook.reasons).flatMap((list) => list.any_of),
    ground: Object.values(rulebook.challenges).flatMap(({ grounds = [] }) => (grounds === "any" ? [] : grounds)),
    situation: procedures.flatMap(({ scope }) => scope?.any_of ?? []),
    permit: Object.values(rulebook.sanctions).flatMap(({ permits }) => permits),
    condition: Object.values(rulebook.sanctions).flatMap((rule) =>
      "with_conditions" in rule && rule.with_conditions !== undefined
        ? [...rule.with_conditions.by_day, ...rule.with_conditions.throughout]
        : [],
    ),
    access: Object.values(rulebook.sanctions).flatMap((rule) =>
      "enforce" in rule ? (rule.enforce?.access ?? []) : [],
    ),
    field: fields,
    conflict: rulebook.conflicts.declared,
    hint: fields,
  };
  return Object.entries(names).flatMap(([kind, called]) => {
    const ids = isKind(known, kind) ? known[kind] : [];
    return Object.entries(called).flatMap(([id, texts]) => [
      ...unknown(ids, id, kind === "hint" ? "field" : kind, ["names", kind, id]),
      ...Object.keys(texts).flatMap((language) =>
        unknown([...new Set(["en", ...organisation.locales])], language, "language here", [
          "names",
          kind,
          id,
          language,
        ]),
      ),
    ]);
  });
}

const isKind = <Kinds extends object>(kinds: Kinds, kind: string): kind is Extract<keyof Kinds, string> =>
  kind in kinds;
