import type { CaseDeps } from "../../shared/casework/record.ts";
import type { PdfRenderer } from "../../shared/documents/pdf-renderer.ts";
import type { CopyKind } from "../../shared/domain/case-copy.ts";
import type { CaseExports } from "../../shared/storage/case-exports.ts";
import type { Evidence, EvidenceFinder } from "../../shared/storage/evidence.ts";
import type { ExportFiles } from "../../shared/storage/export-files.ts";
import type { ExportWork } from "../../shared/storage/export-work.ts";
import type { Seals } from "../../shared/storage/seals.ts";

/** What making copies of case files works with. */
export interface ExportDeps extends CaseDeps {
  readonly caseExports: CaseExports;
  /** Where the files of a reader's copies go. */
  readonly exportFiles: (copy: CopyKind) => ExportFiles;
  readonly exportWork: ExportWork;
  readonly attachments: Pick<Evidence, "read">;
  /** Pictures of the pages of papers. */
  readonly pictures: EvidenceFinder;
  readonly documents: Evidence;
  readonly seals: Seals;
  readonly pdfRenderer: PdfRenderer;
  /** The origin of the customers' site, without a last `/`. */
  readonly siteAddress: string;
  /** Pieces of a part at most: what a function does in one go, whatever their size. */
  readonly piecesPerPart: number;
  readonly now: () => string;
}
