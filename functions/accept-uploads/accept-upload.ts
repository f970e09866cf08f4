import { papersOf } from "../../shared/casework/case-papers.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import type { CheckedState } from "../../shared/domain/claim-form.ts";
import { ok } from "../../shared/domain/result.ts";
import { pageName } from "../../shared/storage/evidence.ts";
import type { UploadRecord } from "../../shared/storage/uploads.ts";
import { log } from "../runtime/log.ts";
import { type Cause, isSilence, wordsOf } from "./causes.ts";
import type { UploadDesk } from "./upload-desk.ts";

const acceptUploads = { kind: "system", name: "accept-uploads" } as const;

/** What a scan for malware said: nothing found, something found, or nothing that can be relied on. */
export type Scan = "clean" | "malware" | "none";

/** A paper that was scanned, or whose scan never spoke: then no version is named. */
export interface Arrival {
  readonly scan: Scan;
  readonly versionId?: string;
}

/**
 * Looks at a paper that came and was scanned, keeps it as evidence if it passes, could not be looked into or was filed
 * before, settles its record, and tells what it was filed with. A file that nobody announced is dropped.
 *
 * Any order, and twice, comes to the same. The copy goes first, so that no record says received of what is not kept;
 * copied again it is the same bytes under the same name. The record is settled once, on condition that it is pending,
 * and whoever files it does so on condition of the state read: filed before, settling answers with what it was filed
 * with, and that is told; filed after, the filing itself says what was found. Killed before settling, the next delivery
 * starts over; killed after, it finds the record settled and tells what is missing: each telling changes nothing where it
 * was told. Only a scan that spoke after all changes what was settled: from unreadable to received, or to refused.
 */
export const acceptUpload =
  (desk: UploadDesk) =>
  async (uploadId: string, arrival: Arrival): Promise<void> => {
    const found = await desk.uploads.find(uploadId);
    const upload = found && mayChange(found, arrival) ? await settled(desk, found, arrival) : found;
    if (!upload) return log("warn", "paper-not-announced", { uploadId });
    const { state } = upload;
    // It never came, and may still.
    if (state === "pending") return;
    await tellFiled(desk, { ...upload, state }, arrival);
    if (state === "received" && upload.pages === undefined) await drawPages(desk, upload);
  };

type Checked = UploadRecord & { readonly state: CheckedState };

/** Tells what a paper was filed with, if it was, what was found in it. */
async function tellFiled(desk: UploadDesk, upload: Checked, arrival: Arrival): Promise<void> {
  const { documentId, state, filingId, claimId } = upload;
  if (filingId === undefined && claimId === undefined) return;
  if (state === "refused") await keepOriginal(desk, upload, arrival);
  if (filingId !== undefined) await desk.filings.settlePaper(filingId, documentId, state);
  if (claimId !== undefined) return tellCase(desk, claimId, upload);
  if (filingId !== undefined && state === "refused") await askAnother(desk, filingId, upload);
}

/** What was filed is evidence whatever is found in it: a check that errs must not lose it. Nobody is shown it. */
async function keepOriginal(
  { quarantinedPapers, evidencePapers }: UploadDesk,
  { documentId, contentType }: UploadRecord,
  { versionId }: Arrival,
): Promise<void> {
  const bytes = await quarantinedPapers.read(documentId, versionId);
  if (bytes) await evidencePapers.write(documentId, bytes, contentType);
}

/** Keeps pictures of a paper's pages, which staff look at in its place; drawn again they are the same. */
async function drawPages({ uploads, evidencePapers, pages, draw }: UploadDesk, upload: UploadRecord): Promise<void> {
  const { documentId, contentType } = upload;
  const drawn = await draw(contentType, await evidencePapers.read(documentId));
  for (const [at, page] of drawn.entries()) await pages.write(pageName(documentId, at + 1), page, "image/jpeg");
  await uploads.addPages(documentId, drawn.length);
}

function mayChange({ state, reason }: UploadRecord, { scan }: Arrival): boolean {
  if (state !== "unreadable") return state === "pending";
  return scan === "malware" || (scan === "clean" && reason === wordsOf("not-scanned"));
}

async function settled(
  desk: UploadDesk,
  upload: UploadRecord,
  { scan, versionId }: Arrival,
): Promise<UploadRecord | undefined> {
  const { uploads, quarantinedPapers, evidencePapers } = desk;
  const { documentId, contentType } = upload;
  // It is among the evidence, and somebody may have opened it.
  if (scan === "malware" && upload.state === "unreadable") {
    log("error", "malware-after-kept", { uploadId: documentId, claimId: upload.claimId, filingId: upload.filingId });
    return uploads.condemn(upload, wordsOf("malware"));
  }
  if (scan === "malware") return uploads.settle(documentId, "refused", wordsOf("malware"));
  const bytes = await quarantinedPapers.read(documentId, versionId);
  if (!bytes) return upload;
  if (versionId === undefined) log("error", "scan-overdue", { uploadId: documentId });
  const cause = (await desk.causeIn(upload, bytes)) ?? (scan === "clean" ? undefined : "not-scanned");
  if (cause !== undefined && !isSilence(cause)) return uploads.settle(documentId, "refused", wordsOf(cause));
  await evidencePapers.write(documentId, bytes, contentType);
  return uploads.settle(documentId, ...stateFor(cause));
}

function stateFor(cause: Cause | undefined): [state: CheckedState, reason?: string] {
  return cause === undefined ? ["received"] : ["unreadable", wordsOf(cause)];
}

/** Who presented a document is asked for another copy of a file that was refused after it was filed, once. */
async function askAnother(desk: UploadDesk, filingId: string, upload: UploadRecord): Promise<void> {
  const { documentId, fileName, reason = "", waits } = upload;
  const key = `paper-refused:${documentId}`;
  const filing = await desk.filings.find(filingId);
  if (!filing || filing.state === "returned" || filing.state === "not-presented") return;
  if (filing.entries.some(({ write }) => write?.key === key)) return;
  const at = desk.now();
  const entry = {
    type: "copy-asked",
    at,
    by: acceptUploads.name,
    text: `«${fileName}». ${reason}`,
    write: { key, contentHash: key },
  } as const;
  const { done } = await desk.transact([
    ...desk.filings.step(filing, { entry }),
    ...(waits ? [desk.uploads.ask(documentId, at)] : []),
  ]);
  if (!done) throw new Error(`another copy of ${documentId} was not asked for: its filing changed meanwhile`);
}

/** Tells a claim what was found in a paper of it; another copy of one that was refused is asked for with the same. */
async function tellCase(
  desk: UploadDesk,
  claimId: string,
  { documentId, fileName, state, reason, waits }: Checked,
): Promise<void> {
  const now = desk.now();
  const write = { key: `paper-checked:${documentId}:${state}`, contentHash: state };
  const told = await record(desk, { claimId, now, write }, ({ file: { events } }) => {
    const entries: Decision["entries"] = [
      {
        type: "paper-checked",
        effectiveAt: now,
        by: acceptUploads,
        details: { documentId, state, ...(reason !== undefined && { reason }) },
      },
    ];
    if (papersOf(events).some((paper) => paper.documentId === documentId && paper.state === state))
      return ok({ entries: [] });
    if (state !== "refused") return ok({ entries });
    const details = { documentId, fileName, ...(reason !== undefined && { text: reason }) };
    return ok({
      entries: [...entries, { type: "copy-asked", effectiveAt: now, by: acceptUploads, details }],
      also: waits ? [desk.uploads.ask(documentId, now)] : [],
    });
  });
  if (!told.ok) throw new Error(`the check of ${documentId} was not told in its case: ${told.error}`);
}
