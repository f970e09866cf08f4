import { useRef } from "preact/hooks";
import { formProblem } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, Submit } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import type { SentPaper } from "../look/send-paper.ts";
import { sendingProblem } from "../look/sending-problem.ts";
import { uploadIdsOf } from "../look/sent-papers.ts";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { useOffice } from "../office.ts";
import { cargoWords } from "../words/filing.ts";
import { api } from "./api.ts";
import { Papers } from "./papers.tsx";
import { SignInAgain } from "./signed-in.tsx";

interface FilingRemedyProps {
  readonly filingId: string;
  /** Only a copy of a file was asked for: nothing of it is observed. */
  readonly isCopy: boolean;
  readonly onDone: () => void;
}

/** Mends an observed document, or adds the copy of a file that was asked for: it keeps the day it was presented. */
export function FilingRemedy({ filingId, isCopy, onDone }: FilingRemedyProps) {
  const { filingMaxFiles } = useOffice();
  const papers = useRef<readonly SentPaper[]>([]);
  const key = `caudal.remedy.${filingId}`;
  const { form, keep, drop } = useKeptForm(sessionStorage, key);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const uploadIds = uploadIdsOf(papers.current);
      const missing = uploadIds.length === 0 && !typed("text").trim() ? cargoWords.remedyMissing : undefined;
      const wrong = sendingProblem(papers.current) ?? formProblem({ uploadIds: missing });
      return wrong
        ? { ok: false, problem: wrong }
        : api.remedyFiling({ params: { filingId }, body: { text: typed("text"), uploadIds }, key: writeKeyOf(typed) });
    },
    () => {
      drop();
      onDone();
    },
  );
  return (
    <section>
      <h2>{isCopy ? cargoWords.copy : cargoWords.remedy}</h2>
      <p>{isCopy ? cargoWords.copyText : cargoWords.remedyText}</p>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={form} onInput={keep} onSubmit={onSubmit}>
        <WriteKey />
        <LongText name="text" label={cargoWords.remedyWords} max={3000} problem={problem} />
        <Papers
          keptWith={key}
          max={filingMaxFiles}
          label={isCopy ? cargoWords.copyPapers : cargoWords.remedyPapers}
          problem={problem}
          onChange={(list) => {
            papers.current = list;
          }}
        />
        <Submit busy={busy}>{isCopy ? cargoWords.copySend : cargoWords.remedySend}</Submit>
      </form>
    </section>
  );
}
