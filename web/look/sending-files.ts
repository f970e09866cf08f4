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
  return (
    sendingProblem(attachments) ??
    formProblem({ uploadIds: attachments.some(isBad) ? sendingWords.badFile : undefined })
  );
}

/** Returns the problem of a form without what it said of its files, once those are in order or have another fault. */
export function stillTrue(
  problem: ClientProblem | undefined,
  attachments: readonly SentAttachment[],
): ClientProblem | undefined {
  const said = problem?.fields[0]?.message;
  const ofFiles: readonly unknown[] = [sendingWords.stillSending, sendingWords.badFile];
  return ofFiles.includes(said) && said !== filesProblem(attachments)?.fields[0]?.message ? undefined : problem;
}
