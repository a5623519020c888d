import { afterEach, describe, expect, test } from "vitest";

import { aboutMember, enter, words } from "./decisions.ts";
import { organisationOf } from "./people.ts";
import { platforms } from "./platforms.ts";
import { codeNameIn } from "./plays.ts";
import { openStage } from "./stage.ts";
import type { Stage } from "./stage.ts";
import { dump, expectNoTrace, openWith, reportWithoutName, written } from "./withoutName.ts";

let stage: Stage;
afterEach(() => stage.close());

const investigated = (text: string) => text.replace("anonymous: refused", "anonymous: investigable");
const asec = organisationOf("asec", investigated);
const union = organisationOf("fxsu", investigated);
const everywhere = platforms().map((platform) => ({ platform }));

const text = "PLANTED-TEXT they meet with a mediator";
const newer = "PLANTED-NEWER they write to each other";
const question = "PLANTED-QUESTION why did you come back that evening?";
const answer = "PLANTED-ANSWER to fetch my bag";

/** That Mona left nothing of herself, that her code stands nowhere, and nobody's words in the log. */
async function expectNothingOfMona(code: string, others: readonly string[]): Promise<void> {
  await expectNoTrace(stage, "Mona", others);
  const kept = [written(stage), stage.logged.join("\n"), await dump(stage)].join("\n");
  expect(kept).not.toContain(code);
  expect(kept).not.toContain(code.replaceAll("-", ""));
  expect(stage.logged.join("\n")).not.toContain("PLANTED");
}

/** A report without a name to the Union, of one member about another. */
const reportAboutNils = () => reportWithoutName(stage, "Mona", aboutMember(stage, "Nils", "2026-02-20"));

describe.each(everywhere)(
  "between both sides, by the code of a report without a name, on $platform",
  ({ platform }) => {
    test("[A42][A43][C11] they agree to a text, to a newer one in its place, and end that way again; nothing of them is kept", async () => {
      stage = await openStage({ platform, organisation: asec });
      const { person } = stage;
      const code = await reportWithoutName(stage, "Mona", [
        {
          "What happened?": words.what,
          "How are you involved?": "It happened to me",
          "Which rules?": ["Personal conduct"],
        },
        { "Who is it about?": [person("Grace").id] },
        { "How serious is it, to you?": "serious" },
      ]);
      const codeName = codeNameIn(person("Mona").note());
      const officers = ["Maren", "Grace", "Theo", "Joy", "Nils"];
      await enter(stage, "Maren", "Take the case");
      await enter(stage, "Maren", "Acknowledge the report", { "Your message": "Thank you." });
      await enter(stage, "Maren", "An informal way may be possible");
      await enter(stage, "Maren", "Ask for agreement", { "What they are asked to agree to": text });
      await openWith(stage, "Mona", code);
      expect(person("Mona").note()).toContain(text);
      await person("Mona").press("I agree");
      await stage.settle();
      await person("Grace").press("I agree");
      await stage.settle();
      await person("Maren").command("case show", { code: codeName });
      expect(person("Maren").note()).toContain("informal solution");
      await expectNothingOfMona(code, officers);

      await enter(stage, "Maren", "Ask for agreement", { "What they are asked to agree to": newer });
      await openWith(stage, "Mona", code);
      expect(person("Mona").note()).toContain(newer);
      await person("Mona").press("End this way");
      await stage.settle();
      await person("Maren").command("case show", { code: codeName });
      expect(person("Maren").note()).toContain("investigation");
      expect(person("Grace").reads()).toContain("The way that both sides were asked to agree to");
      await expectNothingOfMona(code, officers);
    });

    test("[F158][C11] they ask the other side through the officers and are asked, agree to words and decline; nothing of them is kept", async () => {
      stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
      const { person } = stage;
      const code = await reportAboutNils();
      const codeName = codeNameIn(person("Mona").note());
      const officers = ["Helen", "Ruth", "Jack", "Nils", "Lo"];
      await enter(stage, "Helen", "Take the case");
      await enter(stage, "Helen", "Keep both sides apart", { "Why?": words.reasons });
      await enter(stage, "Helen", "Given to Stage 1");

      await openWith(stage, "Mona", code);
      await enter(stage, "Mona", "Ask the other side", { "What would you like to know?": question });
      await person("Helen").command("apart show", { code: codeName });
      expect(person("Helen").note()).toContain(question);
      await enter(stage, "Helen", "Pass on", {});
      expect(person("Nils").reads()).toContain(question);
      await enter(stage, "Nils", "Answer", { "Your answer": answer });
      await person("Helen").command("apart show", { code: codeName });
      await enter(stage, "Helen", "Pass on", {});
      await openWith(stage, "Mona", code);
      expect(person("Mona").note()).toContain(answer);
      await expectNothingOfMona(code, officers);

      await person("Nils").command("apart ask", { code: codeName });
      await person("Nils").fillIn({ "What would you like to know?": "PLANTED-BACK who are you?" });
      await stage.settle();
      await person("Helen").command("apart show", { code: codeName });
      await enter(stage, "Helen", "Pass on", {});
      await openWith(stage, "Mona", code);
      expect(person("Mona").note()).toContain("PLANTED-BACK");
      await person("Mona").press("I would rather not");
      await stage.settle();
      expect(person("Nils").reads()).toContain("They would rather not answer it.");
      await expectNothingOfMona(code, officers);
    });

    test("[F147][C11] they say who goes with them, and those who handle the case read it; nothing of them is kept", async () => {
      stage = await openStage({ platform, organisation: union, start: "2026-03-02T10:00" });
      const { person } = stage;
      const code = await reportAboutNils();
      const codeName = codeNameIn(person("Mona").note());
      await enter(stage, "Helen", "Take the case");
      await openWith(stage, "Mona", code);
      await enter(stage, "Mona", "Say who goes with me", { "Who goes with you?": [person("Callum").id] });
      expect(person("Mona").note()).toContain("It stands in the file.");
      await person("Helen").command("case show", { code: codeName });
      await person("Helen").press("Open the file");
      await person("Helen").press("People");
      expect(person("Helen").note()).toContain("Callum Reid goes with them");
      await expectNothingOfMona(code, ["Helen", "Ruth", "Jack", "Nils", "Lo"]);
    });
  },
);
