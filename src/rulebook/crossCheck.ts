import type { Rulebook } from "./rulebook.ts";
import type { Selector } from "./schema/vocabulary.ts";

export interface CrossFault {
  readonly path: readonly string[];
  readonly message: string;
}

/** Names that the rulebook uses but does not define. */
export function crossCheck(rulebook: Rulebook): readonly CrossFault[] {
  const faults: CrossFault[] = [];
  const known = (names: readonly string[], value: string, what: string, ...path: string[]) => {
    if (!names.includes(value))
      faults.push({ path, message: `there is no ${what} "${value}"; there are: ${names.join(", ")}` });
  };
  const knownSelector = (selector: Selector, ...path: string[]) => {
    const tables: Partial<Record<Selector["kind"], object>> = {
      office: rulebook.offices,
      body: rulebook.bodies,
      external: rulebook.externals,
      class: rulebook.people.classes,
    };
    const table = tables[selector.kind];
    if (table !== undefined && selector.kind !== "anyone")
      known(Object.keys(table), selector.id, selector.kind, ...path);
  };
  const offices = Object.keys(rulebook.offices);
  const bodies = Object.keys(rulebook.bodies);
  const votes = Object.keys(rulebook.votes);
  const sanctions = Object.keys(rulebook.sanctions);

  for (const [id, body] of Object.entries(rulebook.bodies)) {
    if ("members" in body) {
      knownSelector(body.members, "bodies", id, "members");
      continue;
    }
    body.offices.forEach((office, i) => known(offices, office, "office", "bodies", id, "offices", String(i)));
    body.chair?.forEach((office, i) =>
      known(body.offices, office, "office of this body", "bodies", id, "chair", String(i)),
    );
    if (body.part_of !== undefined) known(bodies, body.part_of, "body", "bodies", id, "part_of");
  }
  const { report } = rulebook.intake;
  knownSelector(report.to, "intake", "report", "to");
  known(Object.keys(rulebook.procedures), report.procedure, "procedure", "intake", "report", "procedure");

  for (const [id, procedure] of Object.entries(rulebook.procedures)) {
    const stages = Object.keys(procedure.stages);
    known(stages, procedure.starts, "stage", "procedures", id, "starts");
    for (const [stageId, stage] of Object.entries(procedure.stages)) {
      const at = ["procedures", id, "stages", stageId];
      if (stage.kind === "closed") continue;
      knownSelector(stage.owner, ...at, "owner");
      for (const [outcomeId, outcome] of Object.entries(stage.outcomes)) {
        known(stages, outcome.then, "stage", ...at, "outcomes", outcomeId, "then");
        outcome.sanctions?.forEach((sanction, i) =>
          known(sanctions, sanction, "sanction", ...at, "outcomes", outcomeId, "sanctions", String(i)),
        );
      }
      if (stage.kind !== "vote") continue;
      for (const [motionId, motion] of Object.entries(stage.motions)) {
        known(votes, motion.vote, "vote", ...at, "motions", motionId, "vote");
        known(
          Object.keys(stage.outcomes),
          motion.outcome,
          "outcome of this stage",
          ...at,
          "motions",
          motionId,
          "outcome",
        );
      }
    }
  }
  for (const [id, vote] of Object.entries(rulebook.votes)) {
    knownSelector(vote.electorate, "votes", id, "electorate");
    if (vote.method === "motion")
      vote.quorum?.including.forEach((part, i) =>
        knownSelector(part.from, "votes", id, "quorum", "including", String(i), "from"),
      );
  }
  for (const [id, sanction] of Object.entries(rulebook.sanctions))
    known(Object.keys(rulebook.notices), sanction.notice, "notice", "sanctions", id, "notice");
  const blocked = rulebook.conflicts.party_in_body;
  blocked?.bodies.forEach((body, i) => known(bodies, body, "body", "conflicts", "party_in_body", "bodies", String(i)));
  return faults;
}
