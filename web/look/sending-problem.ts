import { type ClientProblem, formProblem } from "../client.ts";
import { attachmentsWords } from "../words/attachments.ts";
import type { SentAttachment } from "./send-attachment.ts";

/** Why a form cannot be sent yet, if a file is still on its way. */
export function sendingProblem(attachments: readonly SentAttachment[]): ClientProblem | undefined {
  const sending = attachments.some(({ state }) => state === "sending");
  return formProblem({ uploadIds: sending ? attachmentsWords.stillSending : undefined });
}
