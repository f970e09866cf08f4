import { type ClientProblem, formProblem } from "../client.ts";
import { papersWords } from "../words/papers.ts";
import type { SentPaper } from "./send-paper.ts";

/** Why a form cannot be sent yet, if a file is still on its way. */
export function sendingProblem(papers: readonly SentPaper[]): ClientProblem | undefined {
  const sending = papers.some(({ state }) => state === "sending");
  return formProblem({ uploadIds: sending ? papersWords.stillSending : undefined });
}
