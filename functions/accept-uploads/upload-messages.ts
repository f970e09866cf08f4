import * as z from "zod";
import { uploadOfPaperKey } from "../../shared/storage/paper-files.ts";
import { log } from "../runtime/log.ts";
import { acceptUpload } from "./accept-upload.ts";
import type { UploadDesk } from "./upload-desk.ts";

const arrival = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string(), versionId: z.string() }) }) })),
});
/** What the store sends once, when its notifications are set up. */
const storeTest = z.object({ Event: z.literal("s3:TestEvent") });

/** Handles papers that arrived. Messages carry keys only; a forged one names nothing or changes nothing. */
export const uploadMessages = (desk: UploadDesk): ((body: unknown) => Promise<void>) => {
  const accept = acceptUpload(desk);
  return async (body) => {
    const told = z.union([arrival, storeTest]).parse(body);
    if ("Event" in told) return;
    for (const { s3: arrived } of told.Records) {
      const uploadId = uploadOfPaperKey(decodeURIComponent(arrived.object.key.replaceAll("+", " ")));
      if (uploadId === undefined) log("warn", "no-paper");
      else await accept(uploadId, arrived.object.versionId);
    }
  };
};
