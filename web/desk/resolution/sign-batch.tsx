import { useRef, useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { Outcome } from "../../client.ts";
import { useFocus, useSending } from "../../look/asking.ts";
import { errorOf, Submit } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import type { SentAttachment } from "../../look/send-attachment.ts";
import { uploadIdsOf } from "../../look/sent-attachments.ts";
import { Tick } from "../../look/tick.tsx";
import { documentNames } from "../../words/document-names.ts";
import { api } from "../api.ts";
import { LookButton } from "../attachment/look-button.tsx";
import { Refused } from "../case/act-problem.tsx";
import { Download } from "../download.tsx";
import { held } from "../held-acts.tsx";
import { addressOf } from "../page.tsx";
import { fieldProblem } from "../typed.ts";
import { isUndone, newBatchWrite, sentWhole, toldOf } from "./batch-sending.ts";
import { allChecked, keptAttachments, SignatureWays, signatureOf } from "./signature-ways.tsx";
import { signaturesWords } from "./signatures.words.ts";
import { signingWords } from "./signing.words.ts";
import { About, Named, PagesRow, type ToSign } from "./to-sign-cells.tsx";

type Signed = AnswerOf<Routes["signDocuments"]>;
type Body = Parameters<typeof api.signDocuments>[0]["body"];
type Page = Pick<AnswerOf<Routes["listSignatures"]>, "ways" | "most">;

interface SignBatchProps {
  readonly rows: readonly ToSign[];
  /** `ways`: how documents may be signed. `most`: how many may be signed with one act. */
  readonly page: Page;
  /** Reads the list again. */
  readonly again: () => void;
}

interface Done extends Signed {
  readonly rows: readonly ToSign[];
  readonly attachments: readonly SentAttachment[];
}

const formKey = "caudal.signatures";

/**
 * Renders the documents to sign, a download of the chosen ones, and the form that signs them with one act. Sending is
 * refused if no document or more than `most` are chosen, several are signed by hand, the signature lacks something, or
 * «reviewed» is not marked. Waits for the check of the files. Then shows each document's result, calls `again`, and
 * leaves chosen what was not signed. What is filled in is kept in the tab.
 */
export function SignBatch({ rows, page: { ways, most }, again }: SignBatchProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState<Done>();
  const [turn, setTurn] = useState(0);
  const kept = useKeptForm(sessionStorage, formKey);
  const sent = keptAttachments(`${formKey}.files`);
  const attachments = useRef<readonly SentAttachment[]>(sent.read());
  const write = useRef(newBatchWrite());
  const picked = rows.filter(({ sha256 }) => chosen.has(sha256));
  const documents = picked.map(({ claimId, sha256 }) => ({ claimId, sha256 }));
  const { problem, busy, onSubmit } = useSending(
    async (typed, form) => {
      if (picked.length === 0) return fieldProblem("documents", signaturesWords.noneChosen);
      if (picked.length > most) return fieldProblem("documents", signaturesWords.tooMany(most));
      await allChecked(attachments);
      const signature = batchOf(typed, attachments.current, picked.length);
      if (!signature.ok) return signature;
      if (typed("reviewed") === "") return fieldProblem("reviewed", signaturesWords.reviewedMissing);
      const body = { documents, signature: signature.value };
      const what = signaturesWords.sendCount(documents.length);
      return held({ form, what, outcomeWords: ({ outcomes }) => toldOf(what, outcomes) }, () =>
        sentWhole(write.current, body, documents.length, (key) => api.signDocuments({ key, body })),
      );
    },
    (signed) => {
      setDone({ ...signed, rows: picked, attachments: attachments.current });
      kept.drop();
      sent.drop();
      attachments.current = [];
      setChosen(new Set(signed.outcomes.filter(isUndone).map(({ sha256 }) => sha256)));
      setTurn(turn + 1);
      again();
    },
  );
  const error = errorOf(problem, "documents");
  const choose = (sha256: string, isChosen: boolean) =>
    setChosen((before) => new Set(isChosen ? [...before, sha256] : [...before].filter((one) => one !== sha256)));
  const own = rows.filter(({ isOthers }) => !isOthers).slice(0, most);
  return (
    <>
      {done && <Outcomes done={done} />}
      <form key={turn} method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <Refused problem={problem} />
        {rows.length > 0 && (
          <>
            <div class={error ? "field wrong" : "field"} id="documents" tabIndex={-1}>
              {error && <p class="error">{error}</p>}
              <ScrollTable caption={signaturesWords.names.signature} columns={Object.values(signaturesWords.columns)}>
                {rows.map((row) => (
                  <Row key={row.sha256} row={row} isChosen={chosen.has(row.sha256)} choose={choose} />
                ))}
              </ScrollTable>
            </div>
            <p>
              <button
                type="button"
                class="link"
                onClick={() => setChosen(new Set(chosen.size > 0 ? [] : own.map(({ sha256 }) => sha256)))}
              >
                {chosen.size > 0 ? signaturesWords.chooseNone : signaturesWords.chooseAll(own.length)}
              </button>
            </p>
            <h3>{signaturesWords.signing}</h3>
            <p role="status">{signaturesWords.chosen(picked.length)}</p>
            <p class="hint">{signaturesWords.signInAgain}</p>
            {picked.length > 0 && (
              <>
                <p>
                  <Download ask={() => api.downloadToSign({ body: { documents } })}>{signaturesWords.set}</Download>
                </p>
                <SignatureWays
                  ways={ways}
                  most={most}
                  isSet={picked.length > 1}
                  initial={attachments.current}
                  problem={problem}
                  onAttachments={(now) => {
                    attachments.current = now;
                    sent.keep(now);
                  }}
                />
                <Tick name="reviewed" label={signaturesWords.reviewed} problem={problem} />
                <Submit busy={busy}>{signaturesWords.send}</Submit>
              </>
            )}
          </>
        )}
      </form>
    </>
  );
}

interface RowProps {
  readonly row: ToSign;
  readonly isChosen: boolean;
  readonly choose: (sha256: string, isChosen: boolean) => void;
}

/** A document's row, with a button that shows its fingerprint, and its pages in a row of their own below. */
function Row({ row, isChosen, choose }: RowProps) {
  const { claimId, code, documentId, fileName, kind, number, sha256, isOthers } = row;
  const [isSeen, setSeen] = useState(false);
  const cells = (
    <tr>
      <td>
        {!isOthers && (
          <input
            type="checkbox"
            name="chosen"
            value={sha256}
            checked={isChosen}
            aria-label={signaturesWords.choose(documentNames[kind], number, code)}
            onChange={({ currentTarget }) => choose(sha256, currentTarget.checked)}
          />
        )}
      </td>
      <th scope="row">
        <Named row={row} />
        {isSeen && <span class="hint fingerprint">{sha256}</span>}
        {isOthers && <span class="hint">{signaturesWords.others}</span>}
        <div class="buttons one-line">
          <LookButton fileName={fileName} isOpen={isSeen} look={() => setSeen(!isSeen)} />
          <Download ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })} of={fileName}>
            {signaturesWords.download}
          </Download>
          {kind !== "silence-certificate" && (
            <a
              class="hint"
              href={addressOf("caseAct", {
                claimId,
                act: kind.endsWith("resolution") ? "devolucion" : "devolucion-de-documento",
              })}
            >
              {signaturesWords.giveBack}
            </a>
          )}
        </div>
      </th>
      <About row={row} />
    </tr>
  );
  return (
    <>
      {cells}
      {isSeen && <PagesRow row={row} columns={Object.keys(signaturesWords.columns).length} />}
    </>
  );
}

/**
 * Returns the signature of the chosen documents, or the problem of what it lacks. Refuses a signature by hand of
 * several documents: each has a folio of its own.
 */
function batchOf(
  typed: (name: string) => string,
  attachments: readonly SentAttachment[],
  count: number,
): Outcome<Body["signature"]> {
  if (typed("way") === "hand" && count > 1) return fieldProblem("way", signingWords.oneByHand);
  const signature = signatureOf(typed, attachments);
  if (!signature.ok) return signature;
  const { value } = signature;
  if (value.way === "second-factor") return { ok: true, value };
  if (value.way === "certificate") return { ok: true, value: { way: value.way, uploadIds: uploadIdsOf(attachments) } };
  const { way, ...attachment } = value;
  return { ok: true, value: { way, attachments: [attachment] } };
}

/** How many were signed, each document's result with what was not signed first, and the files that matched none. */
function Outcomes({ done: { outcomes, unmatched, rows, attachments } }: { readonly done: Done }) {
  const title = useFocus<HTMLHeadingElement>(outcomes);
  const unsigned = outcomes.filter(isUndone);
  const results = [...unsigned, ...outcomes.filter((one) => !isUndone(one))];
  return (
    <div class={unsigned.length === 0 ? "notice good" : "notice bad"}>
      <h3 tabIndex={-1} ref={title}>
        {signaturesWords.outcome}
      </h3>
      <p>{signaturesWords.signedOf(outcomes.length - unsigned.length, outcomes.length)}</p>
      <ul>
        {results.map(({ sha256, outcome, reason }) => {
          const row = rows.find((one) => one.sha256 === sha256);
          return (
            <li key={sha256}>
              {row && `${documentNames[row.kind]} ${signaturesWords.number(row.number)}: `}
              <b>{signaturesWords.outcomes[outcome]}</b>
              {reason && `. ${reason}`}
            </li>
          );
        })}
      </ul>
      {unmatched.length > 0 && (
        <>
          <h4>{signaturesWords.unmatched}</h4>
          <ul>
            {unmatched.map(({ uploadId, reason }) => (
              <li key={uploadId}>
                {attachments.find((attachment) => attachment.uploadId === uploadId)?.fileName}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
