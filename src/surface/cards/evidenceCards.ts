import type { CaseFileView } from "../../application/acts/readCaseFile.ts";
import type { EvidenceOverview, MyEvidence, WitnessView } from "../../application/acts/readEvidence.ts";
import type { ItemView } from "../../application/views/itemView.ts";
import { paragraph, small } from "../blocks.ts";
import { fitted, limits } from "../card.ts";
import type { Block, Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button, inRows, turningRows } from "./controls.ts";
import { returnedBlocks, sendAgainControls } from "./ownVoiceBlocks.ts";
import { cited, rulesLink, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

/** So many witnesses are named, and so many can be waited for no more with a press. */
const WITNESSES = 8;
/** To so many parties a question can be put with a press. */
const PUT = 4;

/** Who was asked, what there is, and what can be done with it. */
export function evidenceCard(view: EvidenceOverview, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const { case: ref, codeName, witnesses, items } = view;
  const shown = witnesses.slice(0, WITNESSES);
  const lines = shown.map((witness) =>
    say("evidence.witness", {
      name: witness.name,
      pseudonym: witness.pseudonym,
      state: name("witness-state", witness.state),
      day: day(witness.asked),
    }),
  );
  const controls: readonly Control[] = [
    ...(items === 0 ? [] : [button("primary", say("evidence.read", { count: items }), "case.show", ref, "evidence")]),
    ...(view.canAsk ? [button("primary", say("act.evidence.ask"), "evidence.ask", ref)] : []),
    ...questionControls(view, speech),
    ...(view.isOpen ? [button("secondary", say("act.evidence.enter"), "evidence.enter", ref)] : []),
    ...(view.canAdmit ? [button("secondary", say("act.evidence.admit"), "evidence.admit", ref)] : []),
    ...view.sides
      .slice(0, limits.controlsInRow)
      .map(({ party, role, pseudonym }) =>
        button(
          "secondary",
          say("act.evidence.open.to", { whom: name("whom", role), pseudonym }),
          "evidence.open",
          ref,
          party,
        ),
      ),
    ...shown
      .filter(({ isAwaited }) => isAwaited && view.isOpen)
      .map(({ party, pseudonym }) =>
        button("secondary", say("act.evidence.release.of", { pseudonym }), "evidence.release", ref, party),
      ),
  ];
  return {
    tone: "neutral",
    title: say("evidence.title.of", { codeName }),
    blocks: [
      ...questionBlocks(view, speech),
      ...(lines.length === 0
        ? [paragraph(say("evidence.witnesses.none"))]
        : [
            { kind: "heading" as const, text: say("evidence.witnesses") },
            { kind: "list" as const, items: lines },
          ]),
      ...(witnesses.length > shown.length ? [small(say("list.more", { count: witnesses.length - shown.length }))] : []),
      paragraph(say("evidence.items", { count: items })),
      small(say("clause.cited", { clauses: cited(citation, view.clause) })),
    ],
    rows: inRows([...controls, rulesLink(citation, speech)].slice(0, limits.rowsOfControls * limits.controlsInRow)),
  };
}

/** What the deciding body asks, and what the parties have answered. */
function questionBlocks({ question }: EvidenceOverview, { say, name, list }: Speech): readonly Block[] {
  if (question === undefined) return [];
  const { text, asked, answers } = question;
  return [
    { kind: "heading", text: say("evidence.question") },
    { kind: "quote", text },
    ...(asked.length === 0
      ? []
      : [paragraph(say("evidence.question.asked", { whom: list(asked.map((role) => name("whom", role))) }))]),
    ...answers.flatMap((answer): readonly Block[] => [
      paragraph(say("item.from.unnamed", { role: name("party", answer.role), pseudonym: answer.pseudonym })),
      { kind: "quote", text: answer.text },
    ]),
  ];
}

/** Putting it to a party, and handing back what the body is to read. */
function questionControls({ case: ref, question }: EvidenceOverview, { say, name }: Speech): readonly Control[] {
  if (question === undefined) return [];
  const put = question.askable.map(({ party, role, pseudonym }) =>
    button("primary", say("act.evidence.put.to", { whom: name("whom", role), pseudonym }), "evidence.put", ref, party),
  );
  return [...put.slice(0, PUT), button("primary", say("act.evidence.reply"), "evidence.reply", ref)];
}

/** Whose something is: by name for those alone who handle the case. */
function whoseText({ from, isOwn, anonymous }: ItemView, { say, name }: Speech): string {
  if (anonymous !== undefined) return say("item.anonymous", { number: anonymous.number });
  if (isOwn) return say("item.own");
  if (from === undefined) return say("item.ours");
  const values = { role: name("party", from.role), pseudonym: from.pseudonym };
  return from.name === undefined ? say("item.from.unnamed", values) : say("item.from", { ...values, name: from.name });
}

/** Something that was handed in: whose it is, how and when it came, and what it says. */
export function itemBlocks(item: ItemView, speech: Speech): readonly Block[] {
  const { say, name, day, list } = speech;
  const facts = [
    { label: name("item", item.of), value: whoseText(item, speech) },
    {
      label: say("item.came"),
      value:
        item.came === "form"
          ? say("item.came.form", { day: day(item.on), stage: name("stage", item.stage) })
          : say("item.came.otherwise", {
              day: day(item.on),
              stage: name("stage", item.stage),
              how: name("came-by", item.came),
            }),
    },
    ...(item.openedTo.length === 0
      ? []
      : [{ label: say("item.opened"), value: list(item.openedTo.map((role) => name("whom", role))) }]),
    ...(item.closedTo.length === 0
      ? []
      : [{ label: say("item.closed"), value: list(item.closedTo.map((role) => name("whom", role))) }]),
  ];
  return [
    { kind: "facts", facts },
    ...(item.isForReport === true ? [paragraph(say("item.for-report"))] : []),
    ...(item.isEarlier ? [paragraph(say("item.earlier"))] : []),
    ...(item.unmet.length === 0
      ? []
      : [paragraph(say("item.unmet", { criteria: list(item.unmet.map((each) => name("criterion", each))) }))]),
    { kind: "quote", text: item.text },
    ...(item.relevance === ""
      ? []
      : [
          { kind: "heading" as const, text: say("field.relevance") },
          { kind: "quote" as const, text: item.relevance },
        ]),
    ...fileBlocks(item, speech),
    ...returnedLines(item, speech),
    ...sourceBlocks(item, speech),
    ...(item.aside === undefined
      ? []
      : [
          { kind: "heading" as const, text: say("item.aside") },
          { kind: "quote" as const, text: item.aside },
        ]),
  ];
}

/** That it went back to its party; how one can tell, where nothing else is said of why it does not count. */
function returnedLines({ returned, aside }: ItemView, speech: Speech): readonly Block[] {
  const lines = returned === undefined ? [] : returnedBlocks(returned, speech);
  return aside === undefined ? lines : lines.slice(0, 1);
}

/** The files that came with it: what they are called, how large they are, and by what one can tell that they are the same. */
function fileBlocks({ files }: ItemView, { say }: Speech): readonly Block[] {
  if (files.length === 0) return [];
  const items = files.map(({ name, size, sha256 }) =>
    say("item.file", { name, kilobytes: Math.max(1, Math.round(size / KILOBYTE)), sha256: sha256.slice(0, DIGITS) }),
  );
  return [
    { kind: "heading", text: say("item.files") },
    { kind: "list", items },
  ];
}

const KILOBYTE = 1024;
/** As much of a SHA-256 as tells two files apart for people who compare them. */
const DIGITS = 16;

/** A button for each file that came with something. */
export function fileControls({ files }: Pick<ItemView, "files">, ref: string, { say }: Speech): readonly Control[] {
  return files.map(({ file, name }) =>
    button("secondary", fitted(say("act.evidence.file", { name }), limits.buttonLabel), "evidence.file", ref, file),
  );
}

/** Who something comes from whose source the others do not learn, for whoever may know. */
function sourceBlocks({ anonymous }: ItemView, { say }: Speech): readonly Block[] {
  if (anonymous?.source === undefined) return [];
  return [
    { kind: "heading", text: say("item.source") },
    { kind: "quote", text: anonymous.source.who },
    { kind: "quote", text: anonymous.source.how },
    small(say("item.source.small")),
  ];
}

/** What a party or a witness has handed in, and what was opened to them, one after the other. */
export function myEvidenceCard(view: MyEvidence, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const { case: ref, item, number, total, canGive, codeName } = view;
  const isWitness = codeName === "";
  const again =
    sendAgainControls(view, speech) ??
    (item?.isOwn === true && canGive && !item.isEarlier && item.of === "statement"
      ? [button("secondary", say("act.mycase.correct"), "mycase.state", ref, isWitness ? `w${item.item}` : item.item)]
      : []);
  const more = isWitness
    ? [button("secondary", say("act.witness.more"), "mycase.state", ref, "w")]
    : [
        button("secondary", say("act.mycase.state"), "mycase.state", ref),
        button("secondary", say("act.mycase.hand"), "mycase.hand", ref),
      ];
  return {
    tone: "neutral",
    title: isWitness ? say("witness.said.title") : fitted(say("mycase.evidence.title", { codeName }), 150),
    blocks: [
      ...(item === undefined ? [paragraph(say("mycase.evidence.none"))] : itemBlocks(item, speech)),
      small(say(isWitness ? "witness.small" : "mycase.evidence.small")),
    ],
    rows: [
      ...turningRows("mycase.evidence", ref, number, total, speech),
      ...inRows([
        ...(item === undefined ? [] : fileControls(item, ref, speech)),
        ...again,
        ...(canGive ? more : []),
        rulesLink(citation, speech),
      ]),
    ],
  };
}

/** That somebody was asked as a witness: first the promise, then what they are asked; of the case nothing. */
export function witnessesCard(views: readonly WitnessView[], number: number, citation: Citation, speech: Speech): Card {
  const { say, day } = speech;
  const first = views[number - 1];
  if (first === undefined) throw new Error(`Somebody was asked ${views.length} times; number ${number} was expected.`);
  const { case: ref, organisation, state, isOver, question, said } = first;
  const blocks: readonly Block[] = [
    paragraph(say("witness.asked.on", { organisation, day: day(first.asked) })),
    ...(isOver ? [paragraph(say("witness.over"))] : []),
    ...(state === "declined" && !isOver ? [paragraph(say("witness.declined"))] : []),
    ...(question === undefined
      ? []
      : [
          { kind: "heading" as const, text: say("witness.question") },
          { kind: "quote" as const, text: question },
        ]),
    small(say("clause.cited", { clauses: cited(citation, first.clause) })),
  ];
  const write = button("primary", say("act.witness.state"), "mycase.state", ref, "w");
  const controls = isOver
    ? []
    : [
        ...(state === "promised" && said.length === 0 ? [write] : []),
        ...(state === "promised" ? [] : [button("primary", say("act.witness.promise"), "witness.promise", ref)]),
        ...(state === "declined" || said.length > 0
          ? []
          : [button("secondary", say("act.witness.decline"), "witness.decline", ref)]),
      ];
  const read = said.length === 0 ? [] : [button("secondary", say("act.mycase.evidence"), "mycase.evidence", ref)];
  return {
    tone: "neutral",
    title: say("witness.title"),
    blocks,
    rows: [
      ...turningRows("witness.list", ref, number, views.length, speech),
      ...inRows([...controls, ...read]),
      rulesRow([first.clause], citation, speech, ref),
    ],
  };
}

/** What can be done with what is shown of a case file. */
export function itemControls({ case: ref, body }: CaseFileView, speech: Speech): readonly Control[] {
  const { say } = speech;
  if (body.part !== "evidence") return [];
  const { item } = body;
  const aside =
    item === undefined || item.isEarlier || item.aside !== undefined
      ? []
      : [button("secondary", say("act.evidence.aside"), "evidence.aside", ref, item.item)];
  const files = item === undefined ? [] : fileControls(item, ref, speech);
  return [...files, ...aside, button("secondary", say("act.evidence.show"), "evidence.show", ref)];
}

/** What was found earlier, once it may be known. */
export function priorBlocks(
  { isSealed, priors, clause }: Extract<CaseFileView["body"], { part: "priors" }>,
  citation: Citation,
  { say, name, day, list }: Speech,
): readonly Block[] {
  if (isSealed) return [paragraph(say("priors.sealed", { clause: cited(citation, clause) }))];
  if (priors.length === 0) return [paragraph(say("priors.none"))];
  const items = priors.slice(0, PRIORS).map((prior) =>
    say(prior.holds ? "priors.line.holds" : "priors.line", {
      day: day(prior.day),
      rules: list(prior.findings.map((rule) => name("rule", rule))),
      sanction: name("sanction", prior.sanction),
    }),
  );
  const more = priors.length > items.length ? [small(say("list.more", { count: priors.length - items.length }))] : [];
  return [{ kind: "list", items }, ...more];
}

/** So many earlier findings are listed, the latest of them. */
const PRIORS = 10;
