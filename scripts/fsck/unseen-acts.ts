import type { CaseEventType } from "../../shared/domain/case-events.ts";
import { lookMs } from "../../shared/domain/openings.ts";
import type { CaseFile } from "../../shared/storage/case-files.ts";
import type { Item } from "./partitions.ts";

/** An act takes its instant as its request begins; what it opened is noted with the same. */
const slackMs = 60_000;

/** What billing answers to a day's list of receipts, in which nobody is named; what it completes is recorded with it. */
const namesNobody: readonly CaseEventType[] = ["hold-acknowledged", "adjustment-acknowledged"];

interface Act {
  readonly by: string;
  readonly at: number;
  readonly says: string;
}

/** The acts of staff in cases, and what staff opened; noted in any order. */
export interface Acts {
  note(items: readonly Item[], file: CaseFile | undefined): void;
  /** Acts of people in whose name nothing was opened at that time. */
  unseen(): readonly string[];
}

/**
 * Opens an empty set of acts. Whoever of the staff acts in a case has opened something then, or within the quarter of an
 * hour that counts as one look: an act without it is a read that left no trace. Acts older than the oldest look that is kept
 * are left out.
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
        if (by.kind === "staff" && !instants.has(recordedAt))
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
