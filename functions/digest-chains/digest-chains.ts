import { createHash } from "node:crypto";
import { addDays, type CalendarDay, limaDay, limaInstant } from "../../shared/domain/calendar-day.ts";
import type { ChangedChains } from "../../shared/storage/changed-chains.ts";
import { digestStatementOf, noDigestBefore } from "../../shared/storage/day-digests.ts";
import type { DigestFiles, KeptDigest } from "../../shared/storage/digest-files.ts";
import type { SealKey, SealKeyBook, Seals } from "../../shared/storage/seals.ts";
import { log } from "../runtime/log.ts";

/** What the digest of a day is made with. */
export interface DigestDeps {
  readonly changedChains: ChangedChains;
  readonly digestFiles: DigestFiles;
  readonly seals: Seals;
  readonly sealKey: () => Promise<SealKey>;
  readonly sealKeyBook: SealKeyBook;
  readonly now: () => string;
}

/** When the day before is settled: an entry bears the start of its run, and no run lasts longer than a quarter of an hour. */
const settledAt = "01:00";
/** How far back the first digest of all looks for the first chain. */
const firstLook = 31;

/**
 * Seals the chains of each day that is over and has no digest yet, one after the other, and writes down the key it seals
 * with. Each digest is kept whole or not at all: killed, again, or beside another, it goes on where the kept ones end.
 */
export const digestChains = (deps: DigestDeps) => async (): Promise<void> => {
  const now = deps.now();
  const today = limaDay(now);
  await deps.sealKeyBook.keep({ ...(await deps.sealKey()), from: today });
  const through = addDays(today, now < limaInstant(today, settledAt) ? -2 : -1);
  let last = await deps.digestFiles.last(through);
  let made = 0;
  for (let day = last ? addDays(last.day, 1) : await firstDay(deps, through); day <= through; day = addDays(day, 1)) {
    last = await digestDay(deps, day, last);
    made += 1;
  }
  // An alarm waits for this line: without it, for whatever reason, some day has no digest.
  log("info", "chains-digested", { through, made });
};

/** The first day of the last weeks that wrote in a chain, or the last one. */
async function firstDay({ changedChains }: DigestDeps, through: CalendarDay): Promise<CalendarDay> {
  for (let back = firstLook; back > 0; back -= 1) {
    const day = addDays(through, -back);
    if (await changedChains.any(day)) return day;
  }
  return through;
}

async function digestDay(deps: DigestDeps, day: CalendarDay, last: KeptDigest | undefined): Promise<KeptDigest> {
  const claims = await deps.changedChains.ofDay(day);
  const previous = last ? createHash("sha256").update(last.statement).digest("hex") : noDigestBefore;
  const seal = await deps.seals.seal(digestStatementOf({ day, claims, previous }));
  return deps.digestFiles.keep(day, { seal, claims });
}
