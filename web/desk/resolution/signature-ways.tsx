import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../../client.ts";
import { Attachments } from "../../look/attachments.tsx";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField } from "../../look/native-date.tsx";
import type { SentAttachment } from "../../look/send-attachment.ts";
import { sendingProblem } from "../../look/sending-problem.ts";
import { uploadIdsOf } from "../../look/sent-attachments.ts";
import type { api } from "../api.ts";
import { staffCounter } from "../case/act-form.ts";
import type { CaseFile } from "../case/case-file.ts";
import { chosenOf, fieldProblem, textOf } from "../typed.ts";
import { signingWords } from "./signing.words.ts";

/** How a resolution was signed: by a second factor, with a certificate, or by hand. */
type Signature = Parameters<typeof api.signResolution>[0]["body"]["signature"];

/**
 * Returns the functions that read, keep and drop a list of sent files in the tab's sessionStorage, under `key`. Signed
 * files are kept there while the signer leaves to sign in again. `read` returns an empty list if none is kept.
 */
export function keptAttachments(key: string) {
  return {
    read: (): readonly SentAttachment[] => JSON.parse(sessionStorage.getItem(key) ?? "[]"),
    keep: (attachments: readonly SentAttachment[]) => sessionStorage.setItem(key, JSON.stringify(attachments)),
    drop: () => sessionStorage.removeItem(key),
  };
}

const lookMs = 250;
/** A minute of looks. */
const mostLooks = 240;

/** Returns once none of the files is being sent or is under check, or after a minute. */
export async function allChecked(attachments: { readonly current: readonly SentAttachment[] }): Promise<void> {
  for (let look = 0; look < mostLooks; look += 1) {
    if (!attachments.current.some(({ state }) => state === "sending" || state === "pending")) return;
    await new Promise((next) => setTimeout(next, lookMs));
  }
}

interface SignatureWaysProps {
  /** The ways of signing that the utility allows, in the order offered. The first is chosen at first. */
  readonly ways: CaseFile["signatureWays"];
  /** Signed files that were sent before. */
  readonly initial: readonly SentAttachment[];
  readonly problem: ClientProblem | undefined;
  /** How many files signed with a certificate may be sent at once; 1 without it. */
  readonly most?: number;
  /** Several documents are signed: what is above the ways says how. */
  readonly isSet?: boolean;
  /** Called with the list of signed files on every change of it. */
  readonly onAttachments: (attachments: readonly SentAttachment[]) => void;
}

/**
 * Renders the choice of how a document is signed, and the fields that the chosen way needs. A second factor needs no
 * field. A certificate needs the signed PDF. A signature by hand needs one scan, the code and the folio that the scan
 * shows, the day of the signature and, in some cases, a reason; for several documents it says that they go one by one.
 */
export function SignatureWays({ ways, initial, problem, most = 1, isSet = false, onAttachments }: SignatureWaysProps) {
  const [way, setWay] = useState<string | undefined>(ways[0]);
  const options = Object.fromEntries(ways.map((one) => [one, signingWords.ways[one]]));
  const byHand = way === "hand";
  return (
    <>
      <Choice
        name="way"
        legend={signingWords.way}
        options={options}
        problem={problem}
        {...(ways[0] && { chosen: ways[0] })}
        onChoose={setWay}
      />
      {way === "certificate" && isSet && <p class="hint">{signingWords.setHint}</p>}
      {byHand && isSet && <p class="error">{signingWords.oneByHand}</p>}
      {way !== "second-factor" && !(byHand && isSet) && (
        <>
          {!isSet && (
            <ol>
              {signingWords.steps[byHand ? "hand" : "certificate"].map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
          <Attachments
            counter={staffCounter}
            max={byHand ? 1 : most}
            types={["application/pdf"]}
            initial={initial}
            label={isSet ? signingWords.fileSet : signingWords.file[byHand ? "hand" : "certificate"]}
            problem={problem}
            onChange={onAttachments}
          />
        </>
      )}
      {byHand && !isSet && (
        <>
          <TextField
            name="cites"
            label={signingWords.cites}
            hint={signingWords.citesHint}
            initial=""
            problem={problem}
          />
          <TextField name="folio" label={signingWords.folio} size="short" initial="" problem={problem} />
          <DayField name="signedOn" label={signingWords.signedOn} problem={problem} />
          <LongText
            name="reason"
            label={signingWords.reason}
            hint={signingWords.reasonHint}
            max={500}
            problem={problem}
          />
        </>
      )}
    </>
  );
}

/**
 * Returns the signature as filled in with `SignatureWays`. Returns a problem instead if no way is chosen, a file is
 * still being sent, or the way needs a file and none was sent. Of several files only the first counts. Empty texts of a
 * signature by hand are left to the API.
 */
export function signatureOf(
  typed: (name: string) => string,
  attachments: readonly SentAttachment[],
): Outcome<Signature> {
  const way = chosenOf(signingWords.ways, typed("way"));
  if (!way) return fieldProblem("way", signingWords.wayMissing);
  if (way === "second-factor") return { ok: true, value: { way } };
  const problem = sendingProblem(attachments);
  if (problem) return { ok: false, problem };
  const [uploadId] = uploadIdsOf(attachments);
  if (uploadId === undefined) return fieldProblem("uploadIds", signingWords.fileMissing);
  if (way === "certificate") return { ok: true, value: { way, uploadId } };
  const reason = textOf(typed("reason"));
  const handwritten = { folio: typed("folio"), cites: typed("cites"), signedOn: typed("signedOn") };
  return { ok: true, value: { way, uploadId, ...handwritten, ...(reason !== undefined && { reason }) } };
}
