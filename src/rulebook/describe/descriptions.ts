import { rosterSchema } from "../loadRoster.ts";
import { rulebookSchema } from "../rulebook.ts";
import { editorSchema } from "./editorSchema.ts";
import { reference } from "./reference.ts";

/** What writes the files. */
export const command = "npm run rulebook -- schema";

/** The files of src/rulebooks/ that are made of the form of rulebooks and rosters, never written by hand. */
export const descriptions = (): readonly { readonly name: string; readonly text: string }[] => [
  { name: "rulebook.schema.json", text: editorSchema(rulebookSchema, "The rules of an organisation, for Redress.") },
  {
    name: "roster.schema.json",
    text: editorSchema(rosterSchema, "Who holds which office of an organisation, for Redress."),
  },
  {
    name: "REFERENCE.md",
    text: reference(
      [
        { prefix: undefined, intro: "The rulebook", schema: rulebookSchema },
        { prefix: "Roster", intro: "The roster", schema: rosterSchema },
      ],
      command,
    ),
  },
];
