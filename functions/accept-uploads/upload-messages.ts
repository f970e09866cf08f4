import * as z from "zod";
import { uploadOfPaperKey } from "../../shared/storage/paper-files.ts";
import { log } from "../runtime/log.ts";
import { acceptUpload, type Scan } from "./accept-upload.ts";
import type { UploadDesk } from "./upload-desk.ts";

/** What GuardDuty says of an object it looked at, or could not: by itself, once it has. */
const scanned = z.object({
  "detail-type": z.literal("GuardDuty Malware Protection Object Scan Result"),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string() }),
    scanResultDetails: z.object({ scanResultStatus: z.string() }),
  }),
});
/** What the sweep says of a paper of which no scan spoke in time. */
const overdue = z.object({ kind: z.literal("scan-overdue"), uploadId: z.string() });

/** Any other word than these two says that it was not looked into. */
const scans: Readonly<Record<string, Scan>> = { NO_THREATS_FOUND: "clean", THREATS_FOUND: "malware" };

/** Handles papers that were scanned, or should have been. Messages carry keys only; a forged one names nothing or changes nothing. */
export const uploadMessages = (desk: UploadDesk): ((body: unknown) => Promise<void>) => {
  const accept = acceptUpload(desk);
  return async (body) => {
    const told = z.union([scanned, overdue]).parse(body);
    if ("kind" in told) return accept(told.uploadId, { scan: "none" });
    const { s3ObjectDetails, scanResultDetails } = told.detail;
    const uploadId = uploadOfPaperKey(s3ObjectDetails.objectKey);
    if (uploadId === undefined) return log("warn", "no-paper");
    const scan = scans[scanResultDetails.scanResultStatus] ?? "none";
    await accept(uploadId, { scan, versionId: s3ObjectDetails.versionId });
  };
};
