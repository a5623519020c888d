import type { Stage as WholeStage } from "./stage.ts";

/** As much of a stage as a play needs. */
type Scene = Pick<WholeStage, "kind" | "person" | "settle" | "now">;

/** Words that are planted in a report and must stand nowhere but before the eyes of those who may read them. */
export const planted = {
  what: "PLANTED-WHAT he kept asking after I had said no",
  where: "PLANTED-WHERE the pub on Friday",
  reasons: "PLANTED-REASONS it was said plainly and twice",
  note: "PLANTED-NOTE she wants to be called after four",
} as const;

/** Those who vote in favour where nothing else is said: five, one of them of the presidency. */
const voters = ["Petra", "Dina", "Hanna", "Ivan", "Julia"] as const;

/** Mona reports Nils. Returns the code name of the case. */
export async function fileReport(
  stage: Scene,
  about: readonly string[] = ["Nils"],
  receiver?: string,
): Promise<string> {
  const mona = stage.person("Mona");
  await mona.command("report");
  await mona.fillIn({
    "What happened?": planted.what,
    "How are you involved?": "It happened to me",
    "Who is it about?": about.map((name) => stage.person(name).id),
    ...(receiver === undefined ? {} : { "Is it about somebody who reads reports?": receiver }),
  });
  if (stage.kind === "discord") await mona.press("Continue");
  await mona.fillIn({ "When and where?": planted.where, "Which rules?": ["Crossing personal boundaries"] });
  await mona.press("Send the report");
  await stage.settle();
  return codeNameIn(mona.note());
}

/** Mona has written a report about Nils and has only to send it. */
export async function reachSending(stage: Scene): Promise<void> {
  const mona = stage.person("Mona");
  await mona.command("report");
  await mona.fillIn({
    "What happened?": planted.what,
    "How are you involved?": "It happened to me",
    "Who is it about?": [stage.person("Nils").id],
  });
  if (stage.kind === "discord") await mona.press("Continue");
  await mona.fillIn({});
}

export function codeNameIn(text: string): string {
  const found = /\b[a-z]+-[a-z]+-\d\d\b/.exec(text);
  if (found === null) throw new Error(`No code name stands in: ${text}`);
  return found[0];
}

/** Sara takes the case and acknowledges it. */
export async function acknowledge(stage: Scene): Promise<void> {
  const sara = stage.person("Sara");
  await sara.press("Take the case");
  await stage.settle();
  await sara.press("Acknowledge the report");
  await sara.fillIn({ "Your message": "Thank you, Mona. I am here." });
  await stage.settle();
  await sara.press("In contact with the complainant");
  await stage.settle();
}

/** A rule may have been broken; the witnesses are heard. */
export async function assess(stage: Scene): Promise<void> {
  const sara = stage.person("Sara");
  await sara.press("A rule may have been broken");
  await sara.fillIn({ "Rules that may have been broken": ["Crossing personal boundaries"], Reasons: planted.reasons });
  await stage.settle();
  await sara.press("Witnesses heard");
  await stage.settle();
}

/** Nils is called to a meeting and heard. */
export async function hear(stage: Scene): Promise<void> {
  const sara = stage.person("Sara");
  await sara.press("Call to a meeting");
  const day = stage.now().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().add({ days: 6 });
  await sara.fillIn({
    "Day of the meeting": day.toString(),
    "What the person is told": "Thursday 16:00, room 4. You may bring somebody.",
  });
  await stage.settle();
  await sara.press("Respondent heard");
  await stage.settle();
}

/** Omar, who knows the names, says who of the board has a conflict of interest. */
export async function check(stage: Scene, ...names: readonly string[]): Promise<void> {
  await stage.person("Omar").press("Look for conflicts of interest");
  await stage.person("Omar").fillIn(names.length === 0 ? {} : { "Who has a conflict of interest?": names });
  await stage.settle();
}

/** Sara writes the brief, Omar looks for conflicts of interest and approves it. */
export async function brief(stage: Scene, ...keptOut: readonly string[]): Promise<void> {
  await stage.person("Sara").press("Write the brief");
  await stage.person("Sara").fillIn({
    "What is needed to decide": "Person A says that Person B went on after a clear no. Person B does not deny it.",
  });
  await stage.settle();
  await check(stage, ...keptOut);
  await stage.person("Omar").press("Approve the brief");
  await stage.settle();
}

export async function playToBoard(stage: Scene, ...keptOut: readonly string[]): Promise<string> {
  const codeName = await fileReport(stage);
  await acknowledge(stage);
  await assess(stage);
  await hear(stage);
  await brief(stage, ...keptOut);
  return codeName;
}

/** A member of the board reads the brief: nothing stands in the way. */
export async function clear(stage: Scene, name: string): Promise<void> {
  const member = stage.person(name);
  await member.press("Read the brief");
  await member.press("Nothing stands in the way, and I keep it confidential");
}

/** Petra, the president, puts the motion to uphold with a sanction. */
export async function putMotion(stage: Scene, sanction = "warning", severity = "ordinary"): Promise<void> {
  const petra = stage.person("Petra");
  await petra.press("Put a motion");
  await petra.fillIn({
    Motion: "Uphold the complaint",
    "Rules found to be broken": ["Crossing personal boundaries"],
    "Severity, if it is upheld": severity,
    "Sanction, if it is upheld": sanction,
    Reasons: planted.reasons,
  });
  await stage.settle();
}

export async function vote(
  stage: Scene,
  choices: Readonly<Record<string, "In favour" | "Against" | "Abstain">>,
): Promise<void> {
  for (const [name, choice] of Object.entries(choices)) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
    await stage.person(name).press(choice);
  }
  await stage.settle();
}

/** Five vote in favour, one of them of the presidency, and the president closes the vote. */
export async function carry(stage: Scene): Promise<void> {
  await vote(stage, Object.fromEntries(voters.map((name) => [name, "In favour" as const])));
  await stage.person("Petra").press("Close the vote");
  await stage.settle();
}

/** The whole board clears itself but Bea, who steps aside, and those whom the officers have kept out; a motion is put. */
export async function playToVote(stage: Scene, ...keptOut: readonly string[]): Promise<string> {
  const codeName = await playToBoard(stage, ...keptOut);
  const bea = stage.person("Bea");
  await bea.press("Read the brief");
  await bea.press("I have a conflict: I step aside");
  await stage.settle();
  for (const name of ["Petra", "Viktor", "Dina", "Gustav", "Hanna", "Ivan", "Julia", "Karim"]) {
    // oxlint-disable-next-line no-await-in-loop
    if (name !== "Gustav" && !keptOut.some((each) => each.startsWith(name))) await clear(stage, name);
  }
  await putMotion(stage);
  return codeName;
}

/** A report, about Nils when nothing else is said, comes before the board, whose members can vote on it. */
export async function playToMotion(stage: Scene, report = () => fileReport(stage)): Promise<string> {
  const codeName = await report();
  await acknowledge(stage);
  await assess(stage);
  await hear(stage);
  await brief(stage);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people do
  for (const member of voters) await clear(stage, member);
  return codeName;
}

/** The board upholds a report about Nils with a sanction; the notices are not sent yet. */
export async function uphold(
  stage: Scene,
  sanction: string,
  severity: string,
  report = () => fileReport(stage),
): Promise<string> {
  const codeName = await playToMotion(stage, report);
  await putMotion(stage, sanction, severity);
  if (stage.person("Petra").canPress("Stay with it")) await stage.person("Petra").press("Stay with it");
  await stage.settle();
  await carry(stage);
  return codeName;
}

/** The president sends the notices of the case that was decided last. */
export async function sendNotices(stage: Scene): Promise<void> {
  await stage.person("Petra").press("Send the notices");
  await stage.settle();
}
