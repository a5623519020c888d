// @ts-check
/** @import { Overview, Screen } from "../wire.ts" */
/** @import { Act } from "../acts.ts" */
/** @import { Choice } from "./address.js" */
import { askInTurn } from "./askInTurn.js";
import { perform, readScreen, readSuggestions, Refusal } from "./askServer.js";
import { clientOf } from "./client.js";
import { createComposer } from "./composer.js";
import { drawControl } from "./control.js";
import { createMessageLog } from "./messageLog.js";
import { createNotices } from "./notices.js";
import { createPaneForm } from "./paneForm.js";
import { createPaneFrame } from "./paneFrame.js";
import { createPlaceList, placeName } from "./placeList.js";
import { createReadersWindow } from "./readersWindow.js";
import { language } from "./texts.js";
import { createWhoBar } from "./whoBar.js";

/**
 * A pane, in which one person stands in front of one platform.
 * @param {number} number
 * @param {Overview} overview
 * @param {Choice} first
 * @param {(choice: Choice, name: string) => void} onChoice
 */
export function createPane(number, overview, first, onChoice) {
  let choice = first;
  let follows = false;

  const notices = createNotices({ onPutAway: () => void act({ kind: "put-away-failures" }) });
  const whoBar = createWhoBar({
    platforms: overview.platforms,
    onPick: (platform, person) => choose({ platform, person, place: "" }),
  });
  const places = createPlaceList((place) => {
    frame.closePlaces();
    choose({ ...choice, place });
    composer.focus();
  });
  const log = createMessageLog({
    drawingOf: (message) => ({
      control: (control) => drawControl(control, { on: message.id, people: people(), say: client().say, act }),
      field: () => undefined,
    }),
    onPutAway: (message) => act({ kind: "put-away", message }),
    onMenu: (message, entry) => void act({ kind: "menu", message, entry }),
    onAskReaders(message) {
      const { platform, person } = choice;
      const name = people().find(({ id }) => id === person)?.name ?? "";
      void readers.open({ platform, person: { id: person, name }, place: shownPlace, message });
    },
  });
  const readers = createReadersWindow();
  let shownPlace = { id: "", name: "" };
  const composer = createComposer({
    onSend: (line) => act({ kind: "type", place: choice.place, line }),
    onShortcut: (shortcut) => void act({ kind: "shortcut", shortcut }),
    suggest: (line) => readSuggestions(choice.platform, choice.person, choice.place, line),
  });
  const frame = createPaneFrame(number, {
    whoBar: whoBar.element,
    places: places.element,
    log: log.element,
    notices: notices.element,
    composer: composer.element,
  });

  const people = () => overview.platforms.find(({ kind }) => kind === choice.platform)?.people ?? [];
  const client = () => clientOf(choice.platform, people().find(({ id }) => id === choice.person)?.language ?? language);

  /** @param {Choice} wanted */
  const choose = (wanted) => {
    const isOther = wanted.person !== choice.person || wanted.platform !== choice.platform;
    choice = wanted;
    composer.clear();
    notices.refuse(undefined);
    if (isOther) form.close();
    showWho();
    void refresh();
    if (wanted.place !== "") void act({ kind: "visit", place: wanted.place });
  };
  const showWho = () => {
    const name = people().find(({ id }) => id === choice.person)?.name ?? "";
    frame.showWho(client(), name);
    whoBar.show(choice.platform, choice.person);
    onChoice(choice, name);
  };

  /**
   * @param {Act} wanted
   * @param {Element} [trigger]
   * @returns {Promise<boolean>}
   */
  const act = async (wanted, trigger) => {
    if (trigger?.getAttribute("aria-busy") === "true") return false;
    const { platform, person } = choice;
    notices.refuse(undefined);
    follows = wanted.kind !== "visit";
    trigger?.setAttribute("aria-busy", "true");
    try {
      await perform(platform, person, wanted);
      return true;
    } catch (error) {
      if (error instanceof Refusal) notices.refuse(error.message);
      return false;
    } finally {
      trigger?.removeAttribute("aria-busy");
      await refresh();
      follows = false;
    }
  };

  const refresh = askInTurn(async () => {
    const { platform, person, place } = choice;
    try {
      const screen = await readScreen(platform, person, place);
      if (platform !== choice.platform || person !== choice.person || place !== choice.place) void refresh();
      else show(screen);
    } catch (error) {
      if (error instanceof Refusal) notices.refuse(error.message);
      throw error; // No answer at all: the stream of changes asks again once there is one.
    }
  });

  /** @param {Screen} screen */
  const show = (screen) => {
    const place = screen.places.find(({ id }) => id === screen.place);
    if (place === undefined) {
      const [other] = screen.places;
      if (other !== undefined) choose({ ...choice, place: other.id });
      return;
    }
    if (choice.place === "") {
      choice = { ...choice, place: place.id };
      showWho();
      void act({ kind: "visit", place: place.id });
    }
    const shown = client();
    const name = placeName(place, shown);
    const isHome = place.kind === "home";
    shownPlace = { id: place.id, name };
    places.show(screen.places, shown, place.id);
    const isUnreadElsewhere = screen.places.some((one) => one.id !== place.id && one.unread > 0);
    frame.showPlace(place, shown, isUnreadElsewhere);
    const key = `${choice.platform} ${choice.person} ${place.id}`;
    const [command] = screen.commands;
    const hint =
      command === undefined ? "" : shown.say("log.try", { command: command.line, description: command.description });
    log.show(screen.messages, { client: shown, key, name, isHome, reader: screen.person.name, follows, hint });
    notices.fail(screen.failures);
    composer.element.hidden = isHome;
    const typedInto = {
      name: place.kind === "channel" || place.kind === "private-channel" ? `#${name}` : place.name,
      commands: screen.commands,
      shortcuts: overview.platforms.find(({ kind }) => kind === choice.platform)?.shortcuts ?? [],
      isArchived: place.archived,
    };
    composer.show(typedInto, shown.say);
    form.show(screen.form, choice.platform, people(), shown.say);
  };

  const form = createPaneForm({
    root: frame.element,
    body: frame.body,
    content: frame.content,
    noticeSlot: frame.noticeSlot,
    notices: notices.element,
    act,
    onClosed: () => composer.focus(),
  });
  frame.element.append(readers.element);
  /** A place that is not there (any more) gives way to another before it is visited. */
  const enter = async () => {
    await refresh();
    if (choice === first && first.place !== "") void act({ kind: "visit", place: first.place });
  };
  showWho();
  void enter();
  return { element: frame.element, refresh, goTo: choose, focus: () => frame.element.focus() };
}
