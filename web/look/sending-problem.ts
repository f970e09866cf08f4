import { type ClientProblem, formProblem } from "../client.ts";
import { sendingWords } from "../words/sending.ts";
import type { SentAttachment } from "./send-attachment.ts";

/** Returns the problem of a form with a file that is still being sent; undefined if none is being sent. */
export function sendingProblem(attachments: readonly SentAttachment[]): ClientProblem | undefined {
  const isSending = attachments.some(({ state }) => state === "sending");
  return formProblem({ uploadIds: isSending ? sendingWords.stillSending : undefined });
}
