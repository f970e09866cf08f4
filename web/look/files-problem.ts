import { type ClientProblem, formProblem } from "../client.ts";
import { sendingWords } from "../words/sending.ts";
import type { SentAttachment } from "./send-attachment.ts";
import { sendingProblem } from "./sending-problem.ts";
import { isBad } from "./sent-attachments.ts";

/**
 * Returns the problem of a form with a file that is still being sent, or that was refused or did not arrive, which
 * would be left out without a word; undefined if all are in order. A claim's review names what it leaves out instead.
 */
export function filesProblem(attachments: readonly SentAttachment[]): ClientProblem | undefined {
  const bad = attachments.some(isBad) ? sendingWords.badFile : undefined;
  return sendingProblem(attachments) ?? formProblem({ uploadIds: bad });
}

const saidOfFiles = (problem: ClientProblem | undefined): string | undefined =>
  problem?.fields.find(({ field }) => field === "uploadIds")?.message;

/** Returns the problem of a form without what it said of its files, once those are in order or have another fault. */
export function stillTrue(
  problem: ClientProblem | undefined,
  attachments: readonly SentAttachment[],
): ClientProblem | undefined {
  const said = saidOfFiles(problem);
  const isOfFiles = said === sendingWords.stillSending || said === sendingWords.badFile;
  return isOfFiles && said !== saidOfFiles(filesProblem(attachments)) ? undefined : problem;
}
