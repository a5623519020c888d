import type { BodyView, HolderView, OfficeView, Seated, Unseated } from "../../application/acts/offices.ts";
import type { AppointmentView } from "../../application/message.ts";
import { paragraph, small } from "../blocks.ts";
import { capital } from "../capital.ts";
import { fitted, limits } from "../card.ts";
import type { Card, Control } from "../card.ts";
import type { Speech } from "../say.ts";
import { button } from "./controls.ts";
import { cited, rulesRow } from "./refusalCard.ts";
import type { Citation } from "./refusalCard.ts";

const REF = "home";
const NONE = "-";

/** Every body with its number of members, to pick one from. */
export function bodiesCard(bodies: readonly BodyView[], mayChange: boolean, citation: Citation, speech: Speech): Card {
  const { say } = speech;
  const shown = bodies.slice(0, limits.options);
  const pick: Control = {
    kind: "select",
    act: "body.show",
    choice: "",
    ref: REF,
    placeholder: say("body.pick"),
    options: shown.map((view) => ({
      value: view.body ?? NONE,
      label: fitted(bodyName(view, speech), limits.optionLabel),
    })),
  };
  const clauses = shown.flatMap(({ clause }) => clause ?? []);
  return {
    tone: "neutral",
    title: say("body.title"),
    blocks:
      shown.length === 0
        ? [paragraph(say("body.none"))]
        : [{ kind: "list", items: shown.map((view) => `${bodyName(view, speech)}: ${sizeText(view, speech)}`) }],
    rows: [
      ...(shown.length === 0 ? [] : [[pick]]),
      ...(mayChange ? [changing(speech)] : []),
      rulesRow(clauses.slice(0, 1), citation, speech),
    ],
  };
}

const bodyName = ({ body }: BodyView, speech: Speech) =>
  body === undefined ? speech.say("body.others") : capital(speech.name("body", body), speech);

function sizeText({ size, atLeast, atMost }: BodyView, { say }: Speech): string {
  if (atLeast !== undefined && size < atLeast) return say("body.size.short", { size, least: atLeast });
  return atMost === undefined ? say("body.size", { size }) : say("body.size.of", { size, most: atMost });
}

const changing = ({ say }: Speech): readonly Control[] => [
  button("primary", say("act.body.seat"), "body.seat", REF),
  button("secondary", say("act.body.unseat"), "body.unseat", REF),
];

/** A body: its offices, who holds them until when, and which seats are free. */
export function bodyCard(view: BodyView, mayChange: boolean, citation: Citation, speech: Speech): Card {
  const { say, name } = speech;
  const held = new Map(
    view.offices.flatMap(({ office, holders, coming }) =>
      [...holders, ...coming].map(({ person, name: who }) => [`${office}|${person}`, { office, who }] as const),
    ),
  );
  const pick: Control = {
    kind: "select",
    act: "body.unseat",
    choice: "",
    ref: REF,
    placeholder: say("body.unseat.pick"),
    options: [...held].slice(0, limits.options).map(([value, { office, who }]) => ({
      value,
      label: fitted(`${who}: ${name("office", office)}`, limits.optionLabel),
    })),
  };
  return {
    tone: view.atLeast !== undefined && view.size < view.atLeast ? "attention" : "neutral",
    title: fitted(bodyName(view, speech), limits.optionLabel),
    blocks: [
      paragraph(`${sizeText(view, speech)}${view.clause === undefined ? "" : ` (${cited(citation, view.clause)})`}`),
      ...(view.offices.length === 0
        ? [small(say("body.open"))]
        : [{ kind: "facts" as const, facts: view.offices.map((office) => officeFact(office, speech)) }]),
    ],
    rows: [
      ...(mayChange && held.size > 0 ? [[pick]] : []),
      [
        ...(mayChange ? [button("primary", say("act.body.seat"), "body.seat", REF)] : []),
        button("secondary", say("act.body.list"), "body.list", REF),
      ],
      rulesRow(view.clause === undefined ? [] : [view.clause], citation, speech),
    ],
  };
}

function officeFact({ office, holders, coming, seats }: OfficeView, speech: Speech) {
  const { say, name, list } = speech;
  const now = holders.map((holder) => holderText(holder, speech));
  const free = seats === undefined ? 0 : Math.max(0, seats - holders.length);
  const later = coming.map((holder) =>
    say("body.coming", { who: holderText(holder, speech), from: from(holder, speech) }),
  );
  const vacant = free === 0 ? [] : [say("body.vacant", { free })];
  const said = [...(now.length === 0 ? [] : [list(now)]), ...vacant, ...later];
  return {
    label: capital(name("office", office), speech),
    value: said.length === 0 ? say("body.nobody") : said.join("; "),
  };
}

const from = (holder: HolderView, { day }: Speech) => (holder.from === undefined ? "" : day(holder.from));

const holderText = ({ name, until }: HolderView, { say, day }: Speech) =>
  until === undefined ? name : say("body.until", { who: name, until: day(until) });

/** That somebody holds an office, and who is told of it. */
export function seatedCard({ office, holder, told }: Seated, speech: Speech): Card {
  const { say, name, day } = speech;
  const values = { who: holder.name, office: name("office", office), from: from(holder, speech) };
  const text =
    holder.until === undefined
      ? say("seat.done", values)
      : say("seat.done.until", { ...values, until: day(holder.until) });
  return {
    tone: "good",
    title: say("done.title"),
    blocks: [paragraph(text), small(say("seat.told", { told }))],
    rows: [[button("secondary", say("act.body.list"), "body.list", REF)]],
  };
}

/** That somebody no longer holds an office, and what a body lacks by that. */
export function unseatedCard({ office, holder, told, short }: Unseated, citation: Citation, speech: Speech): Card {
  const { say, name, day } = speech;
  const text = say("unseat.done", {
    who: holder.name,
    office: name("office", office),
    until: holder.until === undefined ? "" : day(holder.until),
  });
  return {
    tone: short.length === 0 ? "good" : "attention",
    title: say("done.title"),
    blocks: [
      paragraph(text),
      ...short.map(({ body, size, atLeast, clause }) =>
        paragraph(
          say("unseat.short", { body: name("body", body), size, least: atLeast, clause: cited(citation, clause) }),
        ),
      ),
      small(say("seat.told", { told })),
    ],
    rows: [
      [button("secondary", say("act.body.list"), "body.list", REF)],
      ...(short.length === 0
        ? []
        : [
            rulesRow(
              short.map(({ clause }) => clause),
              citation,
              speech,
            ),
          ]),
    ],
  };
}

/** What those are told among whom somebody comes or goes, and that person. */
export function drawAppointment(view: AppointmentView, speech: Speech): Card {
  const { say } = speech;
  const { by } = view;
  return {
    tone: "neutral",
    title: say("appointment.title"),
    blocks: [
      paragraph(appointmentText(view, speech)),
      small([...(by === undefined ? [] : [say("appointment.by", { by })]), say("appointment.wrong")].join(" ")),
    ],
    rows: [[button("secondary", say("act.body.list"), "body.list", REF)]],
  };
}

function appointmentText(view: AppointmentView, { say, name, day, list }: Speech): string {
  const { kind, who, deputies } = view;
  const values = {
    who,
    office: name("office", view.office),
    from: view.from === undefined ? "" : day(view.from),
    until: view.until === undefined ? "" : day(view.until),
  };
  const whose = view.isOwn ? "own" : "other";
  if (deputies !== undefined)
    return kind === "ends"
      ? say(`away.back.${whose}`, values)
      : say(`away.begins.${whose}`, { ...values, deputy: list(deputies) });
  if (kind === "ends") return say(`appointment.ends.${whose}`, values);
  return say(view.until === undefined ? `appointment.begins.${whose}` : `appointment.begins.${whose}.until`, values);
}
