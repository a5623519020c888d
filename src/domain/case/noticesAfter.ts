import type { Temporal } from "temporal-polyfill";

import type { NoticeId } from "../identity.ts";
import type { Notice } from "./case.ts";
import type { Entry } from "./entry.ts";

type NoticeEntry = Extract<Entry, { kind: "notice-sent" | "notice-delivered" | "notice-failed" }>;

/** The notices after one more entry, the first first. */
export function noticesAfter(notices: readonly Notice[], entry: NoticeEntry, at: Temporal.Instant): readonly Notice[] {
  switch (entry.kind) {
    case "notice-sent": {
      const { notice: id, to, subject } = entry;
      return [...notices, { id, to, subject, sent: at, delivered: undefined, failed: undefined }];
    }
    case "notice-delivered":
      return withNotice(notices, entry.notice, {
        delivered: { when: entry.when, how: entry.how },
        failed: undefined,
      });
    case "notice-failed":
      return withNotice(notices, entry.notice, { failed: entry.reason });
  }
}

const withNotice = (notices: readonly Notice[], id: NoticeId, change: Partial<Notice>): readonly Notice[] =>
  notices.map((notice) => (notice.id === id ? { ...notice, ...change } : notice));
