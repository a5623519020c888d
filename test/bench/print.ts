export const say = (line: string): boolean => process.stdout.write(`${line}\n`);

/** One measured thing in the table: what it is, what was measured, what is wanted. */
export const row = (what: string, measured: string, wanted = ""): boolean =>
  say(`  ${what.padEnd(62)} ${measured.padStart(14)}   ${wanted}`.trimEnd());
