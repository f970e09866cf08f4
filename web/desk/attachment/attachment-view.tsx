import { useState } from "preact/hooks";
import type { AttachmentState } from "../../../shared/domain/filing/claim-form.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { Notice } from "../../look/notice.tsx";
import { Download } from "../download.tsx";
import { DeskProblem } from "../page.tsx";
import { attachmentViewWords } from "./attachment-view.words.ts";
import { LookButton } from "./look-button.tsx";

interface AttachmentViewProps {
  readonly state: AttachmentState;
  readonly fileName: string;
  /** Asks the API for the file's address and its pages' addresses, which are valid for a minute. */
  readonly ask: () => Promise<Outcome<{ readonly url: string; readonly pages: readonly string[] }>>;
}

type Looking = Pick<AttachmentViewProps, "fileName" | "ask">;

/**
 * Renders a button that asks for the pictures of a file's pages and shows them in its place. If the request fails,
 * shows its problem.
 */
export function PagePictures({ fileName, ask }: Looking) {
  const [pages, setPages] = useState<readonly string[]>();
  const [problem, setProblem] = useState<ClientProblem>();
  const show = async () => {
    const answer = await ask();
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setPages(answer.value.pages);
  };
  return (
    <>
      {problem && <DeskProblem problem={problem} />}
      {pages ? <AttachmentPages pages={pages} fileName={fileName} /> : <LookButton fileName={fileName} look={show} />}
    </>
  );
}

/**
 * Renders what staff may look at of an attachment. If it is `received`: a button that asks for the pictures of its
 * pages and shows them, and, folded, a warning and a button that downloads the original. If it is `unreadable`: only
 * the folded part. Draws nothing in any other state. If a request fails, shows its problem.
 */
export function AttachmentView({ state, fileName, ask }: AttachmentViewProps) {
  if (state !== "received" && state !== "unreadable") return null;
  return (
    <div>
      {state === "received" && <PagePictures fileName={fileName} ask={ask} />}
      <details>
        <summary>{attachmentViewWords.original}</summary>
        <Notice>
          <p>{state === "unreadable" ? attachmentViewWords.unscanned : attachmentViewWords.caution}</p>
        </Notice>
        <Download ask={ask} of={fileName}>
          {attachmentViewWords.download}
        </Download>
      </details>
    </div>
  );
}

interface AttachmentPagesProps {
  /** Addresses of the pictures, one a page. */
  readonly pages: readonly string[];
  readonly fileName: string;
}

/** Renders the pictures of an attachment's pages, in order. If there are none yet, says so. */
export function AttachmentPages({ pages, fileName }: AttachmentPagesProps) {
  if (pages.length === 0) return <p>{attachmentViewWords.none}</p>;
  return (
    <>
      {pages.map((src, at) => (
        <img
          key={src}
          class="attachment-page"
          src={src}
          alt={attachmentViewWords.page(at + 1, pages.length, fileName)}
        />
      ))}
    </>
  );
}
