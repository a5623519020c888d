import type { AskedQuestion, Setup } from "../../application/acts/setUp.ts";
import { accessCard } from "../cards/accessCard.ts";
import { allConfirmedCard, differsCard, questionCard, roomReadersCard, setupCard } from "../cards/setupCards.ts";
import type { Answer } from "../delivery.ts";
import { forAdministrators } from "./administratorsOnly.ts";
import { RULES, showRules } from "./rules.ts";
import type { Act, Visit } from "./visit.ts";

const readSetup = ({ acts, speech }: Visit) => acts.readSetup((kind, name) => speech.name(kind, name));

/** The part of `/setup` that says what sanctions take away on the platforms. */
const ACCESS = "access";

const list: Act = async (visit, target) => {
  const { choice } = target;
  if (choice === RULES) return showRules(visit, { ...target, choice: "" });
  if (choice === ACCESS) return { kind: "note", card: accessCard(await visit.acts.readAccess(), 1, visit.speech) };
  const card = setupCard(await readSetup(visit), Number(choice) || 1, visit.citation, visit.speech);
  return { kind: choice === "" ? "note" : "instead", card };
};

/** The first question that is open; after one that somebody has just answered, the next. */
const next: Act = async (visit, { ref }) => {
  const setup = await readSetup(visit);
  const after = questionOf(setup, ref);
  const [open] = setup.questions.filter(isOpen);
  if (after === undefined && open !== undefined && setup.questions.every((each) => !isUnanswered(each)))
    return question(visit, setup, open, 1, undefined);
  return nextOpen(visit, setup, undefined, after);
};

const show: Act = async (visit, { ref, choice }) => showQuestion(visit, ref, Number(choice) || 1);

const pick: Act = async (visit, { values }) => showQuestion(visit, values[0] ?? "", 1);

async function showQuestion(visit: Visit, ref: string, part: number): Promise<Answer> {
  const setup = await readSetup(visit);
  const asked = questionOf(setup, ref);
  return asked === undefined ? changed(visit) : question(visit, setup, asked, part, undefined);
}

/** The answer is kept, and the next open question follows: so a board gets through the list in one go. */
const confirm: Act = async (visit, { ref }) => {
  const { acts, delivery, speech } = visit;
  const kept = await acts.answerQuestion(delivery.caller, ref, "confirmed");
  if (kept === "changed") return changed(visit);
  const setup = await readSetup(visit);
  const asked = questionOf(setup, ref);
  const open = setup.questions.filter(isOpen).length;
  const by = asked?.confirmed?.by ?? "";
  const told = kept === "kept" ? speech.say("setup.kept", { open }) : speech.say("setup.before", { by, open });
  return nextOpen(visit, setup, told, asked);
};

const differs: Act = async (visit, { ref }) => {
  const { acts, delivery, speech } = visit;
  const kept = await acts.answerQuestion(delivery.caller, ref, "differs");
  const asked = kept === "changed" ? undefined : questionOf(await readSetup(visit), ref);
  return asked === undefined ? changed(visit) : { kind: "instead", card: differsCard(asked, speech) };
};

const isOpen = ({ confirmed }: AskedQuestion) => confirmed === undefined;
const isUnanswered = (asked: AskedQuestion) => isOpen(asked) && asked.objected === undefined;

/** The next question that nobody has answered after this one, or the first there is; the list where only those are open that wait for the file. */
function nextOpen(visit: Visit, setup: Setup, told: string | undefined, after: AskedQuestion | undefined): Answer {
  const from = after === undefined ? 0 : setup.questions.indexOf(after) + 1;
  const inTurn = [...setup.questions.slice(from), ...setup.questions.slice(0, from)];
  const asked = inTurn.find(isUnanswered);
  if (asked !== undefined) return question(visit, setup, asked, 1, told);
  const { citation, speech } = visit;
  const isDone = !setup.questions.some(isOpen);
  return { kind: "instead", card: isDone ? allConfirmedCard(setup, speech) : setupCard(setup, 1, citation, speech) };
}

function question(visit: Visit, setup: Setup, asked: AskedQuestion, part: number, told: string | undefined): Answer {
  return { kind: "instead", card: questionCard(setup, asked, part, told, visit.citation, visit.speech) };
}

const questionOf = ({ questions }: Setup, ref: string) => questions.find((each) => each.ref === ref);

/** The rulebook says something else by now: what was pressed stood on an older list. */
async function changed(visit: Visit): Promise<Answer> {
  const card = setupCard(await readSetup(visit), 1, visit.citation, visit.speech);
  const told = { kind: "paragraph", text: visit.speech.say("setup.changed") } as const;
  return { kind: "instead", card: { ...card, blocks: [told, ...card.blocks] } };
}

const readers: Act = async ({ acts, speech }, { choice }) => {
  const views = await acts.readRoomReaders();
  return { kind: "instead", card: roomReadersCard(views, Number(choice) || 1, speech) };
};

const access: Act = async ({ acts, speech }, { choice }) => ({
  kind: "instead",
  card: accessCard(await acts.readAccess(), Number(choice) || 1, speech),
});

const settingUp = {
  "setup.list": list,
  "setup.next": next,
  "setup.show": show,
  "setup.pick": pick,
  "setup.confirm": confirm,
  "setup.differs": differs,
  "setup.readers": readers,
  "setup.access": access,
};

export const settingUpActs: Readonly<Record<string, Act>> = Object.fromEntries(
  Object.entries(settingUp).map(([name, act]) => [name, forAdministrators(act)]),
);
