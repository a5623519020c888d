import type { Actor } from "../../src/sandbox/actor.ts";

/** Everything that people could read from the beginning on, however short a time it stood there. */
export interface Screens {
  /** Notes what stands now on somebody's screen, or on everybody's. */
  readonly look: (actor?: Actor) => void;
  /** The first names of those who could read a text at any time, in the order of the alphabet. */
  readonly whoSaw: (text: string) => readonly string[];
}

/** @param everybody whose screens are looked at; whoever owns the server or the workspace among them */
export function openScreens(everybody: readonly Actor[]): Screens {
  const seen = new Map(everybody.map((actor) => [actor, new Set<string>()]));
  return {
    look(only) {
      for (const [actor, texts] of seen)
        if (only === undefined || only === actor) for (const text of onScreen(actor)) texts.add(text);
    },
    whoSaw: (text) =>
      [...seen]
        .filter(([, texts]) => [...texts].some((each) => each.includes(text)))
        .map(([{ name }]) => name.split(" ")[0] ?? name)
        .toSorted((a, b) => a.localeCompare(b)),
  };
}

/** Each message that this person sees with what stands on its buttons, the open form, what failed, and what the places are called. */
function onScreen(actor: Actor): readonly string[] {
  const form = actor.form();
  return [
    ...actor.messages().map(({ text, controls }) => [text, ...controls.map(wordsOn)].join("\n")),
    form === undefined ? "" : JSON.stringify({ ...form, raw: undefined }),
    ...actor.failures(),
    ...actor.places().map(({ name, topic = "" }) => `${name}\n${topic}`),
  ];
}

type Control = ReturnType<Actor["messages"]>[number]["controls"][number];

const wordsOn = (control: Control): string =>
  control.kind === "button"
    ? control.label
    : [control.placeholder, ...control.options.map(({ label, description = "" }) => `${label} ${description}`)].join(
        "\n",
      );
