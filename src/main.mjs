// Starts Redress. Usage: npm start (which brings Node 24 along), or node src/main.mjs with Node 24 or newer.
// Plain JavaScript, so that an older Node can read the sentence that refuses it.
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
