import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type ClientProblem, formProblem } from "../client.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { Identity, identityMissing, identityOf, isDataRight } from "../look/identity.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import { Notice } from "../look/notice.tsx";
import { PrivacyNotice } from "../look/privacy-notice.tsx";
import type { SentAttachment } from "../look/send-attachment.ts";
import { sendingProblem } from "../look/sending-problem.ts";
import { uploadIdsOf } from "../look/sent-attachments.ts";
import { standingMissing, standingOf, WhoPresents } from "../look/who-presents.tsx";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { useOffice } from "../office.ts";
import { submissionFacts } from "../submission-facts.ts";
import { instant } from "../words/format.ts";
import { presentWords } from "../words/present-document.ts";
import { api } from "./api.ts";
import { Attachments } from "./attachments.tsx";
import { addressOf } from "./page.tsx";
import { SignInAgain, Waiting } from "./signed-in.tsx";

type Typed = (name: string) => string;
type Body = Parameters<typeof api.fileDocument>[0]["body"];

const isOption = <Options extends object>(options: Options, typed: string): typed is keyof Options & string =>
  Object.hasOwn(options, typed);

/** The problem of a submission with something missing; files are needed unless another kind than a document has text. */
function missingIn(typed: Typed, sent: readonly string[]): ClientProblem | undefined {
  const hasText = typed("kind") !== "document" && typed("text").trim() !== "";
  return formProblem({
    subject: typed("subject").trim() ? undefined : presentWords.subjectMissing,
    presenter: typed("presenter").trim() ? undefined : presentWords.presenterMissing,
    ...standingMissing(presentWords, typed),
    ...identityMissing(typed("kind"), typed),
    uploadIds: sent.length > 0 || hasText ? undefined : presentWords.attachmentsMissing,
  });
}

function bodyOf(typed: Typed, sent: string[]): Body {
  const kind = typed("kind");
  return {
    ...(isOption(presentWords.kinds, kind) && { kind }),
    subject: typed("subject"),
    text: typed("text"),
    presenter: typed("presenter"),
    standing: standingOf(presentWords, typed),
    identity: identityOf(kind, typed),
    ...(typed("email").trim() && { email: typed("email") }),
    ...(typed("telephone").trim() && { telephone: typed("telephone") }),
    uploadIds: sent,
    claimId: typed("claimId") || undefined,
    againstDecision: typed("against") === "yes",
    outageId: typed("outageId") || undefined,
  };
}

const formKey = "caudal.submission";

/** The form that presents a document at the document desk: its kind, who presents it and as what, its text and its files. */
export function PresentDocument() {
  const { query, route } = useLocation();
  const { submissionMaxFiles } = useOffice();
  const { answer } = useAnswer(() => api.listClaims({ query: {} }), "");
  const claims = answer?.ok ? answer.value.claims : [];
  const attachments = useRef<readonly SentAttachment[]>([]);
  const [claimId, setClaimId] = useState(query["reclamo"] ?? "");
  const [kind, setKind] = useState("document");
  const { form, keep, drop } = useKeptForm(sessionStorage, formKey);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const sent = uploadIdsOf(attachments.current);
      const wrong = sendingProblem(attachments.current) ?? missingIn(typed, sent);
      return wrong
        ? { ok: false, problem: wrong }
        : api.fileDocument({ body: bodyOf(typed, sent), key: writeKeyOf(typed) });
    },
    ({ submissionId }) => {
      drop();
      route(addressOf("submission", { submissionId }));
    },
  );
  if (!answer) return <Waiting answer={answer} />;
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={form} onInput={keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="kind"
          legend={presentWords.kind}
          options={presentWords.kinds}
          chosen="document"
          onChoose={setKind}
          problem={problem}
        />
        {claims.length > 0 && (
          <Choice
            name="claimId"
            legend={presentWords.claim}
            options={{
              "": presentWords.noClaim,
              ...Object.fromEntries(claims.map(({ claimId: id, code }) => [id, code])),
            }}
            chosen={claimId}
            onChoose={setClaimId}
            problem={problem}
          />
        )}
        <Outage problem={problem} />
        <Against claimId={claimId} problem={problem} />
        <TextField
          name="subject"
          label={presentWords.subject}
          hint={presentWords.subjectHint}
          initial=""
          problem={problem}
        />
        <LongText name="text" label={presentWords.text} max={3000} problem={problem} />
        <TextField
          name="presenter"
          label={presentWords.presenter}
          hint={presentWords.presenterHint}
          initial=""
          fill="name"
          problem={problem}
        />
        {isDataRight(kind) && <Identity problem={problem} />}
        <WhoPresents words={presentWords} problem={problem} />
        <TextField
          name="email"
          label={presentWords.email}
          hint={presentWords.emailHint}
          keyboard="email"
          fill="email"
          problem={problem}
        />
        <TextField
          name="telephone"
          label={presentWords.telephone}
          keyboard="tel"
          fill="tel-national"
          size="short"
          problem={problem}
        />
        <p class="hint">{presentWords.perDay(submissionFacts.submissionsPerDay, submissionFacts.uploadsPerDay)}</p>
        <Attachments
          keptWith={formKey}
          max={submissionMaxFiles}
          label={presentWords.attachments}
          problem={problem}
          onChange={(list) => {
            attachments.current = list;
          }}
        />
        <PrivacyNotice />
        <Submit busy={busy}>{presentWords.send}</Submit>
      </form>
    </>
  );
}

interface PartProps {
  readonly problem: ClientProblem | undefined;
}

/** Asks whether the person's term ended in one of the document desk's recent outages; nothing if there was none. */
function Outage({ problem }: PartProps) {
  const { answer } = useAnswer(() => api.listOutages(), "");
  const outages = answer?.ok ? answer.value.outages : [];
  if (outages.length === 0) return null;
  return (
    <Choice
      name="outageId"
      legend={presentWords.outage}
      options={{
        "": presentWords.noOutage,
        ...Object.fromEntries(
          outages.map(({ outageId, number, from, to }) => [
            outageId,
            presentWords.outageNames(number, instant(from), instant(to)),
          ]),
        ),
      }}
      chosen=""
      problem={problem}
    />
  );
}

/** Asks whether the document is against a decision; if so, links to the claim's recourse and says that it counts here too. */
function Against({ claimId, problem }: PartProps & { readonly claimId: string }) {
  const [against, setAgainst] = useState("no");
  return (
    <>
      <Choice
        name="against"
        legend={presentWords.against}
        options={presentWords.againstNames}
        chosen="no"
        onChoose={setAgainst}
        problem={problem}
      />
      {against === "yes" && (
        <Notice>
          <p>{presentWords.recourse}</p>
          {claimId !== "" && (
            <p>
              <a href={addressOf("claimAct", { claimId, act: "revision" })}>{presentWords.recourseLink}</a>
            </p>
          )}
          <p>{presentWords.recourseAnyway}</p>
        </Notice>
      )}
    </>
  );
}
