import { globSync, readFileSync } from "node:fs";

import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, test } from "vitest";

import en from "../../locales/en.json" with { type: "json" };
import { languages, speechOf } from "../../src/locale/speech.ts";
import type { TextKey, TextValues } from "../../src/locale/speech.ts";

type Catalogue = Readonly<Record<string, string>>;

const catalogues = globSync("locales/*.json").map((file) => {
  const language = file.replace(/^locales\/|\.json$/g, "");
  return [language, JSON.parse(readFileSync(file, "utf8")) as Catalogue] as const;
});
const others = catalogues.filter(([language]) => language !== "en");
const keys = Object.keys(en) as readonly TextKey[];

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

// The kinds of elements as the parser numbers them.
const ARGUMENT = 1;
const NUMBER = 2;
const valueOf = (element: Element) => ("value" in element ? element.value : "");

/** The parameters of a text with the way each is written: "days plural", "maximum number". */
function parametersOf(text: string): readonly string[] {
  const found = new Set<string>();
  const walk = (elements: readonly Element[]) => {
    for (const element of elements) {
      const kind: number = element.type;
      if ("options" in element && typeof element.options === "object") {
        found.add(`${element.value} by cases`);
        for (const option of Object.values(element.options)) walk(option.value);
      } else if (kind === ARGUMENT) found.add(valueOf(element));
      else if (kind === NUMBER) found.add(`${valueOf(element)} number`);
    }
  };
  walk(new IntlMessageFormat(text, "en-GB", undefined, { ignoreTag: true }).getAst());
  return [...found].toSorted();
}

test("every catalogue is a language one can be spoken to in", () => {
  expect(catalogues.map(([language]) => language).toSorted()).toEqual([...languages].toSorted());
});

describe.each(others)("%s", (language, catalogue) => {
  test("says everything that English says, and nothing else", () => {
    expect(Object.keys(catalogue).toSorted()).toEqual([...keys].toSorted());
  });

  test("puts the same things into each text", () => {
    const different = keys.filter(
      (key) => String(parametersOf(catalogue[key] ?? "")) !== String(parametersOf(en[key])),
    );
    expect(different).toEqual([]);
  });

  test("leaves nothing in English but what is the same in both languages", () => {
    const same = keys.filter(
      (key) => catalogue[key] === en[key] && /[a-z]{3}/i.test(en[key].replaceAll(/\{[^}]*\}/g, "")),
    );
    expect(same).toEqual(["app.title", "name.party.person"]);
  });

  test("has texts in the order of the English ones, so that they can be read side by side", () => {
    expect(Object.keys(catalogue)).toEqual([...keys]);
  });

  test("is what somebody with a region of it hears too, and English what is not known", () => {
    expect(speechOf(`${language}-XX`).locale).toBe(language);
    expect(speechOf(language.toUpperCase()).locale).toBe(language);
    expect(speechOf("tlh").locale).toBe("en");
    expect(speechOf("").locale).toBe("en");
  });
});

/** Something for each parameter of a text: the number, or a word in marks that must be found again. */
function valuesFor(key: TextKey, number: number): TextValues {
  const entries = parametersOf(en[key]).map((parameter) => {
    const [name = "", kind] = parameter.split(" ");
    return [name, kind === undefined ? `‹${name}›` : number] as const;
  });
  return Object.fromEntries(entries);
}

describe.each([...languages])("every text in %s", (language) => {
  const { say } = speechOf(language);
  test.each([0, 1, 2, 30])("can be said of %i things, with everything in it that was put in", (number) => {
    const wrong = keys.filter((key) => {
      const values = valuesFor(key, number);
      const said = say(key, values);
      const words = Object.values(values).filter((value) => typeof value === "string");
      return /[{}]|undefined/.test(said) || words.some((word) => !said.includes(word));
    });
    expect(wrong).toEqual([]);
  });

  test("refuses to be said with something missing, instead of leaving a hole", () => {
    const holed = keys.filter((key) => parametersOf(en[key]).length > 0);
    for (const key of holed) expect(() => say(key)).toThrow(/\w/);
    expect(holed.length).toBeGreaterThan(50);
  });
});

/** Texts that are said by a key put together in the program: the place where it is, and what it puts in. */
const dynamic: readonly RegExp[] = [
  /^name\.[a-z0-9_-]+\.[a-z0-9_-]+$/, // what an organisation calls the things of its rulebook: speech.name(kind, id)
  /^refusal\.[a-z-]+$/, // refusalCard: one for each kind of refusal
  /^unblock\.[a-z-]+(\.[a-z-]+)?$/, // unblockText: one for each thing that would unblock something
  /^board\.result\.(carried|lost|tied|inquorate|turnout-not-met|cannot-be-quorate|void|agreed|not-reached)$/,
  /^done\.tie\.(in-favour|against)$/,
  /^result\.(carried|lost|tied|agreed|not-reached)$/, // resultWords: one for each way in which a vote ends
  /^result\.casting\.(in-favour|against)$/,
  /^motion\.done\.tie\.(in-favour|against)$/,
  /^result\.void\.(outage|withdrawn|question|counted-twice)$/,
  /^motion\.reminder\.(rests|gone)(\.title)?$/,
  /^form\.(askmover|answermover)\.(title|intro|text|submit)$/, // motionForms
  /^result\.vacant\.(reopened|too-few|unknown)$/,
  /^result\.chosen\.tie\.(earliest_submitted|lot)$/,
  /^count\.tie\.(exclusion|surplus)\.(earlier-stage|lot)$/,
  /^choice\.(in-favour|against|abstain|agree|stand-aside|object)$/,
  /^form\.(acknowledge|note|brief|conclude|letter|summon|motion|task|tell|lift|confirm|ballot|disclose|impose|ask|review|tick|condition|breach|prolong)\.(text|hint|title)$/,
  /^field\.(on|day|motion|severity|sanction)(\.decided)?$/,
  /^form\.(extend|longer|next|answered|answer)\.(text|hint|title)$/, // timeForms
  /^form\.(keepapart|endapart|contact|enterwords|passon|holdback|across|acrossback)\.(text|hint|title|intro)$/, // apartForms
  /^field\.enterwords\.as\.(question|answer|declined|agreed|not-agreed)$/, // apartForms
  /^notice\.relay-waits\.(question|answer|declined|wording-agreed|wording-refused)$/, // apartNotices
  /^notice\.relay-passed\.(title\.)?(question|answer)$/, // apartNotices
  /^form\.(hearing|hearingrecord)\.(text|hint)$/, // hearingForms
  /^due\.hearing\.(notice|evidence|record|outcome)$/, // dueName: one for each thing that is due round a hearing
  /^form\.(witness|state|exhibit|given|aside|giveback|unnamed|finding|askparties|putquestion|reply|returned)\.(text|hint|title|intro)$/, // evidenceForms
  /^form\.(hold|precedent|publication|paneldecision|bundle|escalate|handover|outside)\.(text|hint|title)$/, // forms of records, and of others outside
  /^(notice\.to-approve|done\.approved|records\.text)\.(bundle|precedent|publication)$/,
  /^publication\.state\.[a-z-]+$/, // publicationCards: one for each state
  /^records\.(state|precedent)\.[a-z-]+$/,
  /^records\.text\.(approved|own|waits)$/, // recordCards: one for each state of a text
  /^outside\.(bundle|escalated)\.[a-z]+$/,
  /^steps\.challenge\.[a-z-]+$/, // stepLogCard: one for each step of a challenge
  /^(decisions|precedents)\.title$/,
  /^field\.(speaks_for|hands_in)\.(own|outside)$/, // voiceFields
  /^notice\.(body-asked|question-answered)(\.title)?$/,
  /^notice\.evidence-given\.title\.(statement|evidence)$/,
  /^field\.(until|by)$/,
  /^field\.proof\.(arrived|sent)$/,
  /^done\.late\.(taken|refused)$/,
  /^span\.[a-z-]+$/, // restingText: one for each unit of a length of time
  /^setup\.(refused|unknown|readers\.unknown)\.(discord|slack)$/,
  /^setup\.reader\.(owner|role|person|slack)$/,
  /^rules\.version\.(in-force|to-come|replaced)$/, // rulesCard: one for each state of a version
  /^notice\.part\.replaces\.(removed|reduced|increased|other)$/, // outcomeNotices
  /^notice\.changed\.(converted|extended|prolonged|restored)$/, // noticeCard: one for each way in which a sanction changes
  /^form\.(impose|ask)\.submit$/,
  /^notice\.interim(-ended|\.ends)\.(case-closed|decided)$/, // sanctionNotices: with what an interim sanction ends
  /^notice\.reminder\.(review|sanction-task)(\.late)?$/,
  /^act\.sanction\.(review|tick|condition|prolong|breach)\.one$/, // sanctionCards: what can be done about one sanction
  /^(condition\.is|sanction\.condition|notice\.condition)\.(met|missed)(\.title)?$/, // whether a condition was met
  /^form\.(attached|scope)\.(intro|title)$/, // decisionForms: what a second page is about
  /^(breach\.then|done\.breach)\.(extend|rehear|new_report)$/, // one for each thing that can follow
  /^sanction\.(state|link)\.[a-z]+$/, // sanctionCards: one for each state, and for each step of how it came to that
  /^door\.(admit|refuse|unknown)(\.(place|application))?(\.until)?(\.title)?$/, // doorAnswerCard
  /^notice\.disclosure\.(begins|changes|ends)$/,
  /^report\.preview\.platform\.(discord|slack)$/,
  /^anonymous\.preview\.(platform\.(discord|slack)|investigable|statistics_only)$/,
  /^ask\.news\.(asked|answered|proposed|reminder)(\.title)?$/, // questionCards: one for each thing that is new
  /^form\.anonymous\.intro\.(investigable|statistics_only)$/,
  /^form\.(askauthor|write|count|record|question|askon)\.(text|hint|title|intro)$/, // anonymousForm
  /^access\.problem\.[a-z-]+$/, // accessText: one for each thing that can stand in the way
  /^notice\.access\.(not-taken|not-restored|undone)$/,
  /^report\.unsigned\.preview\.(statistics_only|investigable)$/, // reportCards: what becomes of one that names nobody
  /^notice\.not-answered\.(witness|agreement|joining)$/, // timeNotices
  /^sanction\.kept-from\.(begun|undone)$/,
  /^gap\.no-(date|owner|room)$/, // one for each thing that a case can lack
  /^session\.(state|item|done)\.[a-z-]+$/, // sessionCards, desk/sessions: one for each state of a session and of what is on its agenda
  /^field\.session\.camera\.(yes|no)$/,
  /^motion\.stage\.(first|surplus|exclusion|filled)$/, // minuteCards: one for each kind of stage of a count
  /^motion\.paper\.empty\.(ranked|choose)$/,
  /^motion\.base\.(votes_cast|present|all_members)$/,
  /^motion\.ballots\.(open|closed|secret)$/,
  /^motion\.receipt\.(ballot|counted)$/,
  /^(act\.appeal\.end|form\.(lodge|verdict)\.(title|intro)|field\.(words|verdict)|notice\.challenge\.title)\.(appeal|information|review)$/,
  /^form\.(asknames|consult|judge|judgenames|tellfirst)\.(text|hint|title|yes|no)$/,
  /^appeal\.task\.[a-z]+$/, // challengeCards: one for each thing that is to be done
  /^due\.group\.(late|soon|later|no-date)$/,
  /^due\.whose\.(you|officers|board)$/,
  /^report\.preview\.respondent\.(report-and-name|name-on-request|name-not-kept)$/,
  /^appointment\.(begins|ends)\.(own|other)(\.until)?$/, // officeCards: what those are told among whom somebody comes or goes
  /^member\.(account|code|join)\.(discord|slack)$/,
  /^member\.not-joined\.[a-z-]+$/, // members: one for each way in which a code does not do
  /^roll\.fault\.[a-z-]+$/, // rollCards: one for each thing that can be wrong with a line
  /^form\.agreement\.(text|hint|title)$/,
  /^form\.situation\.(text|hint)$/, // scopeForms
  /^conflict\.title\.(decide|succeed)$/,
  /^hands\.conflict\.(party|witness|earlier-decider)$/, // handForms
  /^hands\.link\.(goes-on|enacts|counter)\.(from|to)$/, // handsCard
  /^needs\.(none|provided|referred)$/,
  /^refusal\.has-conflict\.(party|witness|earlier-decider)$/,
  /^form\.(decider|deputise|needs|counter|unreported)\.(text|hint)$/,
  /^away\.(back|begins)\.(own|other)$/,
  /^field\.away\.(nobody|past)$/,
  /^refusal\.(nothing-here|not-for-you)\.title$/,
  /^unsent\.(stands\.)?(failed|late)(\.title)?$/,
  /^course\.(ahead|done|now|on-request)$/,
  /^report\.files\.untaken\.(kind|too-large|too-much|gone)$/, // reportCards
  /^report\.preview\.police\.(never_by_us|discretionary|required)$/,
];

test("every text is said somewhere: none is left over from what is no longer there", () => {
  const source = globSync(["src/**/*.ts", "commands/**/*.ts"], { exclude: ["src/storage/client/**", "src/sandbox/**"] })
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const quoted = new Set(Array.from(source.matchAll(/"([^"\s]+)(?=")/g), ([, word]) => word));
  const unused = keys.filter((key) => !quoted.has(key) && !dynamic.some((pattern) => pattern.test(key)));
  expect(unused).toEqual([]);
});

test("a day is said in words, a list as a sentence, in each language", () => {
  expect(speechOf("en").day("2026-03-15")).toBe("Sunday, 15 March 2026");
  expect(speechOf("sv").day("2026-03-15")).toBe("söndag 15 mars 2026");
  expect(speechOf("en").list(["a", "b", "c"])).toBe("a, b and c");
  expect(speechOf("sv").list(["a", "b", "c"])).toBe("a, b och c");
  expect(speechOf("en").list([])).toBe("");
});
