import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { ClientRequestOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import type { ClientProblem } from "../client.ts";
import { Choice, ErrorSummary, TextField } from "../look/field.tsx";
import { InstantField, typedInstant } from "../look/native-date.tsx";
import { uploadIdsOf } from "../look/sent-attachments.ts";
import { claimantActWords, confirmingNames } from "../words/desk-claimant-acts.ts";
import { hourOf } from "../words/format.ts";
import { staffCounter } from "./act-form.ts";
import { api } from "./api.ts";
import { Attachments } from "./attachments.tsx";
import type { CaseFile } from "./case-file.ts";
import { chosenOf, fieldProblem } from "./typed.ts";

type What = ClientRequestOf<Routes["askConfirmation"]>["body"]["what"];
type Confirmation = ClientRequestOf<Routes["takeRecourse"]>["body"]["confirmation"];
export type Typed = (name: string) => string;

interface ConfirmingProps {
  readonly file: CaseFile;
  /** How the person came, or that they are in a hearing; empty while it is not chosen. */
  readonly how: string;
  readonly problem: ClientProblem | undefined;
  /** What is confirmed, as it is typed by now; nothing while it is not whole. */
  readonly whatIn: (typed: Typed) => What | undefined;
}

/** The ways the API says this claim has; a document of the document desk is taken from its own page. */
function waysOf({ confirmingWays }: CaseFile, how: string): Partial<typeof confirmingNames> {
  const ways = chosenOf(confirmingWays, how);
  const offered: readonly string[] = ways ? confirmingWays[ways] : [];
  return Object.fromEntries(Object.entries(confirmingNames).filter(([way]) => offered.includes(way)));
}

/** How the person confirms, once it is said how they came: with what can be asked of them there. */
export function Confirming(props: ConfirmingProps) {
  const submissionId = useSubmission();
  if (submissionId) return <FromSubmission submissionId={submissionId} />;
  return props.how === "" ? null : <Ways key={props.how} {...props} />;
}

function Ways({ file, how, problem, whatIn }: ConfirmingProps) {
  const { claimId } = file;
  const [way, setWay] = useState("");
  const [signed, setSigned] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<{ readonly until?: string; readonly problem?: ClientProblem }>({});
  const channel = way === "sms" || way === "email" ? way : undefined;
  const ask = async ({ currentTarget: { form } }: { readonly currentTarget: HTMLButtonElement }) => {
    const data = new FormData(form ?? undefined);
    const what = whatIn((name) => String(data.get(name) ?? ""));
    if (!what || !channel) return;
    const outcome = await api.askConfirmation({
      params: { claimId },
      body: { channel, what },
      key: crypto.randomUUID(),
    });
    setAsked(outcome.ok ? { until: outcome.value.until } : { problem: outcome.problem });
  };
  return (
    <>
      <Choice
        name="confirming"
        legend={claimantActWords.confirming}
        options={waysOf(file, how)}
        onChoose={setWay}
        problem={problem}
      />
      {channel && (
        <>
          <ErrorSummary problem={asked.problem} />
          <p>
            <button type="button" class="button plain" onClick={ask}>
              {claimantActWords.sendCode}
            </button>
          </p>
          <p role="status">{asked.until && claimantActWords.sent(hourOf(asked.until))}</p>
          <TextField
            name="code"
            label={claimantActWords.code}
            hint={claimantActWords.codeHint}
            numeric
            size="short"
            problem={problem}
          />
        </>
      )}
      {way === "voice" && <Voice telephone={file.claimant.telephone} problem={problem} />}
      {way === "paper" && <HandedOn problem={problem} />}
      {(way === "signature" || way === "paper") && (
        <>
          <Attachments
            name="signedAttachments"
            label={way === "paper" ? claimantActWords.presented : claimantActWords.signed}
            counter={staffCounter}
            max={5}
            problem={problem}
            onChange={(attachments) => setSigned(uploadIdsOf(attachments))}
          />
          <input type="hidden" name="signed" value={signed.join(" ")} />
        </>
      )}
    </>
  );
}

interface VoiceProps {
  readonly telephone: string | undefined;
  readonly problem: ClientProblem | undefined;
}

/** What to do in the call, and which recording it is. */
function Voice({ telephone, problem }: VoiceProps) {
  return (
    <>
      <p>{claimantActWords.voiceWhy}</p>
      <ol>
        {claimantActWords.voiceSteps(telephone).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <TextField
        name="recording"
        label={claimantActWords.recording}
        hint={claimantActWords.recordingHint}
        size="short"
        initial=""
        problem={problem}
      />
    </>
  );
}

/** How it was confirmed, or what is missing. */
export function confirmationIn(typed: Typed): Confirmation | ReturnType<typeof fieldProblem> {
  if (typed("submissionId")) return { by: "submission", submissionId: typed("submissionId") };
  const way = chosenOf(confirmingNames, typed("confirming"));
  if (!way) return fieldProblem("confirming", claimantActWords.confirming);
  if (way === "sms" || way === "email") return { by: "code", code: typed("code").trim() };
  if (way === "voice") {
    const recording = typed("recording").trim();
    return recording ? { by: "voice", recording } : fieldProblem("recording", claimantActWords.recordingMissing);
  }
  const uploadIds = typed("signed").split(" ").filter(Boolean);
  if (uploadIds.length === 0) return fieldProblem("signedAttachments", claimantActWords.signedMissing);
  return way === "paper" ? { by: "paper", uploadIds, ...handedOn(typed) } : { by: "signature", uploadIds };
}

/** When an attachment was handed in, by its stamp, and why it is written down on a later day. */
export function HandedOn({ problem }: { readonly problem: ClientProblem | undefined }) {
  return (
    <>
      <InstantField name="receivedAt" label={claimantActWords.receivedAt} problem={problem} />
      <TextField
        name="lateReason"
        label={claimantActWords.lateReason}
        hint={claimantActWords.lateReasonHint}
        problem={problem}
      />
    </>
  );
}

/** The same, as it is sent. */
export function handedOn(typed: Typed): { readonly receivedAt: string; readonly reason?: string } {
  const reason = typed("lateReason").trim();
  return { receivedAt: typedInstant(typed("receivedAt")), ...(reason && { reason }) };
}

/** The document of the document desk an act is taken from, if it is come to from one. */
export function useSubmission(): string | undefined {
  return useLocation().query["documento"];
}

/** That an act is taken from a document, which says when and confirms it. */
export function FromSubmission({ submissionId }: { readonly submissionId: string }) {
  return (
    <>
      <p>{claimantActWords.fromFiling}</p>
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="came" value="document-desk" />
    </>
  );
}
