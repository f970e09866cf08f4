import { fingerprint } from "./send-file.ts";
import { type PaperCounter, type SentPaper, sent } from "./send-paper.ts";

/** Sends a file that did not arrive again, by a new ticket for the same place. Never throws. */
export async function resendPaper(
  counter: PaperCounter,
  { uploadId, unsent, ...paper }: SentPaper,
  onProgress: (percent: number) => void,
): Promise<SentPaper> {
  if (uploadId === undefined || !unsent) return paper;
  const sha256 = await fingerprint(unsent).catch(() => "");
  const renewed = await counter.renew({ params: { uploadId }, body: { sha256 } });
  if (renewed.ok) return { ...(await sent(renewed.value, unsent, onProgress)), sha256 };
  // It had arrived after all, and only the answer was lost.
  if (renewed.problem.kind === "urn:caudal:upload-settled")
    return { ...paper, uploadId, state: "pending", reason: undefined };
  return { ...paper, uploadId, unsent, state: "lost", reason: renewed.problem.detail };
}
