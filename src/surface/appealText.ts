import type { AppealTo, AppealView } from "../application/views/appealView.ts";
import type { Block } from "./card.ts";
import type { Speech } from "./say.ts";

/** Until when somebody may appeal, to whom and why; nothing for those who may not. */
export function appealBlocks(appeal: AppealView | undefined, speech: Speech): readonly Block[] {
  if (appeal === undefined) return [];
  const { say, day, list, either, name } = speech;
  const to = either(appeal.to.map((together) => list(together.map((one) => toText(one, speech)))));
  // A reason can have an "or" in it.
  const grounds = appeal.grounds.map((ground) => name("ground", ground)).join("; ");
  const text =
    appeal.until === undefined
      ? say("notice.part.appeal.no-day", { to })
      : say("notice.part.appeal", { day: day(appeal.until), to });
  const why = grounds === "" ? [] : [say("notice.part.appeal.grounds", { grounds })];
  return [{ kind: "paragraph", text: [text, ...why].join(" ") }];
}

function toText(to: AppealTo, { say, name }: Speech): string {
  return to.kind === "external" ? to.label : say("notice.part.appeal.to", { whom: name(to.kind, to.id) });
}
