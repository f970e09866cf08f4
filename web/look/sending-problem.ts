import { type ClientProblem, formProblem } from "../client.ts";
import { attachmentsWords } from "../words/attachments.ts";
import type { SentAttachment } from "./send-attachment.ts";

/** Returns the problem of a form with a file that is still being sent; undefined if none is being sent. */
export function sendingProblem(attachments: readonly SentAttachment[]): ClientProblem | undefined {
  const sending = attachments.some(({ state }) => state === "sending");
  return formProblem({ uploadIds: sending ? attachmentsWords.stillSending : undefined });
}
