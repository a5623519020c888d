import { defineConfig } from "vitest/config";

const shared = {
  isolate: false,
  pool: "threads",
  // What comes true is waited for on a busy machine too.
  expect: { poll: { timeout: 60_000 } },
} as const;

/** These journeys are played in memory only: of both platforms at once, of connecting, and of more kinds of motions than one. */
const inMemory = [
  "accessOnBoth",
  "afterElections",
  "caucus",
  "choosing",
  "connecting/*",
  "forum",
  "hiding",
  "joining",
  "movedQuestions",
  "offices",
  "rolls",
  "voteRests",
  "walksDuringVotes",
].map((name) => `test/journeys/${name}.test.ts`);
/** Nothing is stored by these that the others do not store: what is answered to each is asked in memory. */
const answersOnly = ["test/journeys/answers.test.ts"];

export default defineConfig({
  test: {
    globalSetup: ["test/servers/setUp.ts"],
    maxWorkers: "100%",
    projects: [
      {
        test: {
          ...shared,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: ["test/faults/**", "test/browser/**"],
          provide: { playsOn: "memory", walks: "sample" },
          // A busy machine is no failure.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          ...shared,
          name: "databases",
          include: ["test/journeys/**/*.test.ts"],
          exclude: [...inMemory, ...answersOnly],
          provide: { playsOn: "databases", walks: "sample" },
          testTimeout: 300_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: "faults",
          include: ["test/faults/**/*.test.ts", "test/application/why.test.ts"],
          provide: { walks: "rest" },
          testTimeout: 900_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
