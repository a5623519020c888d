import type { Entry } from "../../domain/case/entry.ts";
import { readStage } from "../../domain/case/stages.ts";
import { addSpan, localDay } from "../../domain/deadlines/calendar.ts";
import { enforceRule } from "../../domain/sanctions/access.ts";
import { blockOf } from "../../domain/voting/consensus/countConsensus.ts";
import { shortDay } from "../../locale/shortDay.ts";
import type { Speech } from "../../locale/speech.ts";
import type { Rulebook } from "../../rulebook/rulebook.ts";
import { sayLength } from "../../surface/counting.ts";
import type { Played } from "../playCase.ts";
import { aheadOf } from "./ahead.ts";
import { dueDetails } from "./dueDetails.ts";
import type { Happened } from "./happenings.ts";
import type { ToldDetail } from "./telling.ts";
import { toldDetails } from "./toldDetails.ts";

/** What belongs to a happening: the rules of a vote, who was told, and what is due from now on. */
export function detailsOf(played: Played, happened: Happened, speech: Speech): readonly ToldDetail[] {
  return [
    ...happened.entries.flatMap(({ entry }) => rulesOf(played.rulebook, happened, entry, speech)),
    ...toldDetails(played, happened, speech),
    ...aheadOf(played, happened).flatMap((ahead) => dueDetails(played, ahead, speech)),
  ].map((detail) => ({ ...detail, text: detail.text.trim() }));
}

function rulesOf(rulebook: Rulebook, { before, at }: Happened, entry: Entry, speech: Speech): readonly ToldDetail[] {
  const { say } = speech;
  if (entry.kind === "summoned") {
    const stage = readStage(rulebook, before);
    if (stage.kind === "closed" || stage.kind === "vote" || stage.summons === undefined) return [];
    const { notice } = stage.summons;
    const day = shortDay(speech, addSpan(rulebook, localDay(rulebook, at), notice).toString());
    return [{ kind: "rule", text: say("rehearsal.summons", { length: sayLength(speech, notice), day }) }];
  }
  if (entry.kind === "decided" || entry.kind === "decided-by-officers")
    return keptFrom(rulebook, entry.sanction, speech);
  if (entry.kind === "motion-put") return [{ kind: "rule", text: voteRule(rulebook, entry.rule, speech) }];
  if (entry.kind !== "vote-closed" || !("tally" in entry.result)) return [];
  const { tally, present } = entry.result;
  const { inFavour, against, abstaining } = tally;
  return [{ kind: "rule", text: say("rehearsal.tally", { inFavour, against, abstaining, present }) }];
}

/** What a sanction that was imposed takes away on the platforms. */
function keptFrom(
  rulebook: Rulebook,
  sanction: string | undefined,
  { say, name, list }: Speech,
): readonly ToldDetail[] {
  const access = enforceRule(rulebook, sanction)?.access ?? [];
  if (access.length === 0) return [];
  const text = say("board.kept-from", { access: list(access.map((each) => name("access", each))) });
  return [{ kind: "rule", text }];
}

/** "Quorum: 5 members present including 1 of the presidency. Majority: At least 2/3 of the votes cast." */
function voteRule(rulebook: Rulebook, id: string, { say, name }: Speech): string {
  const rule = rulebook.votes[id];
  if (rule?.method === "consensus") return say("rehearsal.consensus", { block: blockOf(rule) });
  if (rule?.method !== "motion") return "";
  const { quorum: asked, majority: wanted } = rule;
  const including = (asked?.including ?? []).map(({ from, at_least: count }) =>
    say("board.quorum.including", { count, body: name("body", "id" in from ? from.id : from.kind) }),
  );
  const quorum =
    asked === undefined
      ? say("board.quorum.none")
      : [say("board.quorum", { needed: asked.present }), ...including].join(" ");
  const { numerator, denominator } = wanted.fraction;
  const majority = say(wanted.strict ? "board.majority.strict" : "board.majority", {
    fraction: `${numerator}/${denominator}`,
    of: name("base", wanted.of),
  });
  const [quorumLabel, majorityLabel] = [say("board.quorum.label"), say("board.majority.label")];
  return `${quorumLabel}: ${quorum}. ${majorityLabel}: ${majority}.`;
}
