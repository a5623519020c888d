import { randomUUID } from "node:crypto";

import { Temporal } from "temporal-polyfill";

import { openActs } from "../../src/application/acts.ts";
import type { Acts } from "../../src/application/acts.ts";
import type { Account } from "../../src/application/person.ts";
import type { Log, Store } from "../../src/application/ports.ts";
import { chance } from "../../src/chance.ts";
import { openRedress } from "../../src/redress.ts";
import type { RosterPerson } from "../../src/rulebook/loadRoster.ts";
import { kthText } from "../fakes/kth.ts";

/** What every planted word begins with, and every account: they stand nowhere else. */
export const beginnings = [`MARK${randomUUID().slice(0, 8)}`, "700000000000000", "800000000000000"] as const;
const mark = (of: string) => `${beginnings[0]}${of}`;

/** Words that are planted wherever people can write or are named. */
const marks = {
  what: mark("WHAT"),
  where: mark("WHERE"),
  others: mark("OTHERS"),
  draft: mark("DRAFT"),
  acknowledgement: mark("ACKNOWLEDGEMENT"),
  note: mark("NOTE"),
  reasons: mark("REASONS"),
  summons: mark("SUMMONS"),
  brief: mark("BRIEF"),
  motion: mark("MOTION"),
  member: mark("MEMBER"),
  respondent: mark("RESPONDENT"),
  officer: mark("OFFICER"),
  board: mark("BOARD"),
} as const;

const account = (id: string, name: string): Account => ({ platform: "discord", id, name, locale: "en" });
const mona = account("700000000000000041", `Mona ${marks.member}`);
const nils = account("700000000000000042", `Nils ${marks.respondent}`);
const official = (office: string, i: number, word: string): RosterPerson => ({
  name: `${office} ${i} ${word}`,
  offices: [office],
  discord: `8000000000000000${i}`,
  locale: "en",
});
const roster: readonly RosterPerson[] = [
  ...[11, 12, 13].map((i) => official("safety_officer", i, marks.officer)),
  official("president", 21, marks.board),
  official("vice_president", 22, marks.board),
  ...[23, 24, 25, 26, 27, 28, 29].map((i) => official("board_member", i, marks.board)),
];
const accountOf = (i: number) => account(`8000000000000000${i}`, "somebody");

/** Everything that must not stand anywhere in the open: planted words, names and account ids. */
export const planted: readonly string[] = [
  ...Object.values(marks),
  mona.id,
  nils.id,
  ...roster.flatMap(({ discord }) => discord ?? []),
];

interface Told {
  readonly codeName: string;
  /** What was logged. */
  readonly logged: readonly string[];
  /** The words of the report, as an officer reads them. */
  readonly read: string;
}

/** Plays a case from its report to the decision, with planted words in everything that is written. */
export async function playSealedStory(store: Store): Promise<Told> {
  const logged: string[] = [];
  const keep: Log["info"] = (event, facts) => logged.push(JSON.stringify({ event, ...facts }));
  let now = Temporal.Instant.from("2026-03-02T09:00:00Z");
  const redress = await openRedress({
    store,
    clock: { now: () => now },
    chance,
    log: { info: keep, warn: keep },
    rulebookText: kthText,
    roster,
    connect: () => Promise.resolve([]),
  });
  const acts = openActs(redress.house);
  const told = await play(acts, (hours) => {
    now = now.add({ hours });
  });
  await redress.settled();
  await redress.ring();
  await redress.close();
  return { ...told, logged };
}

function must(result: object): void {
  if ("refused" in result) throw new Error(`It was refused: ${String(result.refused)}`);
}

async function play(acts: Acts, wait: (hours: number) => void): Promise<Omit<Told, "logged">> {
  const draft = acts.newId();
  await acts.keepDraft(mona, acts.newId(), "report", { what: marks.draft, _people: [JSON.stringify(nils)] });
  await acts.keepDraft(mona, draft, "report", { what: marks.what });
  const filed = await acts.fileReport(
    mona,
    draft,
    {
      relation: "affected",
      about: [nils],
      aboutReceiver: undefined,
      aboutOthers: `somebody called ${marks.others}`,
      rules: ["boundaries"],
      // Long enough that the database keeps it apart, and compressed.
      texts: { what: `${marks.what} `.repeat(150), when_where: marks.where },
    },
    undefined,
    "delivery-1",
  );
  if ("refused" in filed) throw new Error(`The report was refused: ${filed.refused}`);
  const ref = { id: filed.case };
  let deliveries = 1;
  const by = (i: number) => ({ caller: accountOf(i), case: ref, delivery: `delivery-${(deliveries += 1)}` });
  const conclude = async (outcome: string) =>
    must(await acts.conclude(by(11), { outcome, rules: ["boundaries"], reasons: marks.reasons }));

  must(await acts.take(by(11)));
  must(await acts.acknowledge(by(11), marks.acknowledgement));
  must(await acts.note(by(12), marks.note));
  await conclude("in_contact");
  await conclude("violation");
  await conclude("done");
  must(await acts.summon(by(11), "2026-03-09", marks.summons));
  wait(24);
  await conclude("heard");
  must(await acts.writeBrief(by(11), `${marks.brief} Person A`));
  must(await acts.checkConflicts(by(12), []));
  must(await acts.approve(by(12)));
  for (const member of [21, 22, 23, 24, 25, 26]) must(await acts.clear(by(member)));
  must(
    await acts.put(by(21), {
      motion: "uphold",
      findings: ["boundaries"],
      severity: "ordinary",
      sanction: "warning",
      reasons: marks.motion,
    }),
  );
  const vote = (await acts.findOpenVote(accountOf(21), ref)) ?? "";
  for (const member of [21, 22, 23, 24])
    must(await acts.cast(accountOf(member), vote, "in-favour", `ballot-${member}`));
  must(await acts.cast(accountOf(25), vote, "against", "ballot-25"));
  must(await acts.cast(accountOf(26), vote, "abstain", "ballot-26"));
  must(await acts.closeVote(by(21)));
  must(await acts.sendNotices(by(21)));
  const file = await acts.openCaseFile(accountOf(11), ref, "report", 1);
  return { codeName: filed.codeName, read: JSON.stringify(file) };
}
