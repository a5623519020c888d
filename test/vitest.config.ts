import { defineConfig } from "vitest/config";

const shared = { isolate: false, pool: "threads" } as const;

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
          provide: { playsOn: "databases", walks: "sample" },
          testTimeout: 300_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...shared,
          name: "faults",
          include: ["test/faults/**/*.test.ts", "test/application/why.test.ts"],
          provide: { walks: "rest" },
          testTimeout: 300_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          ...shared,
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 120_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
