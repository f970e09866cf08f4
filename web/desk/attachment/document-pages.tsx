import { useState } from "preact/hooks";
import type { SubmissionProof } from "../../../shared/domain/submission/submission.ts";
import { useAnswer } from "../../look/asking.ts";
import { useWatch } from "../../look/watched.ts";
import { api } from "../api.ts";
import { Waiting } from "../page.tsx";
import { AttachmentPages } from "./attachment-view.tsx";
import { documentPagesWords } from "./document-pages.words.ts";

/** A document that the office made, of a case or of a submission. */
export type DocumentToSee = { readonly fileName: string } & (
  | { readonly claimId: string; readonly documentId: string }
  | { readonly submissionId: string; readonly document: SubmissionProof }
);

/** Asks for the pages of a document. */
function pagesOf(seen: DocumentToSee) {
  if ("claimId" in seen) {
    const { claimId, documentId } = seen;
    return api.showDocumentPages({ params: { claimId, documentId } });
  }
  const { submissionId, document } = seen;
  return api.showSubmissionPages({ params: { submissionId, document } });
}

/** How long the page asks by itself for pages that are being drawn. */
const patienceMs = 60_000;

/**
 * Renders the pages of a document that the office made, in a part that scrolls by itself, by keyboard too. While they
 * are being drawn, says so and asks again, for a minute; then a button asks. Says so if they cannot be drawn, or if
 * there are more pages than are shown.
 */
export function DocumentPages(seen: DocumentToSee) {
  const { fileName } = seen;
  const about = "claimId" in seen ? seen.documentId : `${seen.submissionId} ${seen.document}`;
  const [until, setUntil] = useState(() => performance.now() + patienceMs);
  const { answer, again } = useAnswer(() => pagesOf(seen), about);
  const isDrawing = answer?.ok === true && answer.value.state === "drawing";
  const isLate = isDrawing && performance.now() >= until;
  useWatch(isDrawing && !isLate, again, answer);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  if (isLate) {
    const lookAgain = () => {
      setUntil(performance.now() + patienceMs);
      again();
    };
    return (
      <>
        <p role="status">{documentPagesWords.late}</p>
        <button type="button" class="button plain" onClick={lookAgain}>
          {documentPagesWords.again}
        </button>
      </>
    );
  }
  const { state, pages, more } = answer.value;
  if (state !== "drawn") return <p role="status">{documentPagesWords[state]}</p>;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse. */}
      <section class="document-pages" aria-label={documentPagesWords.region(fileName)} tabIndex={0}>
        <AttachmentPages pages={pages} fileName={fileName} />
      </section>
      {more && <p>{documentPagesWords.more(pages.length)}</p>}
    </>
  );
}
