import { createHash } from "node:crypto";
import { addDays, type CalendarDay, limaDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import type { ChangedChains } from "../../shared/storage/check/changed-chains.ts";
import { digestStatementOf, noDigestBefore } from "../../shared/storage/check/day-digests.ts";
import type { DigestFiles, KeptDigest } from "../../shared/storage/check/digest-files.ts";
import type { SealKey, SealKeyBook, Seals } from "../../shared/storage/seal/seals.ts";
import { log } from "../runtime/log.ts";

export interface DigestDeps {
  readonly changedChains: ChangedChains;
  readonly digestFiles: DigestFiles;
  readonly seals: Seals;
  readonly sealKey: () => Promise<SealKey>;
  readonly sealKeyBook: SealKeyBook;
  readonly now: () => string;
}

/**
 * Hour of Lima from which the day before is complete: an entry bears the start of its run, and no run lasts longer than
 * a quarter of an hour.
 */
const settledAt = "01:00";
/** Days that the very first digest looks back for the first changed chain. */
const firstLook = 31;

/**
 * Stores the public key of the seal. Then seals a digest for each day that has none, days without changes included, up
 * to yesterday in Lima; before 01:00, up to the day before yesterday. Begins after the last stored digest. If there is
 * none, begins with the first day on which a chain changed, at most 31 days back. Logs `chains-digested`.
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
  // An alarm watches for this line: without it, for whatever reason, some day has no digest.
  log("info", "chains-digested", { through, made });
};

/** Returns the first of the 31 days before `through` that changed a chain, or `through` if none did. */
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
