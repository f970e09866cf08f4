import type { SentPaper } from "./send-paper.ts";

/** Whether a file will not do as it is. */
export const isBad = ({ state }: SentPaper): boolean => state === "refused" || state === "lost";

/** The files that count: those that arrived and were not refused. */
export function arrivedIn(papers: readonly SentPaper[]) {
  return papers.flatMap((paper) => {
    const { uploadId, fileName, sizeBytes } = paper;
    return uploadId === undefined || isBad(paper) ? [] : [{ uploadId, fileName, sizeBytes }];
  });
}

/** The ids of the files that count. */
export function uploadIdsOf(papers: readonly SentPaper[]): string[] {
  return arrivedIn(papers).map(({ uploadId }) => uploadId);
}
