import type { DisclosureBody } from "../../application/noticeBodies.ts";
import { paragraph } from "../blocks.ts";
import type { Block } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import type { NoticeBody, NoticeTable } from "./noticeTable.ts";

/** That somebody besides the parties is to learn of a sanction, and what they learn. */
export const disclosureNotices: NoticeTable<DisclosureBody["kind"]> = {
  "disclosure-asked": ({ case: ref, codeName }, body, { say, name, list }) => ({
    tone: "attention",
    title: say("notice.disclosure-asked.title"),
    blocks: [
      paragraph(
        say("notice.disclosure-asked", {
          whom: body.whose,
          sanction: name("sanction", body.sanction),
          codeName,
          recipient: body.recipient ?? say("notice.disclosure.somebody"),
          contents: list(body.contents.map((part) => name("disclosed", part))),
        }),
      ),
      { kind: "quote", text: body.reasons },
    ],
    rows: [
      [
        button("primary", say("act.sanction.approve"), "sanction.approve", ref, body.disclosure),
        button("danger", say("act.sanction.decline"), "sanction.decline", ref, body.disclosure),
      ],
    ],
  }),
  disclosure: (_, body, speech) => ({
    tone: "attention",
    title: speech.say(body.what === "ends" ? "notice.disclosure.title.ends" : "notice.disclosure.title"),
    blocks: disclosureBlocks(body, speech),
    rows: [],
  }),
};

function disclosureBlocks(body: NoticeBody<"disclosure">, { say, name, day, list }: Speech): readonly Block[] {
  const who = body.name ?? say("notice.disclosure.somebody");
  const { bars = [] } = body;
  const isOfEvents = bars.every((thing) => thing === "events");
  const sentences = [
    isOfEvents || body.what === "ends"
      ? say(`notice.disclosure.${body.what}`, { name: who })
      : say("notice.disclosure.from-more", { name: who, things: list(bars.map((thing) => name("permit", thing))) }),
    ...(body.what === "ends" || body.from === undefined
      ? []
      : [say("notice.disclosure.from", { day: day(body.from) })]),
    ...(body.what === "ends" || body.until === undefined
      ? []
      : [say("notice.disclosure.until", { day: day(body.until) })]),
    ...(body.what !== "ends" && body.isEndless ? [say("notice.disclosure.endless")] : []),
    ...(body.what === "ends" || body.permits.length === 0
      ? []
      : [say("notice.disclosure.permits", { permits: list(body.permits.map((permit) => name("permit", permit))) })]),
  ];
  return [paragraph(sentences.join(" ")), { kind: "small", text: say("notice.disclosure.care") }];
}
