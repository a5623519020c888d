import type { Command } from "../src/surface/command.ts";
import { agreement } from "./agreement.ts";
import { anonymous } from "./anonymous.ts";
import { apart } from "./apart.ts";
import { appeal } from "./appeal.ts";
import { ask } from "./ask.ts";
import { body } from "./body.ts";
import { caseCommand } from "./case.ts";
import { choose } from "./choose.ts";
import { code } from "./code.ts";
import { companion } from "./companion.ts";
import { count } from "./count.ts";
import { decisions, precedents } from "./decisions.ts";
import { diary } from "./diary.ts";
import { doorcheck } from "./doorcheck.ts";
import { drafts } from "./drafts.ts";
import { due } from "./due.ts";
import { enter } from "./enter.ts";
import { evidence } from "./evidence.ts";
import { handover } from "./handover.ts";
import { hearing } from "./hearing.ts";
import { member } from "./member.ts";
import { motion } from "./motion.ts";
import { mycase } from "./mycase.ts";
import { open } from "./open.ts";
import { outside } from "./outside.ts";
import { publish } from "./publish.ts";
import { receipt } from "./receipt.ts";
import { records } from "./records.ts";
import { redress } from "./redress.ts";
import { report } from "./report.ts";
import { sanction } from "./sanction.ts";
import { scope } from "./scope.ts";
import { session } from "./session.ts";
import { setup } from "./setup.ts";
import { statistics } from "./statistics.ts";
import { vote } from "./vote.ts";

/** Everything people can type, in the order in which it is offered. */
export const commands: readonly Command[] = [
  report,
  anonymous,
  ask,
  mycase,
  receipt,
  diary,
  drafts,
  appeal,
  agreement,
  apart,
  choose,
  companion,
  code,
  caseCommand,
  scope,
  enter,
  handover,
  open,
  evidence,
  hearing,
  vote,
  motion,
  count,
  session,
  due,
  sanction,
  outside,
  records,
  publish,
  statistics,
  decisions,
  precedents,
  doorcheck,
  body,
  member,
  redress,
  setup,
];
