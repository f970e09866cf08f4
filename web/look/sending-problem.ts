import { type ClientProblem, formProblem } from "../client.ts";
import { attachmentsWords } from "../words/attachments.ts";
import type { SentAttachment } from "./send-attachment.ts";

/** The problem of a form whose files are not all sent yet; undefined if none is being sent. */
export function sendingProblem(attachments: readonly SentAttachment[]): ClientProblem | undefined {
  const sending = attachments.some(({ state }) => state === "sending");
  return formProblem({ uploadIds: sending ? attachmentsWords.stillSending : undefined });
}
