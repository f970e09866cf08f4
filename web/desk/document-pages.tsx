import { useState } from "preact/hooks";
import { useAnswer } from "../look/asking.ts";
import { useWatch } from "../look/watched.ts";
import { documentPagesWords } from "../words/document-pages.ts";
import { api } from "./api.ts";
import { AttachmentPages } from "./attachment-view.tsx";
import { Waiting } from "./page.tsx";

/** A document that the office made, of a case. */
export interface DocumentToSee {
  readonly claimId: string;
  readonly documentId: string;
  readonly fileName: string;
}

/** How long the page asks by itself for pages that are being drawn. */
const patienceMs = 60_000;

/**
 * Renders the pages of a document that the office made, in a part that scrolls by itself, by keyboard too. While they
 * are being drawn, says so and asks again, for a minute; then a button asks. Says so if they cannot be drawn, or if
 * there are more pages than are shown.
 */
export function DocumentPages({ claimId, documentId, fileName }: DocumentToSee) {
  const [until, setUntil] = useState(() => performance.now() + patienceMs);
  const { answer, again } = useAnswer(() => api.showDocumentPages({ params: { claimId, documentId } }), documentId);
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
