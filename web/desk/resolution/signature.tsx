import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useSending } from "../../look/asking.ts";
import { DaysLight, Meta } from "../../look/days-owed.tsx";
import { Facts } from "../../look/facts.tsx";
import { Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Notice } from "../../look/notice.tsx";
import type { SentAttachment } from "../../look/send-attachment.ts";
import { Tick } from "../../look/tick.tsx";
import { dayWords } from "../../words/days-owed.ts";
import { cubicMetres, date, monthAndYear, soles } from "../../words/format.ts";
import { api } from "../api.ts";
import { DocumentSeen } from "../attachment/document-seen.tsx";
import { ActPage } from "../case/act-page.tsx";
import { ActProblem, doneAddress, type OpenedActProps } from "../case/act-problem.tsx";
import { actWords, outcomeNames } from "../case/acts.words.ts";
import { type CaseFile, toSign } from "../case/case-file.ts";
import { Download } from "../download.tsx";
import { fieldProblem } from "../typed.ts";
import { findingWords } from "./answers.words.ts";
import { changeOf } from "./beside.words.ts";
import { signatureWords } from "./resolution.words.ts";
import type * as signatureWays from "./signature-ways.tsx";

/**
 * Renders the page on which a resolution is signed: its outcome, the pages of its file with its SHA-256, its words,
 * what was overridden, and the form. Submitting needs the mark «reviewed» and a complete signature, signs exactly the
 * file shown, and goes to the case. For `version-stale` the case is read again and the form stays. If there is nothing
 * to sign, or the caller may not sign now, says so.
 */
export function SignaturePage() {
  return <ActPage act="firma" Shown={Signature} />;
}

type Ways = typeof signatureWays;

function Signature(opened: OpenedActProps) {
  return (
    <Loaded load={(): Promise<Ways> => import("./signature-ways.tsx")} about="ways">
      {(ways) => <Signing {...opened} ways={ways} />}
    </Loaded>
  );
}

interface SigningProps extends OpenedActProps {
  readonly ways: Ways;
}

/**
 * Shows the resolution and its file to read, and the form that signs it, or that there is none to sign. The signer must
 * mark that they reviewed it. Goes to the case once it is signed; for `version-stale` the case is read again.
 */
function Signing({
  act,
  file,
  again,
  ways: { SignatureWays, allChecked, signatureOf, keptAttachments },
}: SigningProps) {
  const { claimId, version } = file;
  const { route } = useLocation();
  const [key] = useState(() => crypto.randomUUID());
  const frozen = toSign(file);
  // Not kept by case alone: another document must be read anew.
  const kept = useKeptForm(sessionStorage, `caudal.act.${claimId}.${act}.${frozen?.document.sha256}`);
  const sent = keptAttachments(`caudal.signed.${frozen?.document.sha256}`);
  const [initial] = useState(sent.read);
  const attachments = useRef<readonly SentAttachment[]>(initial);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      if (!frozen || typed("reviewed") === "") return fieldProblem("reviewed", signatureWords.reviewedMissing);
      await allChecked(attachments);
      const signature = signatureOf(typed, attachments.current);
      if (!signature.ok) return signature;
      const body = { sha256: frozen.document.sha256, signature: signature.value };
      const signed = await api.signResolution({ params: { claimId }, version, key, body });
      if (!signed.ok && signed.problem.kind === "urn:caudal:version-stale") again();
      return signed;
    },
    () => {
      kept.drop();
      sent.drop();
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
    <div class="halves">
      <div>
        <ActProblem problem={problem} file={file} />
        <Facts
          rows={[
            [signatureWords.number, number],
            [signatureWords.outcome, outcomeNames[outcome]],
            [signatureWords.issuedOn, date(issuedOn)],
            ...months.map(
              ({ receiptNumber, period, outcome: own, corrected }) =>
                [
                  signatureWords.month(monthAndYear(period)),
                  [outcomeNames[own], changed(file, receiptNumber, corrected)].join(": "),
                ] as const,
            ),
            [
              signatureWords.notifyBy,
              <span key="days">
                <DaysLight days={file.days} /> {dayWords(file.days)} <Meta days={file.days} />
              </span>,
            ],
          ]}
        />
        <h2>{signatureWords.document}</h2>
        <p>{fileName}</p>
        <DocumentSeen claimId={claimId} documentId={documentId} fileName={fileName} />
        <p>
          <Download ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })}>
            {signatureWords.download}
          </Download>
        </p>
        <p class="fingerprint">
          {signatureWords.fingerprint}: {sha256}
        </p>
        <h2>{signatureWords.decision}</h2>
        <p>{decision}</p>
        <h2>{signatureWords.reasons}</h2>
        <p class="lines">{reasons}</p>
        {file.letGo && (
          <>
            <h2>{findingWords.letGo}</h2>
            <ul>
              {file.letGo.map(({ text, override }) => (
                <li key={text}>
                  {text}
                  <span class="hint">{override}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
          <SignatureWays
            ways={file.signatureWays}
            initial={initial}
            problem={problem}
            onAttachments={(now) => {
              attachments.current = now;
              sent.keep(now);
            }}
          />
          <Tick name="reviewed" label={signatureWords.reviewed} problem={problem} />
          <Submit busy={busy}>{actWords[act].send}</Submit>
        </form>
      </div>
      <Loaded load={() => import("../case/case-beside.tsx")} about="beside">
        {({ CaseBeside }) => <CaseBeside file={file} />}
      </Loaded>
    </div>
  );
}

type Corrected = CaseFile["resolutions"][number]["months"][number]["corrected"];

/** What the decision does to a claimed receipt, in words. */
function changed({ receipts }: CaseFile, receiptNumber: string, corrected: Corrected): string {
  const before = receipts.find(({ number }) => number === receiptNumber)?.amount;
  if (!corrected) return [signatureWords.unchanged, before && soles(before)].filter(Boolean).join(", ");
  const amounts = before === undefined ? soles(corrected.amount) : changeOf(before, corrected.amount);
  return `${cubicMetres(corrected.m3)}, ${amounts}`;
}
