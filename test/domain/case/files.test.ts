import { describe, expect, test } from "vitest";

import { isTakenKind, plainName } from "../../../src/domain/case/files.ts";

describe("the name of a file that was handed in", () => {
  test.each([
    ["photo.png", "photo.png"],
    ["/etc/passwd", "passwd"],
    ["..\\..\\windows\\letter.pdf", "letter.pdf"],
    ["../../.env", "env"],
    ["a\u0000b\n.txt", "ab.txt"],
    // Read from right to left this looks like a picture.
    ["photo\u202Egnp.exe", "photognp.exe"],
    ["what?is:this|<b>.jpg", "what_is_this__b_.jpg"],
    ["", "file"],
    ["...", "file"],
    ["ÅÄÖ 日本.pdf", "ÅÄÖ 日本.pdf"],
  ])("%j is kept as %j", (given, kept) => {
    expect(plainName(given)).toBe(kept);
  });

  test("a long one keeps its end", () => {
    const name = plainName(`${"x".repeat(500)}.pdf`);
    expect(name).toHaveLength(80);
    expect(name.endsWith("x.pdf")).toBe(true);
  });
});

describe("the kinds of files", () => {
  test.each(["photo.PNG", "mail.eml", "a.b.pdf", "voice.m4a", "brev.docx"])("%s is taken", (name) => {
    expect(isTakenKind(name)).toBe(true);
  });

  test.each(["run.exe", "photo.png.js", "page.html", "picture.svg", "macro.docm", "archive.zip", "none", "", "pdf"])(
    "%j is not",
    (name) => {
      expect(isTakenKind(name)).toBe(false);
    },
  );
});
