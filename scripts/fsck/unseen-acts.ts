import { isSeen, type StaffAct, staffActsIn, unseenAct } from "../../shared/casework/case/staff-acts.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import type { Item } from "./partitions.ts";

/** The acts of staff in cases, and what staff opened; noted in any order. */
export interface Acts {
  /** Notes what staff opened, from items of that log, and the entries that staff recorded in a case. */
  note(items: readonly Item[], file: CaseFile | undefined): void;
  /** Returns a line for each act by somebody who opened nothing at that time. */
  unseen(): readonly string[];
}

/**
 * Opens an empty record of what staff did in cases and of what staff opened. `unseen` returns a line for each act by
 * somebody who opened nothing from 16 minutes before the act to a minute after it: they read something without its
 * being logged. Acts older than the oldest log entry are left out.
 */
export function openActs(): Acts {
  const looks = new Map<string, number[]>();
  const acts: (StaffAct & { readonly claimId: string })[] = [];
  let oldest = Number.POSITIVE_INFINITY;
  const noteLook = ({ by, at }: Item): void => {
    const instant = Date.parse(String(at));
    oldest = Math.min(oldest, instant);
    const own = looks.get(String(by)) ?? [];
    own.push(instant);
    looks.set(String(by), own);
  };
  return {
    note: (items, file) => {
      for (const { pk, ...item } of items) if (String(pk).startsWith("OPENINGS#")) noteLook(item);
      if (file) for (const act of staffActsIn(file)) acts.push({ ...act, claimId: file.head.claimId });
    },
    unseen: () =>
      acts
        .filter((act) => act.at >= oldest && !isSeen(act, looks.get(act.by) ?? []))
        .map((act) => `opened: claim ${act.claimId}: ${unseenAct(act)}`),
  };
}
