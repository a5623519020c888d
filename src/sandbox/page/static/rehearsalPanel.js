// @ts-check
/** @import { Overview } from "../wire.ts" */
/** @import { RehearsalChoice, ShownRehearsal } from "../rehearsal.ts" */
/** @import { createSide } from "./side.js" */
import { readRehearsal, Refusal } from "./askServer.js";
import { el, freshId } from "./element.js";
import { drawRehearsal } from "./rehearsalTelling.js";
import { language, text } from "./texts.js";

/**
 * Puts the rehearsal of a fictitious case into the drawer, where one can be played; it is played anew with every choice.
 * @param {object} options
 * @param {Overview} options.overview
 * @param {ReturnType<typeof createSide>} options.side
 */
export function addRehearsal({ overview, side }) {
  if (overview.rehearsal !== true) return;
  const outcome = createChoice(text("rehearsal.outcome"), text("rehearsal.outcome.gravest"), () => void play());
  const sanction = createChoice(text("rehearsal.sanction"), text("rehearsal.sanction.gravest"), () => void play());
  const pace = createPace(() => void play());
  const refusal = el("p", { class: "rehearsal-refusal", role: "alert", hidden: true });
  const status = el("p", { class: "visually-hidden", role: "status" });
  const telling = el("div", { class: "rehearsal-telling" });
  const element = el(
    "div",
    { class: "rehearsal" },
    el("p", { class: "rehearsal-intro" }, text("rehearsal.intro")),
    outcome.element,
    sanction.element,
    pace.element,
    refusal,
    status,
    telling,
  );
  let plays = 0;

  /** @param {ShownRehearsal} shown */
  const show = ({ outcomes, sanctions, told }) => {
    outcome.offer(outcomes);
    sanction.offer(sanctions);
    telling.replaceChildren(...drawRehearsal(told[language]));
    status.textContent = told[language].took.join(" ");
  };
  const play = async () => {
    plays += 1;
    const number = plays;
    telling.setAttribute("aria-busy", "true");
    try {
      const shown = await readRehearsal({ outcome: outcome.value(), sanction: sanction.value(), pace: pace.value() });
      // An answer to an earlier choice that comes late is not shown.
      if (number !== plays) return;
      show(shown);
      refusal.hidden = true;
    } catch (error) {
      if (number !== plays) return;
      telling.replaceChildren();
      refusal.textContent = error instanceof Refusal ? error.message : text("lost");
      refusal.hidden = false;
    } finally {
      if (number === plays) telling.removeAttribute("aria-busy");
    }
  };
  side.add("rehearsal", {
    label: text("rehearsal"),
    symbol: "rehearsal",
    element,
    onOpen: () => void play(),
  });
}

/**
 * @param {string} label
 * @param {string} none what stands for no choice
 * @param {() => void} onPick
 */
function createChoice(label, none, onPick) {
  const id = freshId();
  const select = el("select", { id, onchange: onPick }, el("option", { value: "" }, none));
  return {
    element: el("p", { class: "rehearsal-choice" }, el("label", { for: id }, label), select),
    value: () => select.value,
    /** @param {readonly RehearsalChoice[]} choices offered once, when it is known what there is */
    offer(choices) {
      if (select.options.length > 1) return;
      select.append(...choices.map((choice) => el("option", { value: choice.id }, choice.name[language])));
    },
  };
}

/** @param {() => void} onPick */
function createPace(onPick) {
  const name = freshId();
  const paces = /** @type {const} */ (["prompt", "slow"]);
  const inputs = paces.map((value, at) =>
    el("input", { type: "radio", name, value, checked: at === 0, onchange: onPick }),
  );
  return {
    element: el(
      "fieldset",
      { class: "rehearsal-pace" },
      el("legend", {}, text("rehearsal.pace")),
      el(
        "div",
        { class: "platform-switch" },
        ...paces.map((pace, at) => el("label", {}, inputs[at], el("span", {}, text(`rehearsal.pace.${pace}`)))),
      ),
    ),
    value: () => paces[inputs.findIndex(({ checked }) => checked)] ?? "prompt",
  };
}
