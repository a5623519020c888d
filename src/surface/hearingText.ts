import type { HearingRecordView, HearingState } from "../application/views/hearingView.ts";
import { small } from "./blocks.ts";
import type { Block, Control } from "./card.ts";
import { button } from "./cards/controls.ts";
import type { Speech } from "./say.ts";

/** What was written down of a hearing. */
export function recordBlocks({ held, written, text, isEarlier }: HearingRecordView, speech: Speech): readonly Block[] {
  const { say, day } = speech;
  return [
    { kind: "quote", text },
    small(say("hearing.record.written", { held: day(held), written: day(written) })),
    ...(isEarlier ? [small(say("hearing.record.earlier"))] : []),
  ];
}

/** When the hearing is, and what is still to be done about it, as the officers' card has it. */
export function hearingFacts(hearing: HearingState | undefined, { say, day }: Speech) {
  if (hearing?.on === undefined) return [];
  const { on, time, isHeld, isRecorded } = hearing;
  const when = time === undefined ? day(on) : say("card.hearing.at", { day: day(on), time });
  const value = isHeld ? say(isRecorded ? "card.hearing.recorded" : "card.hearing.held", { when }) : when;
  return [{ label: say("card.hearing"), value }];
}

/** What comes next about the hearing of a stage. */
export function hearingControls(hearing: HearingState | undefined, ref: string, { say }: Speech): readonly Control[] {
  if (hearing === undefined || hearing.isRecorded) return [];
  if (hearing.isHeld) return [button("primary", say("act.hearing.record"), "hearing.record", ref)];
  if (hearing.on === undefined) return [button("primary", say("act.hearing.call"), "hearing.call", ref)];
  return [
    button("primary", say("act.hearing.held"), "hearing.held", ref),
    button("secondary", say("act.hearing.move"), "hearing.call", ref),
  ];
}
