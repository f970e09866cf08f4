import * as z from "zod";
import { uploadOfAttachmentKey } from "../../shared/storage/attachment-files.ts";
import { log } from "../runtime/log.ts";
import { acceptUpload, type Scan } from "./accept-upload.ts";
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

/** Any other status than these two means that the object was not scanned. */
const scans: Readonly<Record<string, Scan>> = { NO_THREATS_FOUND: "clean", THREATS_FOUND: "malware" };

/**
 * Returns the handler of two messages: GuardDuty's result of a scan, and the sweep's that no scan answered in time.
 * Hands both to `acceptUpload`. If the scan's status is neither no threats nor threats found, the file was not scanned.
 * The scan's result is taken from the message as it is. Logs `no-attachment` if the object is no attachment; throws for
 * any other message.
 */
export const uploadMessages = (deps: UploadDeps): ((body: unknown) => Promise<void>) => {
  const accept = acceptUpload(deps);
  return async (body) => {
    const message = z.union([scanned, overdue]).parse(body);
    if ("kind" in message) return accept(message.uploadId, { scan: "none" });
    const { s3ObjectDetails, scanResultDetails } = message.detail;
    const uploadId = uploadOfAttachmentKey(s3ObjectDetails.objectKey);
    if (uploadId === undefined) return log("warn", "no-attachment");
    const scan = scans[scanResultDetails.scanResultStatus] ?? "none";
    await accept(uploadId, { scan, versionId: s3ObjectDetails.versionId });
  };
};
