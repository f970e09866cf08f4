import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useSending } from "../look/asking.ts";
import { Facts } from "../look/facts.tsx";
import { Submit } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Notice } from "../look/notice.tsx";
import { Tick } from "../look/tick.tsx";
import { actWords, outcomeNames } from "../words/desk-acts.ts";
import { signatureWords } from "../words/desk-resolution.ts";
import { cubicMetres, date, monthAndYear, soles } from "../words/format.ts";
import { ActPage } from "./act-page.tsx";
import { ActProblem, doneAddress, type OpenedActProps } from "./act-problem.tsx";
import { api } from "./api.ts";
import { toSign } from "./case-file.ts";
import { Download } from "./download.tsx";
import { fieldProblem } from "./typed.ts";

/** What waits for a signature. */
export function SignaturePage() {
  return <ActPage act="firma" Shown={Signature} />;
}

/** The signer's act: what is signed, its bytes to read, and a sign-in just made. */
function Signature({ act, file, again }: OpenedActProps) {
  const { claimId, version } = file;
  const { route } = useLocation();
  const [key] = useState(() => crypto.randomUUID());
  const frozen = toSign(file);
  // Another document is another thing to read.
  const kept = useKeptForm(sessionStorage, `caudal.act.${claimId}.${act}.${frozen?.document.sha256}`);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      if (!frozen || typed("reviewed") === "") return fieldProblem("reviewed", signatureWords.reviewedMissing);
      const { sha256 } = frozen.document;
      const signed = await api.signResolution({ params: { claimId }, version, key, body: { sha256 } });
      if (!signed.ok && signed.problem.kind === "urn:caudal:version-stale") again();
      return signed;
    },
    () => {
      kept.drop();
      route(doneAddress(claimId, act));
    },
  );
  if (!frozen) {
    return (
      <Notice tone="bad">
        <p>{signatureWords.noDocument}</p>
      </Notice>
    );
  }
  const { resolution, document } = frozen;
  const { number, outcome, issuedOn, months, decision, reasons } = resolution;
  const { documentId, fileName, sha256 } = document;
  return (
    <>
      <ActProblem problem={problem} file={file} />
      <Facts
        rows={[
          [signatureWords.number, number],
          [signatureWords.outcome, outcomeNames[outcome]],
          [signatureWords.issuedOn, date(issuedOn)],
          ...months.map(
            ({ period, outcome: own, corrected }) =>
              [
                signatureWords.month(monthAndYear(period)),
                `${outcomeNames[own]}: ${corrected ? `${cubicMetres(corrected.m3)}, ${soles(corrected.amount)}` : signatureWords.unchanged}`,
              ] as const,
          ),
        ]}
      />
      <h2>{signatureWords.decision}</h2>
      <p>{decision}</p>
      <h2>{signatureWords.reasons}</h2>
      <p>{reasons}</p>
      <h2>{signatureWords.document}</h2>
      <p>{fileName}</p>
      <p class="fingerprint">
        {signatureWords.fingerprint}: {sha256}
      </p>
      <p>
        <Download ask={() => api.downloadCasePaper({ params: { claimId, documentId } })}>
          {signatureWords.download}
        </Download>
      </p>
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <Tick name="reviewed" label={signatureWords.reviewed} problem={problem} />
        <Submit busy={busy}>{actWords[act].send}</Submit>
      </form>
    </>
  );
}
