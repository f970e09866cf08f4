import { useState } from "preact/hooks";
import type { PaperState } from "../../shared/domain/claim-form.ts";
import type { ClientProblem, Outcome } from "../client.ts";
import { Notice } from "../look/notice.tsx";
import { paperViewWords } from "../words/paper-view.ts";
import { Download } from "./download.tsx";
import { DeskProblem } from "./page.tsx";

interface PaperViewProps {
  readonly state: PaperState;
  readonly fileName: string;
  /** Asks for addresses that last a minute. */
  readonly ask: () => Promise<Outcome<{ readonly url: string; readonly pages: readonly string[] }>>;
}

/** A paper as pictures of its pages, which cannot do anything; and its original, with what to mind. */
export function PaperView({ state, fileName, ask }: PaperViewProps) {
  const [pages, setPages] = useState<readonly string[]>();
  const [problem, setProblem] = useState<ClientProblem>();
  const show = async () => {
    const answer = await ask();
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) setPages(answer.value.pages);
  };
  if (state !== "received" && state !== "unreadable") return null;
  return (
    <div>
      {problem && <DeskProblem problem={problem} />}
      {state === "received" && !pages && (
        <button type="button" class="button plain" onClick={show}>
          {paperViewWords.show}
          <span class="unseen"> {fileName}</span>
        </button>
      )}
      {pages && <PaperPages pages={pages} fileName={fileName} />}
      <details>
        <summary>{paperViewWords.original}</summary>
        <Notice>
          <p>{state === "unreadable" ? paperViewWords.unscanned : paperViewWords.caution}</p>
        </Notice>
        <Download ask={ask} of={fileName}>
          {paperViewWords.download}
        </Download>
      </details>
    </div>
  );
}

interface PaperPagesProps {
  readonly pages: readonly string[];
  readonly fileName: string;
}

/** The pictures of a paper's pages, in order; that there are none yet, where there are none. */
export function PaperPages({ pages, fileName }: PaperPagesProps) {
  if (pages.length === 0) return <p>{paperViewWords.none}</p>;
  return (
    <>
      {pages.map((src, at) => (
        <img key={src} class="paper-page" src={src} alt={paperViewWords.page(at + 1, pages.length, fileName)} />
      ))}
    </>
  );
}
