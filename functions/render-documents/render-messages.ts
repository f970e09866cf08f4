import * as z from "zod";
import { renderCaseDocument } from "./case-document.ts";
import { certifySilence } from "./certify-silence.ts";
import { filingDocumentsOf } from "./filing-document.ts";
import { problemFormOf } from "./problem-form.ts";
import { outageMessage, recordOutage } from "./record-outage.ts";
import type { RenderDesk } from "./render-desk.ts";

const message = z.union([
  z.strictObject({ claimId: z.string(), seq: z.number().int().min(1) }),
  z.strictObject({ filingId: z.string() }),
  z.strictObject({ problemId: z.string() }),
  outageMessage,
  z.strictObject({ claimId: z.string(), certify: z.literal("silence") }),
]);

/** Makes the document that an entry of a case, a filing or a request for attention asks for; told twice, it makes one. */
export function renderMessages(desk: RenderDesk): (body: unknown) => Promise<void> {
  return async (body) => {
    const asked = message.parse(body);
    if ("filingId" in asked) await filingDocumentsOf(desk, asked.filingId);
    else if ("problemId" in asked) await problemFormOf(desk, asked.problemId);
    else if ("outage" in asked) await recordOutage(desk, asked);
    else if ("certify" in asked) await certifySilence(desk, asked.claimId);
    else await renderCaseDocument(desk, asked);
  };
}
