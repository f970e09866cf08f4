import { type EvidenceDownloads, pageName } from "../storage/evidence.ts";
import type { Uploads } from "../storage/uploads.ts";

interface PicturesDeps {
  readonly uploads: Uploads;
  readonly pageViews: EvidenceDownloads;
}

/** How many pictures are shown; further pages are only in the original. */
export const mostShown = 20;

/**
 * Returns the addresses of the pictures of an attachment's pages, in order, 20 at most; empty if none were drawn yet or
 * the attachment does not exist.
 */
export async function pagePictures({ uploads, pageViews }: PicturesDeps, documentId: string): Promise<string[]> {
  return pictureLinks(pageViews, documentId, (await uploads.find(documentId))?.pages ?? 0);
}

/**
 * Returns the addresses of the pictures that stand under `name`, in order, 20 at most: an attachment's id, or the
 * SHA-256 of a document of the office.
 */
export function pictureLinks(pageViews: EvidenceDownloads, name: string, pages: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: Math.min(pages, mostShown) }, (_, at) =>
      pageViews.link(pageName(name, at + 1), `${at + 1}.jpg`),
    ),
  );
}
