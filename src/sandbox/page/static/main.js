// @ts-check
import { readChoice, writeChoice } from "./address.js";
import { readOverview } from "./askServer.js";
import { addCaseFiles } from "./casePanel.js";
import { showClock } from "./clock.js";
import { addClockLog } from "./clockPanel.js";
import { el } from "./element.js";
import { carryOver, firstChoice } from "./firstView.js";
import { showOrganisation } from "./organisation.js";
import { createPane } from "./pane.js";
import { platformNames } from "./platforms.js";
import { addPlug } from "./plugPanel.js";
import { addRehearsal } from "./rehearsalPanel.js";
import { createSide } from "./side.js";
import { changeLanguage, language, text } from "./texts.js";
import { useZone } from "./times.js";
import { addTour } from "./tourPanel.js";

/** @param {string} id */
const byId = (id) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no element ${id}.`);
  return found;
};

const overview = await readOverview();
useZone(overview.zone);

let isLeaving = false;
/** Another house stands behind the page: it is drawn anew, as far as they are there with the same people in its panes. */
const leave = async () => {
  if (isLeaving) return;
  isLeaving = true;
  try {
    const next = await readOverview();
    for (const pane of [0, 1]) {
      const choice = readChoice(pane);
      if (choice !== undefined) writeChoice(pane, carryOver(choice, overview, next));
    }
    location.reload();
  } catch {
    isLeaving = false; // The next change tries again.
  }
};
showOrganisation(byId("organisation"), overview, () => void leave());
const clock = showClock(byId("clock"), () => clockLog.open());
void clock.refresh();

const side = createSide({ drawer: byId("side"), buttons: byId("side-buttons") });

const isByLink = readChoice(0) !== undefined;
const root = byId("panes");
const tabs = [0, 1].map((number) => el("button", { type: "button", onclick: () => showPane(number) }));
byId("tabs").append(...tabs);
const panes = [0, 1].map((number) =>
  createPane(number, overview, firstChoice(number, overview, readChoice(number)), (choice, name) => {
    writeChoice(number, choice);
    const tab = tabs[number];
    if (tab !== undefined) tab.textContent = `${name} · ${platformNames[choice.platform]}`;
  }),
);
root.append(...panes.map((pane) => pane.element));

/**
 * Which pane is shown where there is room for one only.
 * @param {number} number
 */
function showPane(number) {
  root.dataset["shown"] = String(number);
  tabs.forEach((tab, at) => tab.setAttribute("aria-pressed", String(at === number)));
}
showPane(0);

const tour = addTour({ overview, side, panes, showPane, isByLink, onMove: clock.moveBy });
const plug = addPlug({ overview, side, banner: byId("standing") });
const caseFiles = addCaseFiles({ overview, side });
const clockLog = addClockLog({ overview, side });
addRehearsal({ overview, side });
const refresh = () => {
  for (const pane of panes) void pane.refresh();
  tour.refresh();
  caseFiles.refresh();
  clockLog.refresh();
  plug.refresh();
  void clock.refresh();
};
const changes = new EventSource("/api/events");
changes.addEventListener("changed", ({ data }) => (data === overview.opened ? refresh() : void leave()));
changes.addEventListener("open", () => (byId("lost").hidden = true));
changes.addEventListener("error", () => (byId("lost").hidden = false));

/** @param {number} number */
const goTo = (number) => {
  showPane(number);
  panes[number]?.focus();
};
document.addEventListener("keydown", (event) => {
  if (event.key !== "F6") return;
  event.preventDefault();
  const isInFirst = panes[0]?.element.contains(document.activeElement) ?? false;
  goTo(isInFirst ? 1 : 0);
});
for (const link of document.querySelectorAll(".skip a"))
  link.addEventListener("click", (event) => {
    event.preventDefault();
    goTo(Number(link.getAttribute("data-pane")));
  });

const otherLanguage = byId("language");
otherLanguage.textContent = text("language.other");
otherLanguage.lang = language === "sv" ? "en" : "sv";
otherLanguage.addEventListener("click", changeLanguage);

const about = byId("about");
byId("about-open").addEventListener("click", () => about instanceof HTMLDialogElement && about.showModal());
