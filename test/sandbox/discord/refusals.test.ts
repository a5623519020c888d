import { InteractionType } from "discord.js";
import { describe, expect, test } from "vitest";

import { property } from "../../../src/sandbox/discord/wire/json.ts";
import { answering, botId, call, guildId, openGuild, place, register, type Reply, until, who } from "./guild.ts";

const commands = `/applications/${botId}/guilds/${guildId}/commands`;
const option = (more: object) => ({ type: 3, name: "code", description: "Code", ...more });
const command = (more: object) => ({ name: "case", description: "Cases", ...more });
const row = (...components: readonly object[]) => ({ type: 1, components });
const button = (more: object = {}) => ({ type: 2, style: 1, label: "Press", custom_id: "press", ...more });
const select = (count: number, more: object = {}) => ({
  type: 3,
  custom_id: "pick",
  options: Array.from({ length: count }, (_, index) => ({ label: `${index}`, value: `${index}` })),
  ...more,
});
const text = (content: string) => ({ type: 10, content });
const v2 = (...components: readonly object[]) => ({ flags: 32768, components });
const message = (more: object) => ({ content: "hello", ...more });

const input = (more: object = {}) => ({ type: 4, custom_id: "text", style: 1, ...more });
const label = (component: object, more: object = {}) => ({ type: 18, label: "Label", component, ...more });
const form = (more: object = {}) => ({ custom_id: "form", title: "Form", components: [label(input())], ...more });

/** Every complaint of a 50035, as "path code". */
function complaints(errors: unknown, path = ""): readonly string[] {
  if (typeof errors !== "object" || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]: [string, unknown]) => {
    if (key !== "_errors") return complaints(value, path === "" ? key : `${path}.${key}`);
    return Array.isArray(value) ? value.map((one: unknown) => `${path} ${String(property(one, "code"))}`) : [];
  });
}

const told = ({ body }: Reply) => complaints(property(body, "errors")).join(", ");

describe("commands", () => {
  test.each([
    ["an upper-case name", command({ name: "Case" }), "name APPLICATION_COMMAND_INVALID_NAME"],
    ["a name with a space", command({ name: "a case" }), "name APPLICATION_COMMAND_INVALID_NAME"],
    ["a name of 33 characters", command({ name: "x".repeat(33) }), "name BASE_TYPE_BAD_LENGTH"],
    ["no description", command({ description: "" }), "description BASE_TYPE_REQUIRED"],
    ["a description of 101 characters", command({ description: "x".repeat(101) }), "description BASE_TYPE_BAD_LENGTH"],
    [
      "an upper-case option",
      command({ options: [option({ name: "Code" })] }),
      "options.0.name APPLICATION_COMMAND_INVALID_NAME",
    ],
    [
      "an option without a description",
      command({ options: [option({ description: "" })] }),
      "options.0.description BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a required option after an optional one",
      command({ options: [option({}), option({ name: "note", required: true })] }),
      "options.1.required APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
    ],
    [
      "two options of one name",
      command({ options: [option({}), option({})] }),
      "options.1.name APPLICATION_COMMAND_OPTIONS_NAME_INVALID",
    ],
    [
      "26 options",
      command({ options: Array.from({ length: 26 }, (_, index) => option({ name: `o${index}` })) }),
      "options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "26 choices",
      command({
        options: [
          option({ choices: Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` })) }),
        ],
      }),
      "options.0.choices BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a choice value of 101 characters",
      command({ options: [option({ choices: [{ name: "a", value: "x".repeat(101) }] })] }),
      "options.0.choices.0.value BASE_TYPE_MAX_LENGTH",
    ],
    [
      "choices together with autocomplete",
      command({ options: [option({ autocomplete: true, choices: [{ name: "a", value: "a" }] })] }),
      "options.0.autocomplete APPLICATION_COMMAND_OPTION_INVALID",
    ],
    [
      "a subcommand beside an option",
      command({ options: [{ type: 1, name: "show", description: "x" }, option({})] }),
      "options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
    ],
    [
      "a kind of option that does not exist",
      command({ options: [option({ type: 99 })] }),
      "options.0.type UNION_TYPE_CHOICES",
    ],
    ["an unknown language", command({ name_localizations: { xx: "fall" } }), "name_localizations.xx BASE_TYPE_CHOICES"],
    [
      "an upper-case translation",
      command({ name_localizations: { de: "Fall" } }),
      "name_localizations.de APPLICATION_COMMAND_INVALID_NAME",
    ],
    ["a misspelt key", command({ desciption_localizations: {} }), "desciption_localizations UNKNOWN_FIELD"],
    [
      "more than 8,000 characters altogether",
      command({
        options: Array.from({ length: 25 }, (_, index) =>
          option({
            name: `o${index}`,
            choices: Array.from({ length: 4 }, (__, at) => ({ name: `${at}`.padEnd(50, "n"), value: "v".repeat(50) })),
          }),
        ),
      }),
      "options APPLICATION_COMMAND_TOO_LARGE",
    ],
  ])("%s is refused", async (_, body, complaint) => {
    const { discord } = await openGuild();
    const one = await call(discord, "POST", commands, body);
    const whole = await call(discord, "PUT", commands, [body]);
    expect([one.status, one.code, whole.status]).toEqual([400, 50035, 400]);
    expect(told(one)).toBe(complaint);
    expect(told(whole)).toContain(complaint);
    expect(discord.problems()).toHaveLength(2);
  });

  test("the longest that is allowed is taken", async () => {
    const { discord } = await openGuild();
    const longest = command({
      name: "ärende-".padEnd(32, "å"),
      description: "x".repeat(100),
      default_member_permissions: "17179869184",
      options: [option({ required: true, max_length: 6000 }), option({ name: "note" })],
    });
    expect((await register(discord, longest)).status).toBe(200);
    expect(discord.problems()).toEqual([]);
  });

  test("the 101st slash command is refused with 30032", async () => {
    const { discord } = await openGuild();
    discord.limit({ commands: 1 });
    await register(discord, command({}));
    expect(await call(discord, "POST", commands, command({ name: "other" }))).toMatchObject({
      status: 400,
      code: 30032,
    });
  });
});

describe("messages", () => {
  test.each([
    ["2,001 characters", message({ content: "x".repeat(2001) }), "content BASE_TYPE_MAX_LENGTH"],
    ["a misspelt key", message({ embed: [] }), "embed UNKNOWN_FIELD"],
    [
      "a misspelt key deep inside",
      message({ components: [row(button({ labl: "x" }))] }),
      "components.0.components.0.labl UNKNOWN_FIELD",
    ],
    [
      "a button without a custom id",
      message({ components: [row(button({ custom_id: null }))] }),
      "components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
    ],
    [
      "a link without an address",
      message({ components: [row({ type: 2, style: 5, label: "x" })] }),
      "components.0.components.0.url BUTTON_COMPONENT_URL_REQUIRED",
    ],
    [
      "a link with a custom id",
      message({ components: [row(button({ style: 5, url: "https://example.org" }))] }),
      "components.0.components.0.custom_id BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
    ],
    [
      "a button without a label",
      message({ components: [row(button({ label: "" }))] }),
      "components.0.components.0.label BUTTON_COMPONENT_LABEL_REQUIRED",
    ],
    [
      "a label of 81 characters",
      message({ components: [row(button({ label: "x".repeat(81) }))] }),
      "components.0.components.0.label BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a custom id of 101 characters",
      message({ components: [row(button({ custom_id: "x".repeat(101) }))] }),
      "components.0.components.0.custom_id BASE_TYPE_BAD_LENGTH",
    ],
    [
      "two controls of one custom id",
      message({ components: [row(button(), button())] }),
      "components.0.components.1.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
    [
      "six rows",
      message({ components: Array.from({ length: 6 }, (_, index) => row(button({ custom_id: `${index}` }))) }),
      "components BASE_TYPE_BAD_LENGTH",
    ],
    [
      "six buttons in a row",
      message({ components: [row(...Array.from({ length: 6 }, (_, index) => button({ custom_id: `${index}` })))] }),
      "components.0.components BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a button beside a select",
      message({ components: [row(button(), select(1))] }),
      "components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    [
      "a select of 26",
      message({ components: [row(select(26))] }),
      "components.0.components.0.options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a select of nothing",
      message({ components: [row(select(0))] }),
      "components.0.components.0.options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a select that wants more than it has",
      message({ components: [row(select(2, { max_values: 3 }))] }),
      "components.0.components.0.options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a select with a value twice",
      message({
        components: [
          row({
            type: 3,
            custom_id: "s",
            options: [
              { label: "a", value: "a" },
              { label: "b", value: "a" },
            ],
          }),
        ],
      }),
      "components.0.components.0.options.1.value SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
    ],
    [
      "a placeholder of 151 characters",
      message({ components: [row(select(1, { placeholder: "x".repeat(151) }))] }),
      "components.0.components.0.placeholder BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a text input in a message",
      message({ components: [row({ type: 4, custom_id: "t", style: 1, label: "x" })] }),
      "components.0.components.0.type UNION_TYPE_CHOICES",
    ],
    [
      "a container without the V2 flag",
      message({ components: [{ type: 17, components: [text("x")] }] }),
      "components.0 UNION_TYPE_CHOICES",
    ],
    [
      "a component that does not exist",
      message({ components: [{ type: 99 }] }),
      "components.0.type UNION_TYPE_CHOICES",
    ],
    [
      "the V2 flag with content",
      { ...v2(text("x")), content: "hello" },
      "content MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    [
      "the V2 flag with embeds",
      { ...v2(text("x")), embeds: [{ title: "x" }] },
      "embeds MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
    ],
    [
      "41 components",
      v2(...Array.from({ length: 5 }, () => ({ type: 17, components: Array.from({ length: 8 }, () => text("x")) }))),
      "components COMPONENT_MAX_TOTAL_EXCEEDED",
    ],
    [
      "4,001 characters of V2 text",
      v2(text("x".repeat(2001)), text("x".repeat(2000))),
      "components COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
    ],
    ["an empty text display", v2(text("")), "components.0.content BASE_TYPE_BAD_LENGTH"],
    [
      "a section without an accessory",
      v2({ type: 9, components: [text("x")] }),
      "components.0.accessory UNION_TYPE_CHOICES",
    ],
    [
      "6,001 characters of embeds",
      { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] },
      "embeds MAX_EMBED_SIZE_EXCEEDED",
    ],
    ["11 embeds", { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) }, "embeds BASE_TYPE_BAD_LENGTH"],
    [
      "an embed title of 257 characters",
      { embeds: [{ title: "x".repeat(257) }] },
      "embeds.0.title BASE_TYPE_BAD_LENGTH",
    ],
    [
      "an embed field without a value",
      { embeds: [{ fields: [{ name: "x", value: "" }] }] },
      "embeds.0.fields.0.value BASE_TYPE_REQUIRED",
    ],
    ["an empty embed", { embeds: [{}] }, "embeds.0 BASE_TYPE_REQUIRED"],
    [
      "everybody and somebody allowed at once",
      message({ allowed_mentions: { parse: ["users"], users: [who.ada] } }),
      "allowed_mentions.parse MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
    ],
    ["ephemeral where nothing can be", message({ flags: 64 }), "flags BITFIELD_TYPE_BAD_VALUE"],
    ["a nonce of 26 characters", message({ nonce: "x".repeat(26) }), "nonce BASE_TYPE_BAD_LENGTH"],
    [
      "a reply to what is gone",
      message({ message_reference: { message_id: "1" } }),
      "message_reference REPLIES_UNKNOWN_MESSAGE",
    ],
  ])("%s is refused", async (_, body, complaint) => {
    const { discord } = await openGuild();
    const reply = await call(discord, "POST", `/channels/${place.general}/messages`, body);
    expect([reply.status, reply.code, told(reply)]).toEqual([400, 50035, complaint]);
    expect(discord.problems()).toHaveLength(1);
    expect(discord.person(who.ada).messages(place.general)).toEqual([]);
  });

  test.each([[{}], [{ content: "  " }], [{ content: "", embeds: [], components: [] }]])(
    "an empty message is refused: %j",
    async (body) => {
      const { discord } = await openGuild();
      expect(await call(discord, "POST", `/channels/${place.general}/messages`, body)).toMatchObject({
        status: 400,
        code: 50006,
      });
      expect(discord.problems()).toHaveLength(1);
    },
  );

  test("what is no JSON is refused with 50109", async () => {
    const { discord } = await openGuild();
    expect(await call(discord, "POST", `/channels/${place.general}/messages`, "{no")).toMatchObject({
      status: 400,
      code: 50109,
    });
  });

  test("an edit cannot take the V2 flag away, empty a message, or put content into a V2 message", async () => {
    const { discord } = await openGuild();
    const messages = `/channels/${place.general}/messages`;
    const sent = await call(discord, "POST", messages, v2(text("one")));
    const path = `${messages}/${String(property(sent.body, "id"))}`;
    expect(told(await call(discord, "PATCH", path, { content: "x" }))).toContain("content MESSAGE_CANNOT_USE_LEGACY");
    expect(await call(discord, "PATCH", path, { components: [] })).toMatchObject({ code: 50006 });
    expect(await call(discord, "PATCH", path, { components: [text("two")] })).toMatchObject({
      status: 200,
      body: { flags: 32768 },
    });
  });
});

describe("forms", () => {
  test.each([
    ["a title of 46 characters", form({ title: "x".repeat(46) }), "data.title BASE_TYPE_BAD_LENGTH"],
    ["no components", form({ components: [] }), "data.components BASE_TYPE_BAD_LENGTH"],
    [
      "six components",
      form({ components: Array.from({ length: 6 }, (_, index) => label(input({ custom_id: `${index}` }))) }),
      "data.components BASE_TYPE_BAD_LENGTH",
    ],
    [
      "two inputs of one custom id",
      form({ components: [label(input()), label(input())] }),
      "data.components.1.component.custom_id COMPONENT_CUSTOM_ID_DUPLICATED",
    ],
    [
      "a label of 46 characters",
      form({ components: [label(input(), { label: "x".repeat(46) })] }),
      "data.components.0.label BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a hint of 101 characters",
      form({ components: [label(input(), { description: "x".repeat(101) })] }),
      "data.components.0.description BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a placeholder of 101 characters",
      form({ components: [label(input({ placeholder: "x".repeat(101) }))] }),
      "data.components.0.component.placeholder BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a length beyond 4,000",
      form({ components: [label(input({ max_length: 4001 }))] }),
      "data.components.0.component.max_length NUMBER_TYPE_MAX",
    ],
    [
      "a value longer than the input takes",
      form({ components: [label(input({ max_length: 3, value: "four" }))] }),
      "data.components.0.component.value BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a button in a form",
      form({ components: [label(button())] }),
      "data.components.0.component.type UNION_TYPE_CHOICES",
    ],
    [
      "a container in a form",
      form({ components: [{ type: 17, components: [text("x")] }] }),
      "data.components.0.type UNION_TYPE_CHOICES",
    ],
    ["a text input outside a label", form({ components: [input()] }), "data.components.0.type UNION_TYPE_CHOICES"],
    [
      "an unlabelled input in a row",
      form({ components: [row(input())] }),
      "data.components.0.components.0.label BASE_TYPE_REQUIRED",
    ],
    [
      "two inputs in a row",
      form({ components: [row(input({ label: "a" }), input({ custom_id: "b", label: "b" }))] }),
      "data.components.0.components COMPONENT_LAYOUT_WIDTH_EXCEEDED",
    ],
    [
      "a radio group of one",
      form({ components: [label({ type: 21, custom_id: "r", options: [{ label: "a", value: "a" }] })] }),
      "data.components.0.component.options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "eleven checkboxes",
      form({ components: [label({ ...select(11), type: 22 })] }),
      "data.components.0.component.options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a disabled select",
      form({ components: [label(select(2, { disabled: true }))] }),
      "data.components.0.component.disabled COMPONENT_DISABLED_IN_MODAL",
    ],
    [
      "a required select that takes nothing",
      form({ components: [label(select(2, { min_values: 0 }))] }),
      "data.components.0.component.min_values COMPONENT_REQUIRED_MIN_VALUES",
    ],
    ["a misspelt key", form({ componets: [] }), "data.componets UNKNOWN_FIELD"],
  ])("%s is refused", async (_, data, complaint) => {
    const { discord } = await openGuild();
    await register(discord, command({}));
    const bot = await answering(discord, () => ({ type: 9, data }));
    void discord.person(who.ada).type(place.general, "/case");
    await until(() => bot.replies.length > 0);
    const [reply] = bot.replies;
    expect([reply?.status, reply && told(reply)]).toEqual([400, complaint]);
    expect(discord.person(who.ada).form()).toBeUndefined();
    expect(discord.problems()).toHaveLength(1);
  });

  test("every documented kind of input is taken and submitted", async () => {
    const { discord } = await openGuild();
    await register(discord, command({}));
    const components = [
      label(input({ style: 2, max_length: 4000 })),
      label({
        type: 21,
        custom_id: "radio",
        options: [
          { label: "A", value: "a" },
          { label: "B", value: "b" },
        ],
      }),
      label({
        type: 22,
        custom_id: "checks",
        options: [
          { label: "A", value: "a" },
          { label: "B", value: "b" },
        ],
        required: false,
        min_values: 0,
      }),
      label({ type: 23, custom_id: "agree" }),
      label({ type: 6, custom_id: "role" }),
    ];
    const submitted: unknown[] = [];
    await answering(discord, (interaction) => {
      if (interaction.type === InteractionType.ApplicationCommand) return { type: 9, data: form({ components }) };
      submitted.push(property(interaction.data, "components"));
      return { type: 4, data: { content: "thanks", flags: 64 } };
    });
    const ada = discord.person(who.ada);
    await ada.type(place.general, "/case");
    expect(ada.form()?.fields.map(({ kind }) => kind)).toEqual(["long-text", "choice", "choices", "choice", "choice"]);
    const roleId = ada.form()?.fields[4]?.options.at(-1)?.value ?? "";
    await ada.submit({ text: "words", radio: "b", checks: ["a", "b"], agree: "true", role: roleId });
    expect(submitted).toMatchObject([
      [
        { type: 18, id: 1, component: { type: 4, id: 2, custom_id: "text", value: "words" } },
        { component: { type: 21, value: "b" } },
        { component: { type: 22, values: ["a", "b"] } },
        { component: { type: 23, value: true } },
        { component: { type: 6, values: [roleId] } },
      ],
    ]);
    expect(discord.problems()).toEqual([]);
  });
});
