import type { ComponentChildren } from "preact";
import type { CaseTab } from "../words/desk-case.ts";
import { CaseCopies } from "./case-copies.tsx";
import { CaseDocuments } from "./case-documents.tsx";
import type { CaseFile } from "./case-file.ts";
import { CaseNotices } from "./case-notices.tsx";
import { CaseTimeline } from "./case-timeline.tsx";
import { CaseUse } from "./case-use.tsx";

/** The parts of a case but its summary. They are one module, because more modules would split the code they share. */
export const caseParts: Readonly<Record<Exclude<CaseTab, "resumen">, (file: CaseFile) => ComponentChildren>> = {
  "linea-de-tiempo": (file) => <CaseTimeline file={file} />,
  consumo: (file) => <CaseUse file={file} />,
  documentos: (file) => <CaseDocuments file={file} />,
  folios: ({ claimId }) => <CaseCopies claimId={claimId} />,
  avisos: ({ claimId }) => <CaseNotices claimId={claimId} />,
};
