import { useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { ProblemNotice } from "../../look/notice.tsx";
import { api, signInAgain } from "../api.ts";
import { receiptCopyWords } from "./receipt-copy.words.ts";

/**
 * Renders a button that saves a receipt of a linked supply as a PDF. `period` is its month, `YYYY-MM`. If the API
 * fails, shows the problem above the button.
 */
export function ReceiptCopy(params: { readonly linkId: string; readonly period: string }) {
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    const answer = await api.printReceipt({ params });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) keep(answer.value);
  };
  return (
    <div class="unprinted">
      {problem && <ProblemNotice problem={problem} signIn={signInAgain} />}
      <button type="button" class="button plain" disabled={busy} onClick={download}>
        {busy ? receiptCopyWords.busy : receiptCopyWords.download}
      </button>
    </div>
  );
}

/** Saves a PDF, in base64, through the browser's downloads. */
function keep({ fileName, pdf }: { readonly fileName: string; readonly pdf: string }): void {
  const bytes = Uint8Array.from(atob(pdf), (letter) => letter.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
  Object.assign(document.createElement("a"), { href: url, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
