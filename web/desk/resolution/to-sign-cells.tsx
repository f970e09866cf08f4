import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { dayWords } from "../../words/days-owed.ts";
import { documentNames } from "../../words/document-names.ts";
import { instant } from "../../words/format.ts";
import { DocumentSeen } from "../attachment/document-seen.tsx";
import { outcomeNames } from "../case/acts.words.ts";
import { addressOf } from "../page.tsx";
import { changeOf } from "./beside.words.ts";
import { signaturesWords } from "./signatures.words.ts";

export type Listed = AnswerOf<Routes["listSignatures"]>;

/** A document that waits for a signature, or for a second look at one. */
export type ToSign = Listed["documents"][number];

export interface RowProps {
  readonly row: ToSign;
}

/** Renders the name and number of a document and, of a resolution, what it decides and changes. */
export function Named({ row: { kind, number, result } }: RowProps) {
  return (
    <>
      {documentNames[kind]}
      <span class="hint">{signaturesWords.number(number)}</span>
      {result && <span class="hint">{decided(result)}</span>}
    </>
  );
}

interface PagesRowProps extends RowProps {
  /** How many columns the table has. */
  readonly columns: number;
}

/** Renders the row below a document's own in which its pages are seen. */
export function PagesRow({ row: { claimId, documentId, fileName }, columns }: PagesRowProps) {
  return (
    <tr class="pages-row">
      <td colSpan={columns}>
        <DocumentSeen claimId={claimId} documentId={documentId} fileName={fileName} />
      </td>
    </tr>
  );
}

function decided({ outcome, before, after }: NonNullable<ToSign["result"]>): string {
  const change = before !== undefined && after !== undefined && changeOf(before, after);
  return [outcomeNames[outcome], change].filter(Boolean).join(": ");
}

/**
 * Renders three table cells of a document: a link to its case, the claimant, and when the document was sent to
 * signature. If a term waits for the document, the days of its claim stand before that, as on the work list.
 */
export function About({ row: { claimId, code, claimantName, days, frozenAt } }: RowProps) {
  return (
    <>
      <td>
        <a href={addressOf("case", { claimId })}>{code}</a>
      </td>
      <td>{claimantName}</td>
      <td>
        {days && (
          <>
            <DaysLight days={days} />
            <span class="hint">{dayWords(days)}</span>
            <Meta days={days} />
          </>
        )}
        <span class="hint">{signaturesWords.sentOn(instant(frozenAt))}</span>
      </td>
    </>
  );
}
