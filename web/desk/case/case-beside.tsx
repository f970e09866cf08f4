import { Loaded } from "../../look/loaded-module.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { cubicMetres, monthAndYear, soles } from "../../words/format.ts";
import { api } from "../api.ts";
import { AttachmentView } from "../attachment/attachment-view.tsx";
import { besideWords } from "../resolution/beside.words.ts";
import { caseWords, requestNames, wordIn } from "./case.words.ts";
import { type CaseFile, toSign } from "./case-file.ts";
import { EvidenceStatus } from "./evidence-status.tsx";

/**
 * Renders the column that stands beside the draft of a resolution and beside its signature: the customer's words and
 * request, the receipts claimed, each item of evidence with its status and who dispensed it, each visit with its acta,
 * the office's own documents but the one to sign, and each file that people sent, to look at.
 */
export function CaseBeside({ file }: { readonly file: CaseFile }) {
  const { claimId, grounds, request, receipts, evidence, inspections, attachments } = file;
  return (
    <aside class="beside" aria-label={besideWords.name}>
      <h2>{caseWords.grounds}</h2>
      <p class="said">{grounds}</p>
      <p>
        {caseWords.claimFacts.request}: {wordIn(requestNames, request)}
      </p>
      {receipts.length > 0 && (
        <ScrollTable caption={caseWords.receipts} columns={caseWords.receiptColumns}>
          {receipts.map(({ number, period, m3, amount }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{monthAndYear(period)}</td>
              <td>{cubicMetres(m3)}</td>
              <td>{soles(amount)}</td>
            </tr>
          ))}
        </ScrollTable>
      )}
      <h2>{caseWords.evidence}</h2>
      <ul class="files">
        {evidence.map((one) => (
          <li key={one.item}>
            <span>
              {one.name}
              {one.detail && <span class="hint">{one.detail}</span>}
              {one.override && (
                <span class="hint">{caseWords.overridden(one.override.person, one.override.reason)}</span>
              )}
            </span>
            <EvidenceStatus one={one} />
          </li>
        ))}
      </ul>
      {inspections.length > 0 && (
        <Loaded load={() => import("../case-copy/case-actas.tsx")} about="actas">
          {({ CaseActas }) => <CaseActas file={file} />}
        </Loaded>
      )}
      <Loaded load={() => import("../case-copy/office-documents.tsx")} about="office">
        {({ OfficeDocuments }) => <OfficeDocuments file={file} but={toSign(file)?.document.documentId} />}
      </Loaded>
      <h2>{besideWords.files}</h2>
      {attachments.length === 0 && <p>{caseWords.noAttachments}</p>}
      <ul class="files">
        {attachments.map(({ documentId, fileName, state }) => (
          <li key={documentId}>
            <span>
              {fileName} <b>{caseWords.attachmentStates[state]}</b>
            </span>
            <AttachmentView
              state={state}
              fileName={fileName}
              ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })}
            />
          </li>
        ))}
      </ul>
    </aside>
  );
}
