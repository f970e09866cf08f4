import { type EvidenceDownloads, pageName } from "../storage/evidence.ts";
import type { Uploads } from "../storage/uploads.ts";

interface PicturesDeps {
  readonly uploads: Uploads;
  readonly pageViews: EvidenceDownloads;
}

/** How many pictures are shown; further pages are only in the original. */
const mostShown = 20;

/**
 * Returns the addresses of the pictures of an attachment's pages, in order, 20 at most; empty if none were drawn yet or
 * the attachment does not exist.
 */
export async function pagePictures({ uploads, pageViews }: PicturesDeps, documentId: string): Promise<string[]> {
  const pages = Math.min((await uploads.find(documentId))?.pages ?? 0, mostShown);
  return Promise.all(
    Array.from({ length: pages }, (_, at) => pageViews.link(pageName(documentId, at + 1), `${at + 1}.jpg`)),
  );
}
