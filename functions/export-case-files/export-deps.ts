import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { PdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import type { CopyKind } from "../../shared/domain/case-copy/case-copy.ts";
import type { CaseExports } from "../../shared/storage/case-copy/case-exports.ts";
import type { ExportFiles } from "../../shared/storage/case-copy/export-files.ts";
import type { ExportWork } from "../../shared/storage/case-copy/export-work.ts";
import type { Evidence, EvidenceFinder } from "../../shared/storage/evidence.ts";
import type { Seals } from "../../shared/storage/seal/seals.ts";

export interface ExportDeps extends CaseDeps {
  readonly caseExports: CaseExports;
  /** The store for the files of a kind of copy. */
  readonly exportFiles: (copy: CopyKind) => ExportFiles;
  readonly exportWork: ExportWork;
  readonly attachments: Pick<Evidence, "read">;
  /** Pictures of the pages of attachments. */
  readonly pictures: EvidenceFinder;
  readonly documents: Evidence;
  readonly seals: Seals;
  readonly pdfRenderer: PdfRenderer;
  /** The origin of the customers' site, without a last `/`. */
  readonly siteAddress: string;
  /** The most pieces in a part, whatever their size, 150 if absent: as many as a function handles in one run. */
  readonly piecesPerPart?: number;
  readonly now: () => string;
}
