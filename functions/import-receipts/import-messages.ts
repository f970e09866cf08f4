import * as z from "zod";
import { importSteps } from "../../shared/domain/billing/import.ts";
import { importOfFileKey } from "../../shared/storage/billing/import-files.ts";
import { checkRange } from "./check-range.ts";
import type { Importer } from "./importer.ts";
import { previewRange } from "./preview-range.ts";
import { scanImport } from "./scan-import.ts";
import { storeRange } from "./store-range.ts";

const task = z.object({ importId: z.string(), step: z.enum(importSteps), index: z.number().int().min(0) });
const arrival = z.object({
  Records: z.array(z.object({ s3: z.object({ object: z.object({ key: z.string(), versionId: z.string() }) }) })),
});
/** The message the bucket sends once, when its notifications are set up; ignored. */
const storeTest = z.object({ Event: z.literal("s3:TestEvent") });

/**
 * Returns the handler of two messages: that a file arrived, which starts its import; and that one range of an import is
 * to be previewed, stored or checked. Ignores an unknown import, an arrived object that is no import's file, and the
 * bucket's test message. Throws if the message is none of these.
 */
export const importMessages = (importer: Importer): ((body: unknown) => Promise<void>) => {
  const start = scanImport(importer);
  const steps = { previewing: previewRange(importer), storing: storeRange(importer), checking: checkRange(importer) };
  return async (body) => {
    const asked = z.union([task, arrival, storeTest]).parse(body);
    if ("Event" in asked) return;
    if ("importId" in asked) {
      const record = await importer.register.find(asked.importId);
      if (record) await steps[asked.step](record, asked.index);
      return;
    }
    for (const { s3: arrived } of asked.Records) {
      const importId = importOfFileKey(decodeURIComponent(arrived.object.key.replaceAll("+", " ")));
      if (importId !== undefined) await start(importId, arrived.object.versionId);
    }
  };
};
