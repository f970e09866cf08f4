import { documentNames } from "../../words/document-names.ts";
import { instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { PagePictures } from "../attachment/attachment-view.tsx";
import { DocumentLook } from "../attachment/document-look.tsx";
import type { CaseFile } from "../case/case-file.ts";
import { besideWords } from "../resolution/beside.words.ts";

interface LookProps {
  readonly claimId: string;
  readonly document: CaseFile["documents"][number];
}

/** Renders the button that shows the pages of a document of the office, whoever drew them. */
export function OfficeDocumentLook({ claimId, document: { documentId, fileName, pictured } }: LookProps) {
  return pictured ? (
    <PagePictures fileName={fileName} ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })} />
  ) : (
    <DocumentLook claimId={claimId} documentId={documentId} fileName={fileName} />
  );
}

/**
 * Renders the documents that the office made in a case, the last first, each to look at. Leaves out the one that the
 * page shows already, `but`. Draws nothing if there is no other.
 */
export function OfficeDocuments({ file, but }: { readonly file: CaseFile; readonly but: string | undefined }) {
  const documents = file.documents.filter(({ documentId }) => documentId !== but).toReversed();
  if (documents.length === 0) return null;
  return (
    <>
      <h2>{besideWords.office}</h2>
      <ul class="files">
        {documents.map((document) => (
          <li key={document.documentId}>
            <span>
              {documentNames[document.kind]}
              <span class="hint">
                {document.fileName} · {instant(document.at)}
              </span>
            </span>
            <div>
              <OfficeDocumentLook claimId={file.claimId} document={document} />
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
