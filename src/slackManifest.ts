/**
 * Prints the manifest of the Slack app, for https://api.slack.com/apps?new_app=1 (from an app manifest).
 * Usage: npm run slack:manifest [-- https://your.address/slack/events]
 */
import { commands } from "../commands/index.ts";
import { slackManifest } from "./slack/manifest.ts";

const [url] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(slackManifest({ commands, url }), null, 2)}\n`);
