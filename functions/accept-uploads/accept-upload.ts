import { attachmentsOf } from "../../shared/casework/case-attachments.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import type { CheckedState } from "../../shared/domain/claim-form.ts";
import { ok } from "../../shared/domain/result.ts";
import { pageName } from "../../shared/storage/evidence.ts";
import type { UploadRecord } from "../../shared/storage/uploads.ts";
import { log } from "../runtime/log.ts";
import { type Cause, isSilence, wordsOf } from "./causes.ts";
import type { UploadDeps } from "./upload-deps.ts";

const acceptUploads = { kind: "system", name: "accept-uploads" } as const;

/** What a scan for malware said: nothing found, something found, or nothing that can be relied on. */
export type Scan = "clean" | "malware" | "none";

/** An attachment that was scanned, or whose scan never spoke: then no version is named. */
export interface Arrival {
  readonly scan: Scan;
  readonly versionId?: string;
}

/**
 * Looks at an attachment that came and was scanned, keeps it as evidence if it passes, could not be looked into or was filed
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
  (deps: UploadDeps) =>
  async (uploadId: string, arrival: Arrival): Promise<void> => {
    const found = await deps.uploads.find(uploadId);
    const upload = found && mayChange(found, arrival) ? await settled(deps, found, arrival) : found;
    if (!upload) return log("warn", "attachment-not-announced", { uploadId });
    const { state } = upload;
    // It never came, and may still.
    if (state === "pending") return;
    await recordInSubmission(deps, { ...upload, state }, arrival);
    if (state === "received" && upload.pages === undefined) await drawPages(deps, upload);
  };

type Checked = UploadRecord & { readonly state: CheckedState };

/** Tells what an attachment was filed with, if it was, what was found in it. */
async function recordInSubmission(deps: UploadDeps, upload: Checked, arrival: Arrival): Promise<void> {
  const { documentId, state, submissionId, claimId } = upload;
  if (submissionId === undefined && claimId === undefined) return;
  if (state === "refused") await keepOriginal(deps, upload, arrival);
  if (submissionId !== undefined) await deps.submissions.settleAttachment(submissionId, documentId, state);
  if (claimId !== undefined) return recordInCase(deps, claimId, upload);
  if (submissionId !== undefined && state === "refused") await askAnother(deps, submissionId, upload);
}

/** What was filed is evidence whatever is found in it: a check that errs must not lose it. Nobody is shown it. */
async function keepOriginal(
  { quarantinedAttachments, evidenceAttachments }: UploadDeps,
  { documentId, contentType }: UploadRecord,
  { versionId }: Arrival,
): Promise<void> {
  const bytes = await quarantinedAttachments.read(documentId, versionId);
  if (bytes) await evidenceAttachments.write(documentId, bytes, contentType);
}

/** Keeps pictures of an attachment's pages, which staff look at in its place; drawn again they are the same. */
async function drawPages(
  { uploads, evidenceAttachments, attachmentPages, draw }: UploadDeps,
  upload: UploadRecord,
): Promise<void> {
  const { documentId, contentType } = upload;
  const drawn = await draw(contentType, await evidenceAttachments.read(documentId));
  for (const [at, page] of drawn.entries())
    await attachmentPages.write(pageName(documentId, at + 1), page, "image/jpeg");
  await uploads.addPages(documentId, drawn.length);
}

function mayChange({ state, reason }: UploadRecord, { scan }: Arrival): boolean {
  if (state !== "unreadable") return state === "pending";
  return scan === "malware" || (scan === "clean" && reason === wordsOf("not-scanned"));
}

async function settled(
  deps: UploadDeps,
  upload: UploadRecord,
  { scan, versionId }: Arrival,
): Promise<UploadRecord | undefined> {
  const { uploads, quarantinedAttachments, evidenceAttachments } = deps;
  const { documentId, contentType } = upload;
  // It is among the evidence, and somebody may have opened it.
  if (scan === "malware" && upload.state === "unreadable") {
    log("error", "malware-after-kept", {
      uploadId: documentId,
      claimId: upload.claimId,
      submissionId: upload.submissionId,
    });
    return uploads.condemn(upload, wordsOf("malware"));
  }
  if (scan === "malware") return uploads.settle(documentId, "refused", wordsOf("malware"));
  const bytes = await quarantinedAttachments.read(documentId, versionId);
  if (!bytes) return upload;
  if (versionId === undefined) log("error", "scan-overdue", { uploadId: documentId });
  const cause = (await deps.causeIn(upload, bytes)) ?? (scan === "clean" ? undefined : "not-scanned");
  if (cause !== undefined && !isSilence(cause)) return uploads.settle(documentId, "refused", wordsOf(cause));
  await evidenceAttachments.write(documentId, bytes, contentType);
  return uploads.settle(documentId, ...stateFor(cause));
}

function stateFor(cause: Cause | undefined): [state: CheckedState, reason?: string] {
  return cause === undefined ? ["received"] : ["unreadable", wordsOf(cause)];
}

/** Who presented a document is asked for another copy of a file that was refused after it was filed, once. */
async function askAnother(deps: UploadDeps, submissionId: string, upload: UploadRecord): Promise<void> {
  const { documentId, fileName, reason = "", waits } = upload;
  const key = `attachment-refused:${documentId}`;
  const submission = await deps.submissions.find(submissionId);
  if (!submission || submission.state === "returned" || submission.state === "not-presented") return;
  if (submission.entries.some(({ write }) => write?.key === key)) return;
  const at = deps.now();
  const entry = {
    type: "copy-asked",
    at,
    by: acceptUploads.name,
    text: `«${fileName}». ${reason}`,
    write: { key, contentHash: key },
  } as const;
  const { done } = await deps.transact([
    ...deps.submissions.step(submission, { entry }),
    ...(waits ? [deps.uploads.ask(documentId, at)] : []),
  ]);
  if (!done) throw new Error(`another copy of ${documentId} was not asked for: its filing changed meanwhile`);
}

/** Tells a claim what was found in an attachment of it; another copy of one that was refused is asked for with the same. */
async function recordInCase(
  deps: UploadDeps,
  claimId: string,
  { documentId, fileName, state, reason, waits }: Checked,
): Promise<void> {
  const now = deps.now();
  const write = { key: `attachment-checked:${documentId}:${state}`, contentHash: state };
  const recorded = await record(deps, { claimId, now, write }, ({ file: { events } }) => {
    const entries: Decision["entries"] = [
      {
        type: "attachment-checked",
        effectiveAt: now,
        by: acceptUploads,
        details: { documentId, state, ...(reason !== undefined && { reason }) },
      },
    ];
    if (attachmentsOf(events).some((attachment) => attachment.documentId === documentId && attachment.state === state))
      return ok({ entries: [] });
    if (state !== "refused") return ok({ entries });
    const details = { documentId, fileName, ...(reason !== undefined && { text: reason }) };
    return ok({
      entries: [...entries, { type: "copy-asked", effectiveAt: now, by: acceptUploads, details }],
      also: waits ? [deps.uploads.ask(documentId, now)] : [],
    });
  });
  if (!recorded.ok) throw new Error(`the check of ${documentId} was not told in its case: ${recorded.error}`);
}
