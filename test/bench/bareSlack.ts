/** The least an app can be: Bolt, an ack to everything. What Redress is measured against. */
import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";

const clientOptions = { slackApiUrl: process.env["SLACK_API_URL"] ?? "" };
const app = new App({
  token: process.env["SLACK_BOT_TOKEN"] ?? "",
  receiver: new SocketModeReceiver({
    appToken: process.env["SLACK_APP_TOKEN"] ?? "",
    installerOptions: { clientOptions },
    logLevel: LogLevel.ERROR,
  }),
  clientOptions,
  logLevel: LogLevel.ERROR,
});
app.command(/.*/, async ({ ack }) => ack());
app.action(/.*/, async ({ ack }) => ack());
await app.start();
process.stdout.write("ready\n");
