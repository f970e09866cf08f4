import * as z from "zod";
import { uploadOfAttachmentKey } from "../../shared/storage/attachment/attachment-files.ts";
import { log } from "../runtime/log.ts";
import { acceptUpload, type Scan } from "./accept-upload.ts";
import { drawAttachment } from "./draw-attachment.ts";
import { drawDocument } from "./draw-document.ts";
import type { UploadDeps } from "./upload-deps.ts";

/** The event GuardDuty sends once it scanned an object, or could not. */
const scanned = z.object({
  "detail-type": z.literal("GuardDuty Malware Protection Object Scan Result"),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});
/** The message the sweep sends for an attachment that no scan answered for in time. */
const overdue = z.object({ kind: z.literal("scan-overdue"), uploadId: z.string() });
/** The message `acceptUpload` sends for an attachment that was received. */
const accepted = z.object({ kind: z.literal("draw-attachment"), uploadId: z.string() });
/** The message `casework` sends when somebody first looks at the pages of a document of the office. */
const looked = z.object({
  kind: z.literal("draw-document"),
  documentId: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** Any other status than these two means that the object was not scanned. */
const scans: Readonly<Record<string, Scan>> = { NO_THREATS_FOUND: "clean", THREATS_FOUND: "malware" };

/**
 * Returns the handler of four messages: GuardDuty's scan result, the sweep's notice that no result came in time, and an
 * attachment or a document to draw (`drawAttachment`, `drawDocument`). Passes the first two to `acceptUpload`; a scan
 * status other than no threats or threats found counts as not scanned. Logs `no-attachment` if the scanned object is no
 * attachment. Throws if the message is none of them.
 */
export const uploadMessages = (deps: UploadDeps): ((body: unknown) => Promise<void>) => {
  const accept = acceptUpload(deps);
  return async (body) => {
    const message = z.union([scanned, overdue, accepted, looked]).parse(body);
    if ("sha256" in message) return drawDocument(deps, message);
    if ("kind" in message && message.kind === "draw-attachment") return drawAttachment(deps, message.uploadId);
    if ("kind" in message) return accept(message.uploadId, { scan: "none" });
    const { s3ObjectDetails, scanResultDetails } = message.detail;
    const uploadId = uploadOfAttachmentKey(s3ObjectDetails.objectKey);
    if (uploadId === undefined) return log("warn", "no-attachment");
    const scan = scans[scanResultDetails.scanResultStatus] ?? "none";
    await accept(uploadId, { scan, versionId: s3ObjectDetails.versionId });
  };
};
