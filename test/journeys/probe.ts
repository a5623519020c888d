import { commands } from "../../commands/index.ts";
import type { Account } from "../../src/application/person.ts";
import { chance } from "../../src/chance.ts";
import { openRedress } from "../../src/redress.ts";
import type { CommandOption } from "../../src/surface/command.ts";
import type { Answer, Delivery } from "../../src/surface/delivery.ts";
import { actNames, formNames } from "../../src/surface/desk/desk.ts";
import type { Desk } from "../../src/surface/desk/desk.ts";
import type { Field, FieldValue, Form } from "../../src/surface/form.ts";
import { chapter } from "./people.ts";
import type { Organisation } from "./people.ts";
import type { Stage } from "./stage.ts";

/** The desk behind the platforms: what arrives at it need not stand on any screen. */
export async function openDesk(
  stage: Stage,
  { rulebookText, officials }: Pick<Organisation, "rulebookText" | "officials"> = chapter,
): Promise<{ readonly desk: Desk; readonly close: () => Promise<void> }> {
  let found: Desk | undefined;
  const redress = await openRedress({
    store: stage.store,
    clock: { now: () => stage.now() },
    chance,
    log: { info() {}, warn() {} },
    rulebookText,
    roster: officials,
    connect(desk) {
      found = desk;
      return Promise.resolve([]);
    },
  });
  if (found === undefined) throw new Error("No desk was opened.");
  return { desk: found, close: () => redress.close() };
}

/** A delivery of somebody, with everything but who sent it. */
export type Attempt = Delivery extends infer Each
  ? Each extends Delivery
    ? Omit<Each, "key" | "platform" | "caller">
    : never
  : never;

/** What somebody can be sent with: the code names and ids of one case and of what belongs to it, or made-up ones in their place. */
export interface Names {
  readonly codeName: string;
  /** What buttons and forms are about; the case first. */
  readonly refs: readonly string[];
  /** What buttons carry besides: ids of notices, decisions, challenges, sanctions. */
  readonly choices: readonly string[];
}

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/**
 * Everything by which a case can be named, as it stands in its file.
 * @param most how many of the ids inside it, the last ones
 */
export async function namesOf(stage: Stage, codeName: string, most = 4): Promise<Names> {
  const stored = await stage.store.caseByCodeName(codeName);
  if (stored === undefined) throw new Error(`There is no case ${codeName}.`);
  const inside = stored.entries.flatMap(({ entry }) => JSON.stringify(entry).match(ID) ?? []);
  const people = new Set(stored.identities.map(({ person }) => person));
  const ids = [...new Set(inside)].filter((id) => id !== stored.id && !people.has(id)).slice(-most);
  const about = ids.flatMap((id) => [id, `a.${id}`, `b.${id}`, `${id}-yes`]);
  return { codeName, refs: [stored.id, ...ids], choices: about };
}

/** Names of nothing, as many and of the same form. */
export function nothingLike({ refs, choices }: Names): Names {
  // What stands at the beginning may be read as a number.
  const invented = new Map(refs.map((ref) => [ref, `${ref.slice(0, 24)}${chance.id().slice(24)}`]));
  const swap = (text: string) => text.replaceAll(ID, (id) => invented.get(id) ?? id);
  return { codeName: "no-such-11", refs: refs.map(swap), choices: choices.map(swap) };
}

const words = ["", "yes", "1", "report.1", "decision.1", "violation", "acknowledge", "in-favour", "anyone"];

/** What begins something has a new id each time; what lists one's own drafts lists those of the round before. */
export const begun: ReadonlySet<string> = new Set([
  "member.link",
  "member.join",
  "open.begin",
  "report.start",
  "case.enter",
  "anonymous.start",
  "anonymous.write",
  "record.write",
  "record.list",
  "ask.new",
  "draft.list",
  "draft.discard",
  "draft.others",
]);

/** Everything that can be typed, completed, pressed or sent about a case, whoever tries it. */
export function attempts({ codeName, refs, choices }: Names): readonly Attempt[] {
  const [first = "", ...inside] = refs;
  const typed = commands.flatMap(({ name, subcommands }) =>
    subcommands
      .filter(({ options }) => options.some(({ kind }) => kind === "case"))
      .flatMap(({ name: word = "", options }) =>
        waysToFill(options, codeName).map((given): Attempt => ({
          kind: "command",
          words: [name, word],
          options: given,
        })),
      ),
  );
  const completed = commands.flatMap(({ name, subcommands }) =>
    subcommands.flatMap(({ name: word = "", options }) =>
      options.flatMap((option) =>
        (option.kind === "case" ? ["", codeName] : [""]).map((partly): Attempt => ({
          kind: "complete",
          words: [name, word],
          option: option.name,
          typed: partly,
        })),
      ),
    ),
  );
  const acts = actNames.filter((act) => !begun.has(act));
  const opened = formNames.flatMap((form) => [...words, ...choices].map((choice) => `${form}/${choice}/1`));
  const pressed = acts.flatMap((act) => [
    ...[...words, ...choices].map((choice) => press(act, choice, first)),
    ...inside.flatMap((ref) => ["", "in-favour"].map((choice) => press(act, choice, ref))),
  ]);
  const reopened = ["form.open", "form.anyway"].flatMap((act) => opened.map((form) => press(act, form, first)));
  const sent = formNames.flatMap((form) => [
    ...["", ...choices].flatMap((choice) => [1, 2].map((page) => submit(`${form}/${choice}/${page}`, first))),
    ...inside.map((ref) => submit(`${form}//1`, ref)),
  ]);
  return [...typed, ...completed, ...pressed, ...reopened, ...sent];
}

const press = (act: string, choice: string, ref: string): Attempt => ({ kind: "press", act, choice, ref, values: [] });
const submit = (form: string, ref: string): Attempt => ({ kind: "submit", form, ref, values: {}, people: {} });

/** The options of a command filled in with every choice that it offers. */
function waysToFill(options: readonly CommandOption[], codeName: string): readonly Readonly<Record<string, string>>[] {
  const ways = (option: CommandOption): readonly string[] => {
    if (option.kind === "case") return [codeName];
    return option.kind === "choice" ? option.choices.map(({ value }) => value) : ["violation", "acknowledge"];
  };
  return options.reduce<readonly Readonly<Record<string, string>>[]>(
    (given, option) => given.flatMap((each) => ways(option).map((value) => ({ ...each, [option.name]: value }))),
    [{}],
  );
}

/** What is listed, counted or begun without the name of a case. */
export const nameless: readonly Attempt[] = [
  ...commands
    .flatMap(({ name, subcommands }) => subcommands.map((each) => ({ name, each })))
    .filter(({ each }) => !each.options.some(({ kind, required }) => kind === "case" && required))
    .map(({ name, each }): Attempt => ({ kind: "command", words: [name, each.name ?? ""], options: {} })),
  ...commands.flatMap(({ name, subcommands }) =>
    subcommands.flatMap(({ name: word = "", options }) =>
      options.map((option): Attempt => ({ kind: "complete", words: [name, word], option: option.name, typed: "" })),
    ),
  ),
  ...actNames.filter((act) => !act.startsWith("report.")).map((act) => press(act, "", "home")),
  { kind: "home" },
  {
    kind: "message",
    message: {
      text: "PLANTED-TYPED",
      link: "https://example.org/1",
      by: "Lo Ström",
      atMs: Date.UTC(2026, 2, 1, 9),
      files: [],
      author: undefined,
    },
  },
];

/** Every way in which something arrives. */
export const ways = {
  command: true,
  press: true,
  submit: true,
  complete: true,
  message: true,
  home: true,
} as const satisfies Readonly<Record<Delivery["kind"], true>>;

/** Everything that somebody is answered who tries all of it, with what names the case taken out. */
export async function answers(
  desk: Desk,
  caller: Account,
  tried: readonly Attempt[],
  names: Names,
): Promise<readonly string[]> {
  const all: string[] = [];
  for (const attempt of tried) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other, as one person does
    const answer = await sendAll(desk, caller, attempt);
    const what = JSON.stringify(attempt);
    all.push(plain(`${what}: ${JSON.stringify(answer)}`, names));
  }
  return all;
}

const plain = (text: string, { codeName }: Names) => text.replaceAll(codeName, "CODE").replaceAll(ID, "ID");

/** Sends it; a form that comes back with what is missing is filled in by its own description, page after page. */
async function sendAll(desk: Desk, caller: Account, attempt: Attempt): Promise<readonly Answer[]> {
  const common = () => ({ key: chance.id(), platform: caller.platform, caller });
  const told = [await desk.handle({ ...common(), ...attempt }, async () => "no")];
  if (attempt.kind !== "submit") return told;
  for (let page = 1; page <= 3; page += 1) {
    const last = told.at(-1);
    if (last?.kind !== "errors" && last?.kind !== "form") break;
    const { form } = last;
    const filled = {
      ...attempt,
      form: form.id,
      ref: form.ref,
      values: valuesFor(form, `${caller.platform}:${caller.id}`),
      people: { [`${caller.platform}:${caller.id}`]: caller },
    };
    // oxlint-disable-next-line no-await-in-loop -- page after page
    told.push(await desk.handle({ ...common(), ...filled }, async () => "no"));
  }
  return told;
}

const valuesFor = ({ fields }: Form, person: string) =>
  Object.fromEntries(fields.map((field) => [field.id, valueFor(field, person)]));

function valueFor({ kind, options }: Field, person: string): FieldValue {
  switch (kind) {
    case "text":
      return "3";
    case "long-text":
      return "PLANTED-TYPED";
    case "choice":
      return options[0]?.value ?? "";
    case "choices":
      return options.slice(0, 1).map(({ value }) => value);
    case "people":
      return [person];
    case "files":
      return [];
    case "date":
      return "2026-12-20";
    case "time":
      return "14:00";
    case "length":
      return "3d";
  }
}
