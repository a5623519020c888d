import type { KeptKind, KeptOf, KeptRecord, RecordStore } from "../../application/recordPorts.ts";

/** What is kept when a case is not there any more, in memory. */
export function memoryRecords(): Pick<RecordStore, "keepRecord" | "keptRecords"> {
  const records: KeptRecord[] = [];
  return {
    async keepRecord(record) {
      if (!records.some(({ id }) => id === record.id)) records.push(record);
    },
    async keptRecords<Kind extends KeptKind>(kind: Kind): Promise<readonly KeptOf<Kind>[]> {
      return records.filter((record): record is KeptOf<Kind> => record.kind === kind);
    },
  };
}
