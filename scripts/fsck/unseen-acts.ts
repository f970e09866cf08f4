import type { CaseEventType } from "../../shared/domain/case-events.ts";
import { earlyDelivery } from "../../shared/domain/delivery-to-confirm.ts";
import { lookMs } from "../../shared/domain/openings.ts";
import type { CaseFile } from "../../shared/storage/case-files.ts";
import type { Item } from "./partitions.ts";

/** An act takes its instant as its request begins; what it opened is noted with the same. */
const slackMs = 60_000;

/** What billing answers to a day's list of receipts, in which nobody is named; what it completes is recorded with it. */
const namesNobody: readonly CaseEventType[] = ["hold-acknowledged", "adjustment-acknowledged"];

/** Whether the office recorded it later in the name of who did it: a delivery out of hours, once it counts. */
function isCounted(file: CaseFile | undefined, seq: number, sub: string): boolean {
  const [entry] = file?.events.slice(seq - 1, seq) ?? [];
  const early = entry?.type === "resolution-notified" && earlyDelivery(file?.events.slice(0, seq - 1) ?? []);
  return early ? early.by.kind === "staff" && early.by.sub === sub : false;
}

interface Act {
  readonly by: string;
  readonly at: number;
  readonly says: string;
}

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
  const acts: Act[] = [];
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
      const answers = file?.events.filter(({ type }) => namesNobody.includes(type)) ?? [];
      const instants = new Set(answers.map(({ recordedAt }) => recordedAt));
      for (const { by, recordedAt, seq, type } of file?.events ?? [])
        if (by.kind === "staff" && !instants.has(recordedAt) && !isCounted(file, seq, by.sub))
          acts.push({
            ...{ by: by.sub, at: Date.parse(recordedAt) },
            says: `claim ${file?.head.claimId}: entry ${seq}, ${type}, and nothing was opened in that name`,
          });
    },
    unseen: () =>
      acts
        .filter(({ by, at }) => {
          const isSeen = looks.get(by)?.some((look) => look >= at - lookMs - slackMs && look <= at + slackMs);
          return at >= oldest && !isSeen;
        })
        .map(({ says }) => `opened: ${says}`),
  };
}
