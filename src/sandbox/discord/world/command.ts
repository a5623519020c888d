import type { CommandBody } from "../wire/command.ts";

/** A registered command; `scope` is the guild it belongs to, or "global". */
export interface Command {
  readonly id: string;
  readonly scope: string;
  readonly version: string;
  readonly type: number;
  readonly body: CommandBody;
}
