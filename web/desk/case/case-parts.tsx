import type { ComponentChildren } from "preact";
import { CaseCopies } from "../case-copy/case-copies.tsx";
import { CaseDocuments } from "../case-copy/case-documents.tsx";
import { CaseNotices } from "../case-copy/case-notices.tsx";
import type { CaseTab } from "./case.words.ts";
import type { CaseFile } from "./case-file.ts";
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
