import { expect, test } from "vitest";

import { call, openGuild } from "./guild.ts";

const plain = (text: string) => ({ type: "plain_text", text });
const read = async (message: object, reader = "UADA") => {
  const { slack } = await openGuild();
  expect(await call(slack, "chat.postMessage", { channel: "CHALL", ...message })).toMatchObject({ ok: true });
  expect(slack.problems()).toEqual([]);
  return slack.person(reader).messages("CHALL").at(-1);
};

test.each([
  ["<@UBO> and <@UNOBODY|someone>", "@bo and @someone"],
  ["<#CROOM> and <#COPEN|old-name>", "#amber-fox and #open-door"],
  ["due <!date^1767607200^{date_short} {time}|on Monday>", "due 2026-01-05T10:00Z"],
  ["<https://example.org|the page> or <https://example.org>", "the page or https://example.org"],
  ["<!here> <!channel> <!subteam^S1|@board>", "@here @channel @board"],
  ["1 &lt; 2 &amp;&amp; 3 &gt; 2", "1 < 2 && 3 > 2"],
  ["*bold* _slanted_", "*bold* _slanted_"],
])("the text %s reads %s", async (text, expected) => {
  expect((await read({ text }))?.text).toBe(expected);
});

test("a private channel has no name for those who are not in it", async () => {
  expect((await read({ text: "see <#CROOM|amber-fox>" }, "UGUEST"))?.text).toBe("see #amber-fox");
  expect((await read({ text: "see <#CROOM>" }, "UGUEST"))?.text).toBe("see #private-channel");
});

test("what blocks say is read line by line, and the text beside them is not", async () => {
  const seen = await read({
    text: "only for notifications",
    blocks: [
      { type: "header", text: plain("A case") },
      { type: "section", text: { type: "mrkdwn", text: "for <@UBO>" } },
      { type: "section", fields: [{ type: "mrkdwn", text: "Stage: open" }, plain("<not markup>")] },
      { type: "divider" },
      { type: "context", elements: [{ type: "mrkdwn", text: "as of <!date^1767607200^{date}|now>" }] },
      { type: "image", image_url: "https://example.org/x.png", alt_text: "A fox", title: plain("Fox") },
      { type: "markdown", text: "**strong**" },
      {
        type: "rich_text",
        elements: [
          {
            type: "rich_text_section",
            elements: [
              { type: "text", text: "ask " },
              { type: "user", user_id: "UBO" },
              { type: "link", url: "https://example.org" },
            ],
          },
          {
            type: "rich_text_list",
            style: "bullet",
            elements: [{ type: "rich_text_section", elements: [{ type: "channel", channel_id: "CHALL" }] }],
          },
        ],
      },
      {
        type: "actions",
        elements: [
          { type: "button", text: plain("Go"), action_id: "go", style: "primary" },
          { type: "users_select", action_id: "who", placeholder: plain("Who") },
          { type: "multi_users_select", action_id: "them", max_selected_items: 3 },
          { type: "button", text: plain("Read"), action_id: "read", url: "https://example.org" },
        ],
      },
    ],
  });
  expect(seen?.text.split("\n")).toEqual([
    "A case",
    "for @bo",
    "Stage: open",
    "<not markup>",
    "as of 2026-01-05T10:00Z",
    "Fox",
    "A fox",
    "**strong**",
    "ask @bohttps://example.org",
    "#hall",
  ]);
  expect(seen?.controls).toMatchObject([
    { kind: "button", id: "go", label: "Go", style: "primary", disabled: false },
    { kind: "select", id: "who", source: "people", placeholder: "Who", minimum: 1, maximum: 1 },
    { kind: "select", id: "them", source: "people", minimum: 0, maximum: 3 },
    { kind: "button", id: "read", style: "link" },
  ]);
});

test("secondary attachments are read after the message", async () => {
  const attachments = [
    { pretext: "Note", text: "for <@UBO>", fields: [{ title: "Stage", value: "open" }] },
    { fallback: "plain" },
  ];
  expect((await read({ text: "Main", attachments }))?.text).toBe("Main\nNote\nfor @bo\nStage\nopen\nplain");
});
