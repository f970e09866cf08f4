import { useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { type ClientProblem, formProblem } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { Identity, identityMissing, identityOf, isDataRight } from "../../look/identity.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { KeptNote } from "../../look/kept-note.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { LongText } from "../../look/long-text.tsx";
import { InstantField, typedInstant } from "../../look/native-date.tsx";
import { useSendingFiles } from "../../look/sending-files.ts";
import { standingMissing, standingOf, WhoPresents } from "../../look/who-presents.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { useOffice } from "../../office.ts";
import { menuNames } from "../../words/desk.ts";
import { api } from "../api.ts";
import { Attachments } from "../attachment/attachments.tsx";
import { staffCounter } from "../case/act-form.ts";
import { aloudWords } from "../counter/aloud.words.ts";
import { callFormKey } from "../counter/call.ts";
import { ReadAloud } from "../counter/read-aloud.tsx";
import { ReadPrivacy } from "../counter/read-privacy.tsx";
import { addressOf, Heading, SignInAgain, StaffOnly } from "../page.tsx";
import { chosenOf, fieldProblem, numberOf, textOf } from "../typed.ts";
import { useOwnRoles } from "../work/roles.ts";
import {
  letterSenderNames,
  newSubmissionWords,
  submissionChannelNames,
  submissionKindNames,
  submissionWords,
} from "./submissions.words.ts";

const { reconsideration: _, appeal: __, queja: ___, ...kinds } = submissionKindNames;
const { telephone, counter, courier, email } = submissionChannelNames;
const channels = { telephone, counter, courier, email };
const ofOperator = { telephone };

/**
 * Renders the form that registers a submission for its person. Clerks and managers register what came by telephone, at
 * the counter, by courier or by e-mail; operators, only by telephone. Once registered, goes to the submission's page.
 * `?reclamo=` fills in the claim's code. What is typed is kept in the tab, with `?suministro=`, of who calls about that
 * supply, until the call ends. Blank forms to print stand below. Without a session, asks to sign in.
 */
export function NewSubmissionPage() {
  const [emptied, setEmptied] = useState(0);
  return (
    <>
      <p class="back">
        <a href={addressOf("submissions")}>{submissionWords.back}</a>
      </p>
      <Heading>{deskPages.newSubmission.title}</Heading>
      <StaffOnly>
        <p>{newSubmissionWords.lede}</p>
        <p>
          {newSubmissionWords.claims} <a href={addressOf("intake")}>{deskPages.intake.title}</a>.{" "}
          {newSubmissionWords.recourses} <a href={addressOf("work")}>{menuNames.work}</a>.
        </p>
        <Register key={emptied} onEmptied={() => setEmptied(emptied + 1)} />
        <Loaded load={() => import("../../look/blank-forms.tsx")} about="blank-forms" aside>
          {({ BlankForms }) => <BlankForms />}
        </Loaded>
      </StaffOnly>
    </>
  );
}

type Typed = (name: string) => string;

function letterOf(typed: Typed) {
  const from = chosenOf(letterSenderNames, typed("from")) ?? "other";
  const days = numberOf(typed("days"));
  return { from, number: typed("number"), ...(days !== undefined && { days }) };
}

/** Returns what is sent of the typed form. A letter is of an official letter only; a call has no hour of arrival. */
function bodyOf(typed: Typed, channel: keyof typeof channels, uploadIds: string[]) {
  const as = chosenOf(kinds, typed("kind")) ?? "document";
  return {
    kind: as,
    channel,
    ...(channel !== "telephone" && { arrivedAt: typedInstant(typed("arrivedAt")), reason: textOf(typed("reason")) }),
    subject: typed("subject"),
    text: typed("text"),
    presenter: typed("presenter"),
    standing: standingOf(newSubmissionWords, typed),
    identity: identityOf(as, typed),
    email: textOf(typed("email")),
    telephone: textOf(typed("telephone")),
    claimCode: textOf(typed("claimCode")),
    uploadIds,
    ...(as === "official-letter" && { letter: letterOf(typed) }),
  };
}

/**
 * The form of `NewSubmissionPage`. Sends nothing while a file is on its way or did not arrive, no channel is chosen, or
 * what a representative or who asks for their data must say is missing; the API checks the rest.
 */
function Register({ onEmptied }: { readonly onEmptied: () => void }) {
  const { query } = useRoute();
  const { route } = useLocation();
  const { reclamo: claimCode = "", suministro: supplyCode } = query;
  const formKey = supplyCode
    ? callFormKey(supplyCode, "document")
    : `caudal.new-submission${claimCode && `.${claimCode}`}`;
  const { submissionMaxFiles } = useOffice();
  const [kind, setKind] = useState<string>("document");
  const roles = useOwnRoles();
  const offered = roles.includes("clerk") || roles.includes("manager") ? channels : ofOperator;
  const [channel, setChannel] = useState(offered === ofOperator ? "telephone" : "");
  const kept = useKeptForm(sessionStorage, formKey);
  const { problem, busy, onSubmit, onFiles } = useSendingFiles(
    async (typed, uploadIds) => {
      const wrong = formProblem({
        ...standingMissing(newSubmissionWords, typed),
        ...identityMissing(typed("kind"), typed),
      });
      if (wrong) return { ok: false as const, problem: wrong };
      const came = chosenOf(offered, typed("channel"));
      if (!came) return fieldProblem("channel", submissionWords.choose);
      const body = bodyOf(typed, came, uploadIds);
      return api.registerSubmission({ body, key: writeKeyOf(typed) });
    },
    ({ submissionId }) => {
      kept.drop();
      route(addressOf("submission", { submissionId }));
    },
  );
  const words = newSubmissionWords;
  return (
    <>
      <KeptNote of={formKey} before={kept.before} drop={kept.drop} onEmptied={onEmptied} />
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice
          name="kind"
          legend={words.kind}
          options={kinds}
          chosen="document"
          onChoose={setKind}
          problem={problem}
        />
        {kind === "official-letter" && <Letter problem={problem} />}
        <Choice
          name="channel"
          legend={words.channel}
          options={offered}
          chosen={channel}
          onChoose={setChannel}
          problem={problem}
        />
        {channel === "telephone" ? (
          <>
            <p>{words.byTelephone}</p>
            <ReadAloud>{aloudWords.document}</ReadAloud>
          </>
        ) : (
          <>
            <InstantField name="arrivedAt" label={words.arrivedAt} hint={words.arrivedAtHint} problem={problem} />
            <LongText name="reason" label={words.reason} hint={words.reasonHint} max={500} problem={problem} />
          </>
        )}
        <ReadPrivacy />
        <TextField name="presenter" label={words.presenter} initial="" problem={problem} />
        {isDataRight(kind) && <Identity problem={problem} />}
        {kind !== "official-letter" && <WhoPresents words={words} problem={problem} />}
        <TextField name="email" label={words.email} keyboard="email" problem={problem} />
        <TextField name="telephone" label={words.telephone} keyboard="tel" size="short" problem={problem} />
        <TextField name="subject" label={words.subject} initial="" problem={problem} />
        <LongText
          name="text"
          label={channel === "telephone" ? words.spoken : words.text}
          max={3000}
          problem={problem}
        />
        <TextField name="claimCode" label={words.claimCode} initial={claimCode} size="short" problem={problem} />
        <Attachments
          counter={staffCounter}
          keptWith={formKey}
          max={submissionMaxFiles}
          label={words.attachments}
          problem={problem}
          onChange={onFiles}
        />
        {channel === "telephone" && (
          <Loaded load={() => import("../counter/typed-read-back.tsx")} about="read-back" aside>
            {({ TypedReadBack }) => <TypedReadBack />}
          </Loaded>
        )}
        <Submit busy={busy}>{words.send}</Submit>
      </form>
    </>
  );
}

interface PartProps {
  readonly problem: ClientProblem | undefined;
}

function Letter({ problem }: PartProps) {
  const words = newSubmissionWords;
  return (
    <>
      <Choice name="from" legend={words.letterFrom} options={letterSenderNames} problem={problem} />
      <TextField name="number" label={words.letterNumber} initial="" problem={problem} />
      <TextField
        name="days"
        label={words.letterDays}
        hint={words.letterDaysHint}
        numeric
        size="tiny"
        initial=""
        problem={problem}
      />
    </>
  );
}
