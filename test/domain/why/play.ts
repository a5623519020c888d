import type { Temporal } from "temporal-polyfill";

import type { Act } from "../../../src/domain/acts/act.ts";
import { decideAct } from "../../../src/domain/acts/decideAct.ts";
import { openVote } from "../../../src/domain/case/case.ts";
import type { Entry } from "../../../src/domain/case/entry.ts";
import { handlersOf } from "../../../src/domain/parties/viewer.ts";
import { isRefusal } from "../../../src/domain/refusal.ts";
import { holdersOf } from "../../../src/domain/roster.ts";
import { isThere } from "../../../src/domain/voting/result.ts";
import type { Unblock, Who } from "../../../src/domain/why/unblock.ts";
import { at, carried, concluded, decided, goOn, ids, motionPut, summoned } from "../../fakes/caseFile.ts";
import { kth } from "../../fakes/kth.ts";
import { standingOf } from "../../fakes/standing.ts";
import type { Situation } from "../../fakes/standing.ts";
import { boardOf } from "../voting/voters.ts";

export interface Tried {
  readonly situation: Required<Situation> & { readonly name: string };
  readonly act: Act;
}

/** What is asked for is done as it says, by whom it says; everybody who may be meant where it says of several. Undefined where nothing can be played. */
export function play({ situation, act }: Tried, unblock: Unblock): readonly Tried[] | undefined {
  const on = (...entries: readonly Entry[]): readonly Tried[] => [
    { situation: { ...situation, current: goOn(situation.current, ...entries) }, act },
  ];
  const instead = (changed: Act): readonly Tried[] => [{ situation, act: changed }];
  switch (unblock.kind) {
    case "other-name":
    case "what-there-is":
    case "choose-another":
    case "other-code":
    case "ask-first":
    case "nothing":
    case "own-cases":
    case "file-it":
    case "outside":
    case "no-exit":
    case "second":
    case "open-vote":
    case "answer-mover":
    case "count-again":
    case "open-session":
    case "another-session":
      return undefined;
    case "consult":
      return on({ kind: "challenge-consulted", challenge: "1", person: "vice", words: "statement-vice" });
    case "tell-first": {
      const subject = { kind: "challenge-first", challenge: "1", words: "statement-first" } as const;
      const to = { kind: "party", party: "party-a", role: "complainant" } as const;
      return on(
        { kind: "challenge-told-first", challenge: "1", notices: ["notice-first"] },
        { kind: "notice-sent", notice: "notice-first", to, subject },
        { kind: "notice-delivered", notice: "notice-first", how: "direct", when: situation.at },
      );
    }
    case "find":
      return on({ kind: "finding-made", stage: "x", rules: ["boundaries"], reasons: "statement" });
    case "promise":
      return on({ kind: "witness-answered", party: "party-w", isWilling: true });
    case "exit":
      return referred(situation, act);
    case "answer-body":
    case "go-on": {
      const asked = situation.current.questions.at(-1)?.question ?? "";
      return on({ kind: "question-dropped", question: asked });
    }
    case "ask":
      return peopleOf(situation, unblock.who).map((person) => ({ situation: { ...situation, person }, act }));
    case "steps-aside":
      return peopleOf(situation, unblock.who).flatMap((person) => on({ kind: "recused", person }));
    case "enter":
      return instead(entered(act, unblock));
    case "choose-day":
      if (act.kind === "extend") return instead({ ...act, until: unblock.from ?? act.until });
      if (act.kind !== "plan" && act.kind !== "summon" && act.kind !== "record-delivery") return undefined;
      return instead({ ...act, on: unblock.from ?? unblock.until ?? act.on });
    case "wait":
      return [{ situation: { ...situation, at: morningOf(unblock.from) }, act }];
    case "tasks":
      return on(...unblock.tasks.map((task): Entry => ({ kind: "task-done", stage: "contact", task })));
    case "summon":
      return on(...Array.from({ length: unblock.times }, (_, i) => summoned(unblock.earliest ?? "2026-04-01", i + 1)));
    case "conclude-with":
      return act.kind === "conclude"
        ? unblock.outcomes.flatMap((outcome) => instead({ ...act, outcome }))
        : unblock.outcomes.flatMap((outcome) =>
            instead({ kind: "conclude", outcome, rules: ["boundaries"], reasons: "statement" }),
          );
    case "reach":
      return unblock.stages.flatMap((stage) => {
        const here = situation.current.stage.stage;
        return stage === "inform" ? on(motionPut(), carried, decided()) : on(concluded(here, "somehow", stage));
      });
    case "hearing":
      return on(
        unblock.step === "hold"
          ? { kind: "hearing-held", hearing: "hearing-1", on: "2026-04-01" }
          : { kind: "hearing-recorded", hearing: "hearing-1", statement: "statement-record" },
      );
    case "brief": {
      const written: Entry = { kind: "brief-drafted", statement: "statement", officer: "s1" };
      const approved: Entry = { kind: "brief-approved", officer: "s2" };
      if (act.kind === "approve-brief" && unblock.step === "approve")
        return peopleOf(situation, unblock.who).map((person) => ({ situation: { ...situation, person }, act }));
      return unblock.step === "write" ? on(written, approved) : on(approved);
    }
    case "check-conflicts":
      return on({ kind: "conflicts-checked", body: unblock.body, out: [] });
    case "declare":
      return on({ kind: "cleared", person: situation.person });
    case "put-motion": {
      const electorate = holdersOf(kth, situation.roster, { kind: "body", id: "board" }).filter(
        (person) => !situation.current.recused.includes(person),
      );
      const voters = boardOf(electorate, {});
      const [put] = on(motionPut({ vote: "vote-new", electorate }));
      const changed = "vote" in act && "voters" in act ? { ...act, vote: "vote-new", voters } : act;
      return put === undefined ? [] : [{ situation: { ...put.situation, voters }, act: changed }];
    }
    case "close-vote": {
      const vote = openVote(situation.current)?.vote ?? "";
      const tally = { inFavour: 0, against: 5, abstaining: 0 };
      return on({ kind: "vote-closed", vote, result: { kind: "lost", tally, present: 5, recused: 0, base: 5 } });
    }
    case "come":
      return [come({ situation, act }, unblock)];
    case "fill-seats": {
      const newcomers = Array.from({ length: unblock.seats }, (_, i) => `new-${i}`);
      const office = unblock.body === "presidency" ? "president" : "board_member";
      const holders = [...(situation.roster[office] ?? []), ...newcomers];
      return [{ situation: { ...situation, roster: { ...situation.roster, [office]: holders } }, act }];
    }
  }
}

/** Somebody who may refers the case; undefined while nobody may. */
function referred(situation: Tried["situation"], act: Act): readonly Tried[] | undefined {
  const voters = "voters" in act ? act.voters : situation.voters;
  const everybody = Object.values(situation.roster).flat();
  const done = everybody
    .map((person) => decideAct(standingOf({ ...situation, person }), { kind: "refer", voters }, ids()))
    .find((entries) => !isRefusal(entries));
  if (done === undefined || isRefusal(done)) return undefined;
  return [{ situation: { ...situation, current: goOn(situation.current, ...done) }, act }];
}

const morningOf = (day: string): Temporal.Instant => at(`${day}T08:00`);

function peopleOf({ current, roster }: Required<Situation>, who: Who): readonly string[] {
  switch (who.kind) {
    case "people":
      return who.people;
    case "officers":
      return handlersOf(kth, roster, current);
    case "offices":
      return who.offices.flatMap((office) => roster[office] ?? []);
    case "body":
      return holdersOf(kth, roster, { kind: "body", id: who.body });
  }
}

function entered(act: Act, entering: Extract<Unblock, { kind: "enter" }>): Act {
  if (act.kind === "conclude")
    return entering.what === "rule" ? { ...act, rules: ["boundaries"] } : { ...act, reasons: "statement" };
  if (act.kind === "write-brief") return { ...act, text: "Person A says that Person B went on." };
  if (act.kind === "lodge")
    return { ...act, ground: entering.what === "ground" ? "wrong" : act.ground, evidence: "statement-evidence" };
  if (act.kind === "decide-challenge") return { ...act, members: ["external:seo", "external:union_president"] };
  if (act.kind !== "put-motion") return act;
  switch (entering.what) {
    case "finding":
      return { ...act, findings: ["boundaries"] };
    case "one-sanction":
      return { ...act, sanction: "warning" };
    case "no-sanction":
      return { ...act, sanction: undefined };
    case "offered-sanction":
      return { ...act, sanction: entering.sanctions[0] };
    case "length":
      return { ...act, lasts: { amount: 30, unit: "days" } };
    case "shorter-length":
      return { ...act, lasts: entering.longest };
    case "sanctionable-rule":
      return { ...act, findings: [...act.findings, ...entering.rules.slice(0, 1)] };
    case "rule":
    case "letter":
    case "mitigation":
    case "listed-reason":
    case "reasons":
    case "pseudonyms":
    case "ground":
    case "evidence":
    case "members":
    case "panel-decision":
    case "second-reader":
    case "day":
    case "offered-condition":
    case "consequence":
    case "choice":
    case "somebody":
    case "somebody-else":
    case "relevance":
    case "how-checked":
    case "another-file":
    case "another-companion":
    case "own-words":
    case "interim-ground":
    case "shorter-notice":
      return act;
  }
}

/** So many of those meant come. */
function come({ situation, act }: Tried, { count, body, people }: Extract<Unblock, { kind: "come" }>): Tried {
  // The board means those of it who may vote: these are fixed when the motion is put.
  const isAnybody = body === undefined || body === "board";
  const ofBody = isAnybody ? [] : holdersOf(kth, situation.roster, { kind: "body", id: body });
  const voters = act.kind === "close-vote" ? act.voters : situation.voters;
  const meant = voters
    .filter((voter) => !voter.isRecused && !isThere(voter))
    .map(({ person }) => person)
    .filter((person) => (people.length > 0 ? people.includes(person) : isAnybody || ofBody.includes(person)))
    .slice(0, count);
  const then = voters.map((voter) => (meant.includes(voter.person) ? { ...voter, isPresent: true } : voter));
  return { situation: { ...situation, voters: then }, act: act.kind === "close-vote" ? { ...act, voters: then } : act };
}
