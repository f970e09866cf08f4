import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import type { ClientRequestOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem } from "../../client.ts";
import { Choice, ErrorSummary, TextField } from "../../look/field.tsx";
import { InstantField, typedInstant } from "../../look/native-date.tsx";
import { uploadIdsOf } from "../../look/sent-attachments.ts";
import { hourOf } from "../../words/format.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { staffCounter } from "../case/act-form.ts";
import type { CaseFile } from "../case/case-file.ts";
import { addressOf } from "../page.tsx";
import { chosenOf, fieldProblem } from "../typed.ts";
import { RecordingField } from "../visit/recording-field.tsx";
import { claimantActWords, confirmingNames } from "./claimant-acts.words.ts";
import { ReadAloud } from "./read-aloud.tsx";
import { paperWords, recordingWords } from "./recording.words.ts";

/** The act that a person confirms, with its content: a withdrawal, a recourse or an agreement. */
type What = ClientRequestOf<Routes["askConfirmation"]>["body"]["what"];
/**
 * How an act was confirmed, as the API takes it: by a code, a recording, a signature, a form on paper or a submission.
 */
type Confirmation = ClientRequestOf<Routes["takeRecourse"]>["body"]["confirmation"];
/** Returns the text of a form's field by its name; "" without one. */
export type Typed = (name: string) => string;

interface ConfirmingProps {
  readonly file: CaseFile;
  /** The channel the person came by, or `hearing`; empty while it is not chosen. */
  readonly how: string;
  /** The form's problem: what it says of the fields of the confirmation is shown at them. */
  readonly problem: ClientProblem | undefined;
  /**
   * Returns what is confirmed, as typed so far; while something is missing, a problem that says so, and then no code is
   * sent and nothing is printed.
   */
  readonly whatIn: (typed: Typed) => What | ReturnType<typeof fieldProblem>;
}

/** A form in which nothing is typed yet. */
const nothingTyped: Typed = () => "";

/** The names of the ways in which the API lets a person confirm on channel `how`; none if it has no ways for it. */
function waysOf({ confirmingWays }: CaseFile, how: string): Partial<typeof confirmingNames> {
  const ways = chosenOf(confirmingWays, how);
  const offered: readonly string[] = ways ? confirmingWays[ways] : [];
  return Object.fromEntries(Object.entries(confirmingNames).filter(([way]) => offered.includes(way)));
}

/**
 * Renders the fields by which a person confirms an act. Offers the ways that `file.confirmingWays` has for `how`, and
 * then asks for the fields of the chosen way. Draws nothing while `how` is "". If the page was opened from a submission
 * (`?documento=`), says instead that the submission confirms the act.
 */
export function Confirming(props: ConfirmingProps) {
  const submissionId = useSubmission();
  if (submissionId) return <FromSubmission submissionId={submissionId} />;
  return props.how === "" ? null : <Ways key={props.how} {...props} />;
}

/** The choice of way and its fields: a code, which a button sends; a recording; or a signed paper, as a scan. */
function Ways({ file, how, problem, whatIn }: ConfirmingProps) {
  const { claimId } = file;
  const options = waysOf(file, how);
  const [first = "", ...others] = Object.keys(options);
  // In a hearing an accepted offer needs no confirmation.
  const only = others.length === 0 && how !== "hearing" ? first : "";
  const [way, setWay] = useState(only);
  const [signed, setSigned] = useState<readonly string[]>([]);
  const [asked, setAsked] = useState<{ readonly until?: string; readonly problem?: ClientProblem }>({});
  const channel = way === "sms" || way === "email" ? way : undefined;
  const ask = async ({ currentTarget: { form } }: { readonly currentTarget: HTMLButtonElement }) => {
    const data = new FormData(form ?? undefined);
    const what = whatIn((name) => String(data.get(name) ?? ""));
    if (!channel) return;
    if ("problem" in what) return setAsked({ problem: what.problem });
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
        options={options}
        chosen={only}
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
      {way === "voice" && <Voice file={file} problem={problem} whatIn={whatIn} />}
      {way === "paper" && <HandedIn problem={problem} />}
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

type VoiceProps = Omit<ConfirmingProps, "how">;

/**
 * The steps of a confirmation in a call of which only that part is recorded, its recording, and a paper for who
 * refuses.
 */
function Voice({ file, problem, whatIn }: VoiceProps) {
  const { code, claimant } = file;
  const [missing, setMissing] = useState<ClientProblem>();
  const whatNow = whatIn(nothingTyped);
  const print = async ({ currentTarget: { form } }: { readonly currentTarget: HTMLButtonElement }) => {
    const data = new FormData(form ?? undefined);
    const what = whatIn((name) => String(data.get(name) ?? ""));
    if ("problem" in what) return setMissing(what.problem);
    setMissing(undefined);
    const { printPaper } = await import("../resolution/claimants-signed-sheet.tsx");
    printPaper({ code, what });
  };
  return (
    <>
      <p>{claimantActWords.voiceWhy}</p>
      <ol>
        {claimantActWords.voiceSteps(claimant.telephone).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <ReadAloud>{recordingWords.aloud}</ReadAloud>
      <RecordingField name="recording" problem={problem} />
      <p>{paperWords.refuses}</p>
      {"act" in whatNow && whatNow.act === "recourse" && (
        <p>
          {paperWords.recourse} <a href={`${addressOf("newSubmission")}?reclamo=${code}`}>{paperWords.present}</a>
        </p>
      )}
      <ErrorSummary problem={missing} />
      <p>
        <button type="button" class="button plain" onClick={print}>
          {paperWords.print}
        </button>
      </p>
    </>
  );
}

/**
 * Returns the confirmation that was filled in with `Confirming`: the submission if the form has a `submissionId`, or
 * the chosen way. Returns a problem instead: of `confirming` if no way is chosen, of `recordingFile` without a
 * recording, of `signedAttachments` without a scan. An empty code is refused only by the API.
 */
export function confirmationIn(typed: Typed): Confirmation | ReturnType<typeof fieldProblem> {
  if (typed("submissionId")) return { by: "submission", submissionId: typed("submissionId") };
  const way = chosenOf(confirmingNames, typed("confirming"));
  if (!way) return fieldProblem("confirming", claimantActWords.confirming);
  if (way === "sms" || way === "email") return { by: "code", code: typed("code").trim() };
  if (way === "voice") {
    const recording = typed("recording");
    return recording ? { by: "voice", uploadIds: [recording] } : fieldProblem("recordingFile", recordingWords.missing);
  }
  const uploadIds = typed("signed").split(" ").filter(Boolean);
  if (uploadIds.length === 0) return fieldProblem("signedAttachments", claimantActWords.signedMissing);
  return way === "paper" ? { by: "paper", uploadIds, ...handedInOf(typed) } : { by: "signature", uploadIds };
}

/**
 * Renders two fields: the day and hour at which a form on paper was handed in (`receivedAt`), and why it is recorded on
 * a later day (`lateReason`). Shows what `problem` says of these fields.
 */
export function HandedIn({ problem }: { readonly problem: ClientProblem | undefined }) {
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

/**
 * Returns what is typed in the fields of `HandedIn`, as the API takes it. `receivedAt` is an ISO instant in UTC, "" if
 * none was typed. `reason` is absent if none was typed.
 */
export function handedInOf(typed: Typed): { readonly receivedAt: string; readonly reason?: string } {
  const reason = typed("lateReason").trim();
  return { receivedAt: typedInstant(typed("receivedAt")), ...(reason && { reason }) };
}

/**
 * Returns the id of the submission from whose page this act was opened, from the address (`?documento=`). Undefined if
 * the act was opened from elsewhere.
 */
export function useSubmission(): string | undefined {
  return useRoute().query["documento"];
}

/**
 * Says that the act is recorded from a submission, whose day and confirmation count for the act. Puts two hidden fields
 * in the form: the id as `submissionId`, and `document-desk` as the channel `came`.
 */
export function FromSubmission({ submissionId }: { readonly submissionId: string }) {
  return (
    <>
      <p>{claimantActWords.fromSubmission}</p>
      <input type="hidden" name="submissionId" value={submissionId} />
      <input type="hidden" name="came" value="document-desk" />
    </>
  );
}
