import * as z from "zod";
import { uploadOfAttachmentKey } from "../../shared/storage/attachment-files.ts";
import { log } from "../runtime/log.ts";
import { acceptUpload, type Scan } from "./accept-upload.ts";
import type { UploadDeps } from "./upload-deps.ts";

/** What GuardDuty says of an object it looked at, or could not: by itself, once it has. */
const scanned = z.object({
  "detail-type": z.literal("GuardDuty Malware Protection Object Scan Result"),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});
/** What the sweep says of an attachment of which no scan spoke in time. */
const overdue = z.object({ kind: z.literal("scan-overdue"), uploadId: z.string() });

/** Any other word than these two says that it was not looked into. */
const scans: Readonly<Record<string, Scan>> = { NO_THREATS_FOUND: "clean", THREATS_FOUND: "malware" };

/** Handles attachments that were scanned, or should have been. Messages carry keys only; a forged one names nothing or changes nothing. */
export const uploadMessages = (deps: UploadDeps): ((body: unknown) => Promise<void>) => {
  const accept = acceptUpload(deps);
  return async (body) => {
    const message = z.union([scanned, overdue]).parse(body);
    if ("kind" in message) return accept(message.uploadId, { scan: "none" });
    const { s3ObjectDetails, scanResultDetails } = message.detail;
    const uploadId = uploadOfAttachmentKey(s3ObjectDetails.objectKey);
    if (uploadId === undefined) return log("warn", "no-paper");
    const scan = scans[scanResultDetails.scanResultStatus] ?? "none";
    await accept(uploadId, { scan, versionId: s3ObjectDetails.versionId });
  };
};
