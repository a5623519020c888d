import type { Hands } from "../../domain/motions/entry.ts";
import type { CaseRef } from "../actOnCase.ts";
import type { House } from "../house.ts";
import type { AccountRef } from "../person.ts";
import { actOnMotion, amendMotion, answerOnMotion, askMover, countHands, openMotionVote } from "./actOnMotion.ts";
import type { MotionRequest } from "./actOnMotion.ts";
import { ballotPaper, castOnMotion, presentOnMotion } from "./castOnMotion.ts";
import type { Filling } from "./castOnMotion.ts";
import { callOnMotion, closeMotionVote } from "./closeMotionVote.ts";
import { moveMotion, rulesToMoveBy } from "./moveMotion.ts";
import type { MotionWords } from "./moveMotion.ts";
import { findMotion, listMotions, openMotionCard, readBallots } from "./readMotions.ts";
import { whyOnMotion } from "./whyOnMotion.ts";

/** What can be done in motions that are no case. */
export const motionActs = (house: House) => ({
  rulesToMoveBy: (caller: AccountRef, body?: string) => rulesToMoveBy(house, caller, body),
  moveMotion: (caller: AccountRef, words: MotionWords, delivery: string) => moveMotion(house, caller, words, delivery),
  listMotions: (caller: AccountRef) => listMotions(house, caller),
  findMotion: (caller: AccountRef, ref: CaseRef) => findMotion(house, caller, ref),
  openMotionCard: (caller: AccountRef, ref: CaseRef) => openMotionCard(house, caller, ref),
  readBallots: (caller: AccountRef, ref: CaseRef) => readBallots(house, caller, ref),
  ballotPaper: (caller: AccountRef, ref: CaseRef, filling?: Filling) => ballotPaper(house, caller, ref, filling),

  secondMotion: (request: MotionRequest) => actOnMotion(house, request, { kind: "second" }),
  withdrawMotion: (request: MotionRequest) => actOnMotion(house, request, { kind: "withdraw" }),
  openMotionVote: (request: MotionRequest, instead?: { readonly lastDay: string | undefined }, rule?: string) =>
    openMotionVote(house, request, instead, rule),
  whyOnMotion: (caller: AccountRef, ref: CaseRef) => whyOnMotion(house, caller, ref),
  amendMotion: (request: MotionRequest, text: string) => amendMotion(house, request, text),
  callOnMotion: (request: MotionRequest) => callOnMotion(house, request),
  tieOnMotion: (request: MotionRequest, casting: "in-favour" | "against") =>
    actOnMotion(house, request, { kind: "decide-tie", casting }),
  countHands: (request: MotionRequest, hands: Hands) => countHands(house, request, hands),
  withdrawOption: (request: MotionRequest, option: string) =>
    actOnMotion(house, request, { kind: "withdraw-option", option }),
  askMover: (request: MotionRequest, text: string) => askMover(house, request, text),
  answerOnMotion: (request: MotionRequest, text: string | undefined) => answerOnMotion(house, request, text),
  recuseFromMotion: (request: MotionRequest) => actOnMotion(house, request, { kind: "recuse" }),
  castOnMotion: (caller: AccountRef, ref: CaseRef, said: string, delivery: string) =>
    castOnMotion(house, caller, ref, said, delivery),
  presentOnMotion: (caller: AccountRef, ref: CaseRef) => presentOnMotion(house, caller, ref),
  closeMotionVote: (request: MotionRequest) => closeMotionVote(house, request),
});
