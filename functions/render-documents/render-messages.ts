import * as z from "zod";
import { renderCaseDocument } from "./case-document.ts";
import { certifySilence } from "./certify-silence.ts";
import { problemFormOf } from "./problem-form.ts";
import { outageMessage, recordOutage } from "./record-outage.ts";
import type { RenderDeps } from "./render-deps.ts";
import { submissionDocumentsOf } from "./submission-document.ts";

const message = z.union([
  z.strictObject({ claimId: z.string(), seq: z.number().int().min(1) }),
  z.strictObject({ submissionId: z.string() }),
  z.strictObject({ problemId: z.string() }),
  outageMessage,
  z.strictObject({ claimId: z.string(), certify: z.literal("silence") }),
]);

/**
 * Returns the handler of a message that asks for documents: those of an entry of a case, a submission, a request for
 * attention, an outage or a silence. A message handled twice makes each document once. Throws if the message is none of
 * these.
 */
export function renderMessages(deps: RenderDeps): (body: unknown) => Promise<void> {
  return async (body) => {
    const asked = message.parse(body);
    if ("submissionId" in asked) await submissionDocumentsOf(deps, asked.submissionId);
    else if ("problemId" in asked) await problemFormOf(deps, asked.problemId);
    else if ("outage" in asked) await recordOutage(deps, asked);
    else if ("certify" in asked) await certifySilence(deps, asked.claimId);
    else await renderCaseDocument(deps, asked);
  };
}
