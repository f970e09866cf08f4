import { attachmentsWords } from "../../words/attachments.ts";
import { documentNames } from "../../words/document-names.ts";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { AttachmentView } from "../attachment/attachment-view.tsx";
import { caseWords } from "../case/case.words.ts";
import type { CaseFile } from "../case/case-file.ts";
import { Download } from "../download.tsx";
import { OfficeDocumentLook } from "./office-documents.tsx";

/**
 * Renders two lists of a case: the documents that the office issued and the files that people sent, each to look at or
 * download. Each row has its size and SHA-256. An empty list is replaced by a sentence.
 */
export function CaseDocuments({ file: { claimId, documents, attachments } }: { readonly file: CaseFile }) {
  const ask = (documentId: string) => () => api.downloadCaseAttachment({ params: { claimId, documentId } });
  return (
    <>
      <section>
        <h2>{caseWords.documents}</h2>
        {documents.length === 0 && <p>{caseWords.noDocuments}</p>}
        <ul class="files">
          {documents.map((document) => {
            const { documentId, kind, fileName, sizeBytes, sha256, at, unsigned, replaced } = document;
            return (
              <li key={documentId}>
                <span>
                  <b>{documentNames[kind]}</b> {unsigned && <b class="state">{caseWords.unsigned}</b>}{" "}
                  {replaced && <b class="state">{caseWords.replaced}</b>} {fileName} ({attachmentsWords.size(sizeBytes)}
                  )<span class="hint">{instant(at)}</span>
                  <span class="hint fingerprint">{sha256}</span>
                </span>
                <div>
                  <OfficeDocumentLook claimId={claimId} document={document} />
                  <Download ask={ask(documentId)} of={fileName}>
                    {caseWords.download}
                  </Download>
                </div>
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h2>{caseWords.attachments}</h2>
        {attachments.length === 0 && <p>{caseWords.noAttachments}</p>}
        <ul class="files">
          {attachments.map(({ documentId, fileName, sizeBytes, sha256, state }) => (
            <li key={documentId}>
              <span>
                {fileName} ({attachmentsWords.size(sizeBytes)}) <b>{caseWords.attachmentStates[state]}</b>
                <span class="hint fingerprint">{sha256}</span>
              </span>
              <AttachmentView state={state} fileName={fileName} ask={ask(documentId)} />
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
