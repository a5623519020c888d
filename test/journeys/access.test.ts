import { afterEach, describe, expect, test } from "vitest";

import type { LocalDiscord } from "../../src/sandbox/discord/localDiscord.ts";
import type { LocalSlack } from "../../src/sandbox/slack/localSlack.ts";
import { enter, file, words } from "./decisions.ts";
import { channel, enforcing, onLeave, role } from "./enforcing.ts";
import { platforms } from "./platforms.ts";
import { carry, clear, planted, playToBoard, putMotion } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";

let stage: Stage;
afterEach(() => stage.close());

const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;

/** The board suspends Nils, and he is told. */
async function suspend(): Promise<string> {
  const codeName = await playToBoard(stage);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
  for (const member of voters) await clear(stage, member);
  await putMotion(stage, "first-degree suspension", "serious");
  expect(stage.person("Petra").reads()).toContain(
    "While this sanction holds, Redress takes away on the platforms: member spaces.",
  );
  await carry(stage);
  return codeName;
}

async function tell(): Promise<void> {
  await stage.person("Petra").press("Send the notices");
  await stage.settle();
}

/** What somebody has on the platform, in words. */
function has(who = "Nils"): readonly string[] {
  const account = stage.person(who).id;
  const { local } = stage;
  if (local.kind === "discord") {
    const held = local.rolesOf(account);
    return Object.entries(role).flatMap(([name, id]) => (held.includes(id) ? [name] : []));
  }
  return Object.entries(channel).flatMap(([name, id]) =>
    local.readersOf(id).some((reader) => reader.id === account) ? [name] : [],
  );
}

const discord = (): LocalDiscord => {
  if (stage.local.kind !== "discord") throw new Error("This play is on Discord.");
  return stage.local;
};
const slack = (): LocalSlack => {
  if (stage.local.kind !== "slack") throw new Error("This play is on Slack.");
  return stage.local;
};

describe("on Discord", () => {
  test("[E-22][K54] a suspension takes roles away, whoever leaves and comes back, and gives exactly those back once it has lapsed while Redress is down", async () => {
    stage = await openStage({
      platform: "discord",

      organisation: enforcing,
      start: "2026-02-20T10:00",
    });
    const { person } = stage;
    const nils = person("Nils").id;
    expect(has()).toEqual(["members", "events"]);
    const codeName = await suspend();
    await stage.moveTo("2026-03-04T10:00");
    // Decided, and not yet told: nothing is taken.
    expect(has()).toEqual(["members", "events"]);
    await tell();
    expect(has()).toEqual(["resting"]);
    expect(person("Nils").reads()).toContain("Meanwhile you cannot reach this here: member spaces.");

    // No reason is given that the readers of the audit log could read.
    const calls = discord()
      .calls()
      .filter(({ call }) => call.includes("/roles/:id"));
    expect(calls.map(({ reason }) => reason)).toEqual(calls.map(() => undefined));

    // He leaves, and comes back with what another bot gives to all newcomers: it is taken again.
    discord().byHand.memberLeaves(nils);
    await stage.moveTo("2026-03-10T10:00");
    discord().byHand.memberJoins({ id: nils, name: "Nils Orrby", roles: [role.members] });
    await stage.moveTo("2026-03-10T10:06");
    expect(has()).toEqual(["resting"]);

    // An administrator gives one back by hand: the officers are told once, and it is left so.
    discord().byHand.setRoles(nils, [role.resting, role.events]);
    await stage.moveTo("2026-03-11T10:00");
    await stage.moveTo("2026-03-12T10:00");
    expect(has()).toEqual(["events", "resting"]);
    for (const officer of ["Sara", "Omar"]) {
      const told = `Case ${codeName}: the first-degree suspension of person B holds. On Discord somebody has undone by hand what Redress did for it: Events.`;
      expect(person(officer).reads().split(told)).toHaveLength(2);
    }
    await person("Sara").command("sanction show", { code: codeName });
    expect(person("Sara").note()).toContain("Redress has seen to this on Discord: Members and Resting.");
    expect(person("Sara").note()).toContain("Undone by hand on Discord, and left so: Events.");

    // It lapses while Redress is down: what was taken is given back, under whatever name, and nothing is kept of it.
    discord().byHand.renameRole(role.members, "Everybody in the chapter");
    await stage.moveTo("2026-06-01T10:00");
    stage.clock.advance(3 * 24 * 3600 * 1000);
    await stage.restart();
    await stage.settle();
    expect(has()).toEqual(["members", "events"]);
    expect(await stage.store.accessIds()).toEqual([]);

    // Whoever comes back after the end is taken nothing from.
    discord().byHand.memberLeaves(nils);
    discord().byHand.memberJoins({ id: nils, name: "Nils Orrby", roles: [role.members] });
    await stage.moveTo("2026-06-05T10:00");
    expect(has()).toEqual(["members"]);
    for (const word of [...Object.values(planted), "Mona", "Nils", nils])
      expect(stage.logged.join("\n")).not.toContain(word);
  });

  test("[E-22] what Discord does not let the bot do is a task of the officers in plain words, is in /setup, and is done once somebody has mended it", async () => {
    stage = await openStage({
      platform: "discord",

      organisation: enforcing,
      start: "2026-02-20T10:00",
    });
    const { person } = stage;
    const { byHand } = discord();
    byHand.moveRole(role.members, 50);
    byHand.deleteRole(role.resting);
    await person("Owen").command("setup", { part: "access" });
    expect(person("Owen").note()).toContain("member spaces: Resting (Discord). It is not there any more.");
    await person("Owen").command("setup");
    await person("Owen").press("What sanctions take away");
    expect(person("Owen").note()).toContain("member spaces: Members (Discord). The bot’s role stands below it");
    expect(person("Owen").note()).toContain("member spaces: Events (Discord). Nothing stands in the way.");
    expect(person("Owen").note()).toContain("member spaces: Resting (Discord). It is not there any more.");

    const codeName = await suspend();
    await stage.moveTo("2026-03-04T10:00");
    await tell();
    expect(has()).toEqual(["members"]);
    const told = `Case ${codeName}: the first-degree suspension of person B holds. On Discord Redress could not see to this: Members. The bot’s role stands below it`;
    expect(person("Omar").reads()).toContain(told);
    expect(person("Omar").reads()).toContain(
      "On Discord Redress could not see to this: Resting. It is not there any more.",
    );
    await stage.moveTo("2026-03-04T11:00");
    expect(person("Omar").reads().split(told)).toHaveLength(2);
    for (const other of ["Mona", "Nils", "Petra", "Tova"]) expect(person(other).reads()).not.toContain("by hand there");

    // Somebody moves the bot's role up: what was to be done is done.
    byHand.moveRole(role.members, 1);
    await stage.moveTo("2026-03-04T12:00");
    expect(has()).toEqual([]);

    // It is ended early while the bot may not manage roles, and one role is deleted: the rest is given back once it may.
    byHand.setBotPermissions(0n);
    byHand.deleteRole(role.events);
    await person("Petra").command("sanction lift", { code: codeName });
    await person("Petra").fillIn({ "Why?": "he has made amends" });
    await person("Petra").press("End it now");
    await stage.settle();
    expect(person("Sara").reads()).toContain(
      "On Discord Redress could not undo what it did: Members. The bot lacks the permission Manage Roles.",
    );
    expect(person("Sara").reads()).toContain(
      "On Discord Redress cannot undo what it did: Events. It is not there any more.",
    );
    byHand.setBotPermissions(1n << 28n);
    await stage.moveTo("2026-03-04T13:00");
    expect(has()).toEqual(["members"]);
    expect(await stage.store.accessIds()).toEqual([]);
  });
});

describe.each(platforms().map((platform) => ({ platform })))("on $platform", ({ platform }) => {
  test("[A29] what is imposed while a case is handled is enforced from when the person is told, and ends with the case", async () => {
    stage = await openStage({ platform, organisation: onLeave, start: "2026-12-01T10:00" });
    const { person } = stage;
    const own = platform === "discord" ? "members" : "lounge";
    await file(stage, [
      {
        "What happened?": words.what,
        "How are you involved?": "It happened to me",
        "Which rules?": ["Personal conduct"],
      },
      { "Who is it about?": [person("Grace").id] },
      { "How serious is it, to you?": "serious", "How can we reach you?": words.contact },
    ]);
    await enter(stage, "Maren", "Take the case");
    await person("Maren").press("For now: leave of absence");
    expect(person("Maren").form()?.text).toContain("Redress also takes roles or channels away; others can notice.");
    expect(has("Grace")).toContain(own);
    await person("Maren").fillIn({ Reasons: words.reasons });
    await stage.settle();
    expect(has("Grace")).not.toContain(own);
    expect(person("Grace").reads()).toContain("Meanwhile you cannot reach this here: staff rooms.");
    await enter(stage, "Maren", "Acknowledge the report", { "Your message": "Thank you, Mona." });
    await enter(stage, "Maren", "dismissed", {
      "For which of these reasons?": ["it is frivolous"],
      Reasons: words.reasons,
    });
    expect(has("Grace")).toContain(own);
    expect(await stage.store.accessIds()).toEqual([]);
  });
});

describe("on Slack", () => {
  test("[E-22] a suspension takes somebody out of private channels and brings them back; being let in again is told, coming back to the workspace is not enough", async () => {
    stage = await openStage({
      platform: "slack",

      organisation: enforcing,
      start: "2026-02-20T10:00",
    });
    const { person } = stage;
    const nils = person("Nils").id;
    const { workspace } = slack();
    workspace.remove(channel.events, person("Petra").id, "U0000BOT1");
    await person("Owen").command("setup", { part: "access" });
    expect(person("Owen").note()).toContain("member spaces: events (Slack). Redress is not in the channel");

    const codeName = await suspend();
    await stage.moveTo("2026-03-04T10:00");
    await tell();
    expect(has()).toEqual(["events"]);
    expect(person("Omar").reads()).toContain(
      "On Slack Redress could not see to this: events. Redress is not in the channel: somebody who is in it has to invite it.",
    );
    workspace.invite(channel.events, person("Petra").id, "U0000BOT1");
    await stage.moveTo("2026-03-04T11:00");
    expect(has()).toEqual([]);

    workspace.invite(channel.lounge, person("Petra").id, nils);
    await stage.moveTo("2026-03-05T10:00");
    expect(has()).toEqual(["lounge"]);
    expect(person("Omar").reads()).toContain(
      `Case ${codeName}: the first-degree suspension of person B holds. On Slack somebody has undone by hand what Redress did for it: lounge.`,
    );

    // His account is deactivated and comes back: whoever lets him in now does not know.
    workspace.deactivate(nils);
    await stage.moveTo("2026-03-06T10:00");
    workspace.reactivate(nils);
    workspace.invite(channel.lounge, person("Petra").id, nils);
    await stage.moveTo("2026-03-07T10:00");
    expect(has()).toEqual([]);

    await stage.moveTo("2026-06-02T10:00");
    expect(has()).toEqual(["lounge", "events"]);
    expect(await stage.store.accessIds()).toEqual([]);
  });
});
