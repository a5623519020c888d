import { expect, test } from "vitest";

import { parsePlace } from "../../src/surface/desk/publicPlace.ts";

const discord = { platform: "discord", channel: "910000000000000001" };
const slack = { platform: "slack", channel: "C0123ABCDEF" };

test.each([
  ["https://discord.com/channels/900000000000000001/910000000000000001", discord],
  ["<#910000000000000001>", discord],
  [" 910000000000000001 ", discord],
  ["https://our-union.slack.com/archives/C0123ABCDEF", slack],
  ["<#C0123ABCDEF|news>", slack],
  ["C0123ABCDEF", slack],
  ["#news", undefined],
  ["on the notice board at https://discord.com", undefined],
  ["https://discord.com/channels/@me/910000000000000001", undefined],
  ["https://our-union.slack.com/archives/D0123ABCDEF", undefined],
  ["", undefined],
])("whoever writes “%s” means a channel, or no channel", (text, place) => {
  expect(parsePlace(text)).toEqual(place);
});
