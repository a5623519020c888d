/** Starts Redress. Usage: npm start (which brings Node 24 along), or node src/main.ts with Node 24 or newer. */
import process from "node:process";

const OLDEST = 24;

if (Number(process.versions.node.split(".")[0]) < OLDEST) {
  process.stderr.write(
    `Redress runs on Node ${OLDEST} or newer; this is Node ${process.versions.node}. Start it with "npm start": that brings Node ${OLDEST} along.\n`,
  );
  process.exitCode = 1;
} else {
  const { start } = await import("./start.ts");
  await start();
}
