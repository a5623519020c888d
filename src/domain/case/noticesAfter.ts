import type { NoticeId } from "../identity.ts";
import type { Case, Notice } from "./case.ts";

export function withNotice(current: Case, id: NoticeId, change: Partial<Notice>): Case {
  return {
    ...current,
    notices: current.notices.map((notice) => (notice.id === id ? { ...notice, ...change } : notice)),
  };
}
