import { papersWords } from "../words/papers.ts";
import type { SentPaper } from "./send-paper.ts";

const placeOf = (key: string): string => `${key}.papers`;

/** Keeps what became of a form's files, until the form drops it: no bytes, which no storage of text can hold. */
export function keepPapers(key: string, papers: readonly SentPaper[]): void {
  const kept = papers.map(({ fileName, sizeBytes, state, uploadId, sha256, reason }) => ({
    fileName,
    sizeBytes,
    state,
    uploadId,
    sha256,
    reason,
  }));
  sessionStorage.setItem(placeOf(key), JSON.stringify(kept));
}

/** The files of a form that comes again: what was on its way did not arrive, and goes on where the same file is chosen again. */
export function keptPapers(key: string): readonly SentPaper[] {
  const kept: readonly SentPaper[] = JSON.parse(sessionStorage.getItem(placeOf(key)) ?? "[]");
  return kept.flatMap((paper): readonly SentPaper[] => {
    const isCut = paper.state === "sending" || (paper.state === "lost" && paper.uploadId !== undefined);
    if (!isCut) return [paper];
    // Cut off before it had a place, there is nothing to go on with.
    return paper.uploadId === undefined
      ? []
      : [{ ...paper, state: "lost", reason: papersWords.chooseAgain(paper.fileName) }];
  });
}
