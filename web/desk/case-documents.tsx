import { caseWords } from "../words/desk-case.ts";
import { documentNames } from "../words/document-names.ts";
import { instant } from "../words/format.ts";
import { papersWords } from "../words/papers.ts";
import { api } from "./api.ts";
import type { CaseFile } from "./case-file.ts";
import { Download } from "./download.tsx";
import { PaperView } from "./paper-view.tsx";

/** What the office made and what people sent, to download. */
export function CaseDocuments({ file: { claimId, documents, papers } }: { readonly file: CaseFile }) {
  const ask = (documentId: string) => () => api.downloadCasePaper({ params: { claimId, documentId } });
  return (
    <>
      <section>
        <h2>{caseWords.documents}</h2>
        {documents.length === 0 && <p>{caseWords.noDocuments}</p>}
        <ul class="files">
          {documents.map(({ documentId, kind, fileName, sizeBytes, sha256, at, unsigned }) => (
            <li key={documentId}>
              <span>
                <b>{documentNames[kind]}</b> {unsigned && <b class="state">{caseWords.unsigned}</b>} {fileName} (
                {papersWords.size(sizeBytes)})<span class="hint">{instant(at)}</span>
                <span class="hint fingerprint">{sha256}</span>
              </span>
              <Download ask={ask(documentId)} of={fileName}>
                {caseWords.download}
              </Download>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{caseWords.papers}</h2>
        {papers.length === 0 && <p>{caseWords.noPapers}</p>}
        <ul class="files">
          {papers.map(({ documentId, fileName, sizeBytes, sha256, state }) => (
            <li key={documentId}>
              <span>
                {fileName} ({papersWords.size(sizeBytes)}) <b>{caseWords.paperStates[state]}</b>
                <span class="hint fingerprint">{sha256}</span>
              </span>
              <PaperView state={state} fileName={fileName} ask={ask(documentId)} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
