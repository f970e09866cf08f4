import type { OfficeDocument } from "../../domain/case/issued-documents.ts";
import type { DocumentPictures } from "../../storage/attachment/document-pictures.ts";
import type { Uploads } from "../../storage/attachment/uploads.ts";
import { type EvidenceDownloads, pageName } from "../../storage/evidence.ts";
import type { WorkerQueue } from "../../storage/worker-tasks.ts";

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
  return pictureLinks(pageViews, documentId, (await uploads.find(documentId))?.pages ?? 0);
}

/**
 * Returns the addresses of the pictures that stand under `name`, in order, 20 at most: an attachment's id, or the
 * SHA-256 of a document of the office.
 */
function pictureLinks(pageViews: EvidenceDownloads, name: string, pages: number): Promise<string[]> {
  return Promise.all(
    Array.from({ length: Math.min(pages, mostShown) }, (_, at) =>
      pageViews.link(pageName(name, at + 1), `${at + 1}.jpg`),
    ),
  );
}

interface DrawingDeps {
  readonly documentPictures: Pick<DocumentPictures, "pages" | "ask">;
  readonly pageViews: EvidenceDownloads;
  readonly drawingTasks: WorkerQueue;
}

/**
 * Returns the pictures of a document of the office, 20 pages at most, by the SHA-256 of its bytes. If they were never
 * drawn, asks `accept-uploads` for them and returns `drawing`; `undrawable` if none could be drawn.
 */
export async function drawnPages(
  { documentPictures, pageViews, drawingTasks }: DrawingDeps,
  { documentId, sha256 }: Pick<OfficeDocument, "documentId" | "sha256">,
  now: string,
) {
  const drawn = await documentPictures.pages(sha256);
  if (drawn === undefined && (await documentPictures.ask(sha256, now)))
    await drawingTasks.send({ kind: "draw-document", documentId, sha256 });
  const pages = await pictureLinks(pageViews, sha256, drawn ?? 0);
  const state = drawn === undefined ? ("drawing" as const) : drawn === 0 ? ("undrawable" as const) : ("drawn" as const);
  return { state, pages, more: (drawn ?? 0) > mostShown };
}
