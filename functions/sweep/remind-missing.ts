import { type CaseDesk, record } from "../../shared/casework/record.ts";
import { ok } from "../../shared/domain/result.ts";
import { onItsWaySince, type PaperPosition, type UploadRecord, type Uploads } from "../../shared/storage/uploads.ts";
import { log, logFailure } from "../runtime/log.ts";
import type { LapseDesk } from "./lapse-filings.ts";

interface MissingDesk extends CaseDesk, LapseDesk {
  readonly uploads: Uploads;
}

const by = { kind: "system", name: "sweep" } as const;
const page = 50;

/**
 * Reminds who filed something with a file that a day later has not come, once for each file: an entry that they are told of,
 * and a line of the log that calls a person. What was filed stands with its day whatever becomes of the file.
 */
export async function remindMissing(desk: MissingDesk, now: string): Promise<{ reminded: number; failed: number }> {
  const told = { reminded: 0, failed: 0 };
  const since = onItsWaySince(now);
  let after: PaperPosition | undefined;
  for (;;) {
    const found = await desk.uploads.waiting(desk.tenant.office.code.value, page, after);
    const late = found.filter(({ createdAt }) => createdAt < since);
    for (const paper of late.filter(({ state, remindedAt }) => state === "pending" && remindedAt === undefined))
      try {
        if (!(await remindOne(desk, paper, now))) continue;
        log("error", "paper-missing", namesOf(paper));
        told.reminded += 1;
      } catch (failure) {
        logFailure("not-reminded", failure, namesOf(paper));
        told.failed += 1;
      }
    after = late.at(-1);
    if (after === undefined || late.length < page) return told;
  }
}

const namesOf = ({ documentId: uploadId, filingId, claimId }: UploadRecord) => ({ uploadId, filingId, claimId });

/** `false` where it came meanwhile, or somebody else reminded of it. A recourse's file is one of its claim and of its filing: its claim tells. */
async function remindOne(desk: MissingDesk, paper: UploadRecord, now: string): Promise<boolean> {
  const { documentId, fileName, claimId, filingId } = paper;
  const reminded = desk.uploads.remind(documentId, now);
  if (claimId !== undefined) {
    const key = `paper-missing:${documentId}`;
    let isNew = false;
    const recorded = await record(desk, { claimId, now, write: { key, contentHash: key } }, async () => {
      const { remindedAt, waits } = (await desk.uploads.find(documentId)) ?? {};
      const details = { documentId, fileName };
      isNew = remindedAt === undefined && waits === true;
      return isNew
        ? ok({ entries: [{ type: "paper-missing", effectiveAt: now, by, details }], also: [reminded] })
        : ok({ entries: [] });
    });
    if (!recorded.ok) throw new Error(`claim ${claimId} was not told of the paper ${documentId}: ${recorded.error}`);
    return isNew;
  }
  const filing = filingId === undefined ? undefined : await desk.filings.find(filingId);
  if (!filing || filing.state === "returned" || filing.state === "not-presented") return false;
  const entry = { type: "paper-missing", at: now, by: by.name, text: `«${fileName}»` } as const;
  return (await desk.transact([...desk.filings.step(filing, { entry }), reminded])).done;
}
