import type { Rulebook } from "../../rulebook/rulebook.ts";
import type { Finding } from "./finding.ts";

/** What stands in a rulebook though nothing of it is ever used. A rule is not among it: reports and findings may cite any. */
export function lintUnused(rulebook: Rulebook): readonly Finding[] {
  const { offices, bodies, externals, votes, sanctions, notices } = rulebook;
  const named = selectorsIn(rulebook);
  const used = {
    offices: [...named.office, ...Object.values(bodies).flatMap((body) => ("offices" in body ? body.offices : []))],
    bodies: [
      ...named.body,
      ...Object.values(bodies).flatMap((body) => ("part_of" in body ? (body.part_of ?? []) : [])),
      ...(rulebook.conflicts.party_in_body?.bodies ?? []),
      ...(rulebook.conflicts.notify_when_concerns?.bodies ?? []),
    ],
    externals: [
      ...named.external,
      ...Object.values(rulebook.procedures).flatMap((procedure) => procedure.referrals?.support_card ?? []),
    ],
    votes: usedVotes(rulebook),
    sanctions: usedSanctions(rulebook),
    notices: usedNotices(rulebook),
  };
  return [
    ...unusedOf("offices", "office", Object.keys(offices), used.offices, () => undefined),
    ...unusedOf("bodies", "body", Object.keys(bodies), used.bodies, (id) => bodies[id]?.clause),
    ...unusedOf("externals", "outside body", Object.keys(externals), used.externals, (id) => externals[id]?.clause),
    ...unusedOf("votes", "vote", Object.keys(votes), used.votes, (id) => votes[id]?.clause),
    ...unusedOf("sanctions", "sanction", Object.keys(sanctions), used.sanctions, (id) => sanctions[id]?.clause),
    ...unusedOf("notices", "notice", Object.keys(notices), used.notices, (id) => notices[id]?.clause),
  ];
}

function unusedOf(
  table: string,
  word: string,
  there: readonly string[],
  used: readonly string[],
  clauseOf: (id: string) => string | undefined,
): readonly Finding[] {
  return there
    .filter((id) => !used.includes(id))
    .map((id) => ({
      level: "look-again",
      kind: "never-used",
      path: [table, id],
      isOfKey: true,
      clause: clauseOf(id),
      message: `nothing uses the ${word} "${id}"`,
    }));
}

function usedNotices({ sanctions, procedures }: Rulebook): readonly string[] {
  const stages = Object.values(procedures).flatMap((procedure) => Object.values(procedure.stages));
  const tasks = stages.flatMap((stage) => (stage.kind === "closed" ? [] : stage.tasks));
  // "outcome" is the notice of a decision without a sanction.
  return [
    "outcome",
    ...Object.values(sanctions).map((sanction) => sanction.notice),
    ...tasks.flatMap(({ notice }) => notice ?? []),
  ];
}

function usedVotes(rulebook: Rulebook): readonly string[] {
  const { procedures, challenges, document, sanctions, panels, programmes } = rulebook;
  const stages = Object.values(procedures).flatMap((procedure) => Object.values(procedure.stages));
  return [
    ...Object.values(procedures).flatMap(({ interim }) => interim.flatMap(({ vote }) => vote ?? [])),
    ...Object.values(sanctions).flatMap(({ confirm }) => confirm?.vote ?? []),
    ...Object.values(panels).map(({ vote }) => vote),
    ...Object.values(programmes).flatMap(({ phases }) => Object.values(phases).flatMap(({ vote }) => vote ?? [])),
    ...stages.flatMap((stage) => (stage.kind === "vote" ? Object.values(stage.motions).map(({ vote }) => vote) : [])),
    ...Object.values(challenges).flatMap(({ vote }) => vote ?? []),
    ...(document.amendment?.votes ?? []),
  ];
}

function usedSanctions({ procedures, sanctions }: Rulebook): readonly string[] {
  const stages = Object.values(procedures).flatMap((procedure) => Object.values(procedure.stages));
  const offered = stages.flatMap((stage) =>
    stage.kind === "closed" ? [] : Object.values(stage.outcomes).flatMap((outcome) => outcome.sanctions ?? []),
  );
  const becomes = Object.values(sanctions).flatMap((sanction) =>
    sanction.kind !== "dated" ? [] : sanction.on_new.flatMap((rule) => (rule.then === "convert" ? [rule.to] : [])),
  );
  const interim = Object.values(procedures).flatMap((procedure) => procedure.interim.map(({ sanction }) => sanction));
  return [...offered, ...becomes, ...interim];
}

/** Everything a selector names, anywhere in the rulebook, by kind. */
function selectorsIn(value: unknown): Readonly<Record<"office" | "body" | "external", readonly string[]>> {
  const found = { office: new Array<string>(), body: new Array<string>(), external: new Array<string>() };
  const look = (inside: unknown): void => {
    if (typeof inside !== "object" || inside === null) return;
    if ("kind" in inside && "id" in inside && typeof inside.id === "string") {
      const { kind, id } = inside;
      if (kind === "office" || kind === "body" || kind === "external") found[kind].push(id);
    }
    for (const each of Object.values(inside)) look(each);
  };
  look(value);
  return found;
}
