import { type ApiHandler, api } from "../../../functions/runtime/api.ts";
import type { SubmissionsDeps } from "../../../functions/submissions/submission-deps.ts";
import { submissions } from "../../../functions/submissions/submissions.ts";
import * as submissionRoutes from "../../../shared/contract/submission/submission-routes.ts";
import type { DocumentPictures } from "../../../shared/storage/attachment/document-pictures.ts";
import type { UploadRecord } from "../../../shared/storage/attachment/uploads.ts";
import type { EvidenceDownloads } from "../../../shared/storage/evidence.ts";
import { openRetained } from "../../../shared/storage/register/retention.ts";
import type { WorkerTask } from "../../../shared/storage/worker-tasks.ts";
import { drawingStores } from "../../doubles/drawing-stores.ts";
import { type CaseWorld, caseWorld } from "../../shared/casework/case-world.ts";
import type { TestTables } from "../../shared/storage/test-tables.ts";
import { originKey } from "../api-call.ts";

export const filedAt = "2026-11-23T15:00:00.000Z";

/** The document desk on real tables; tickets and addresses are made up. */
export interface SubmissionsWorld extends CaseWorld {
  /** Documents whose pictures were asked for, in order. */
  readonly toDraw: readonly WorkerTask[];
  readonly documentPictures: DocumentPictures;
  readonly deps: SubmissionsDeps;
  readonly handler: ApiHandler;
  /** Announces a file as a person does, and settles it unless it is to stay pending. */
  send(by: string, documentId: string, state?: UploadRecord["state"]): Promise<UploadRecord>;
}

const downloads = (folder: string): EvidenceDownloads => ({
  link: async (documentId, fileName) => `https://evidence.example.pe/${folder}/${documentId}?as=${fileName}`,
});

/** The function on given stores, as its `index.ts` makes it. */
export const submissionsHandler = (deps: SubmissionsDeps): ApiHandler =>
  api(submissionRoutes, submissions(deps), { originKey });

/** The document desk of a world. */
export function submissionsDeps(world: CaseWorld) {
  return {
    ...world,
    ...drawingStores(world.claims),
    retained: openRetained(world.claims),
    attachmentTickets: {
      issue: async ({ documentId, ...attachment }, now) => ({
        url: "https://quarantine.example.pe",
        fields: {
          key: documentId,
          "Content-Type": attachment.contentType,
          size: String(attachment.sizeBytes),
          sha256: attachment.sha256,
        },
        expiresAt: now,
      }),
    },
    attachmentDownloads: downloads("attachments"),
    pageViews: downloads("pages"),
    documentDownloads: downloads("documents"),
  } satisfies SubmissionsDeps;
}

export async function submissionsWorld(local: TestTables): Promise<SubmissionsWorld> {
  const world = await caseWorld(local);
  const deps = submissionsDeps(world);
  return {
    ...world,
    deps,
    toDraw: deps.toDraw,
    documentPictures: deps.documentPictures,
    handler: submissionsHandler(deps),
    send: async (by, documentId, state = "received") => {
      const upload: UploadRecord = {
        documentId,
        by,
        createdAt: filedAt,
        fileName: `${documentId}.pdf`,
        contentType: "application/pdf",
        sizeBytes: 10,
        sha256: "a".repeat(64),
        state: "pending",
        office: world.tenant.office.code.value,
      };
      await world.uploads.announce(upload, 100);
      if (state !== "pending") await world.uploads.settle(documentId, state, state === "refused" ? "No." : undefined);
      return { ...upload, state };
    },
  };
}
