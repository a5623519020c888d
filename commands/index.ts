import type { Command } from "../src/surface/command.ts";
import { appeal } from "./appeal.ts";
import { caseCommand } from "./case.ts";
import { code } from "./code.ts";
import { doorcheck } from "./doorcheck.ts";
import { due } from "./due.ts";
import { enter } from "./enter.ts";
import { mycase } from "./mycase.ts";
import { redress } from "./redress.ts";
import { report } from "./report.ts";
import { sanction } from "./sanction.ts";
import { session } from "./session.ts";
import { setup } from "./setup.ts";
import { vote } from "./vote.ts";

/** Everything people can type, in the order in which it is offered. */
export const commands: readonly Command[] = [
  report,
  mycase,
  appeal,
  code,
  caseCommand,
  enter,
  vote,
  session,
  due,
  sanction,
  doorcheck,
  redress,
  setup,
];
