import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type ClientProblem, formProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useSending } from "../look/asking.ts";
import { BlankForms } from "../look/blank-forms.tsx";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { Identity, identityMissing, identityOf, isDataRight } from "../look/identity.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import { InstantField, typedInstant } from "../look/native-date.tsx";
import type { SentPaper } from "../look/send-paper.ts";
import { sendingProblem } from "../look/sending-problem.ts";
import { uploadIdsOf } from "../look/sent-papers.ts";
import { standingMissing, standingOf, WhoPresents } from "../look/standing.tsx";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { useOffice } from "../office.ts";
import {
  filingChannelNames,
  filingKindNames,
  filingWords,
  letterSenderNames,
  newFilingWords,
} from "../words/desk-filings.ts";
import { staffCounter } from "./act-form.ts";
import { api } from "./api.ts";
import { addressOf, Heading, SignInAgain, StaffOnly } from "./page.tsx";
import { Papers } from "./papers.tsx";
import { ReadPrivacy } from "./read-privacy.tsx";
import { chosenOf, fieldProblem, numberOf, textOf } from "./typed.ts";

const { reconsideration: _, appeal: __, queja: ___, ...kinds } = filingKindNames;
const { counter, courier, email } = filingChannelNames;
const channels = { counter, courier, email };

/** Registers what came on paper or by mail for its person. */
export function NewFilingPage() {
  return (
    <>
      <p class="back">
        <a href={addressOf("filings")}>{filingWords.back}</a>
      </p>
      <Heading>{deskPages.newFiling.title}</Heading>
      <StaffOnly>
        <p>{newFilingWords.lede}</p>
        <Register />
        <BlankForms />
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

const formKey = "caudal.new-filing";

function Register() {
  const { route } = useLocation();
  const { filingMaxFiles } = useOffice();
  const papers = useRef<readonly SentPaper[]>([]);
  const [kind, setKind] = useState<string>("document");
  const kept = useKeptForm(sessionStorage, formKey);
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const wrong =
        sendingProblem(papers.current) ??
        formProblem({ ...standingMissing(newFilingWords, typed), ...identityMissing(typed("kind"), typed) });
      if (wrong) return { ok: false as const, problem: wrong };
      const channel = chosenOf(channels, typed("channel"));
      if (!channel) return fieldProblem("channel", filingWords.choose);
      const as = chosenOf(kinds, typed("kind")) ?? "document";
      const body = {
        kind: as,
        channel,
        arrivedAt: typedInstant(typed("arrivedAt")),
        reason: textOf(typed("reason")),
        subject: typed("subject"),
        text: typed("text"),
        presenter: typed("presenter"),
        standing: standingOf(newFilingWords, typed),
        identity: identityOf(as, typed),
        email: textOf(typed("email")),
        telephone: textOf(typed("telephone")),
        claimCode: textOf(typed("claimCode")),
        uploadIds: uploadIdsOf(papers.current),
        ...(as === "official-letter" && { letter: letterOf(typed) }),
      };
      return api.registerFiling({ body, key: writeKeyOf(typed) });
    },
    ({ filingId }) => {
      kept.drop();
      route(addressOf("filing", { filingId }));
    },
  );
  const words = newFilingWords;
  return (
    <>
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
        <Choice name="channel" legend={words.channel} options={channels} problem={problem} />
        <InstantField name="arrivedAt" label={words.arrivedAt} hint={words.arrivedAtHint} problem={problem} />
        <LongText name="reason" label={words.reason} hint={words.reasonHint} max={500} problem={problem} />
        <ReadPrivacy />
        <TextField name="presenter" label={words.presenter} initial="" problem={problem} />
        {isDataRight(kind) && <Identity problem={problem} />}
        {kind !== "official-letter" && <WhoPresents words={words} problem={problem} />}
        <TextField name="email" label={words.email} keyboard="email" problem={problem} />
        <TextField name="telephone" label={words.telephone} keyboard="tel" size="short" problem={problem} />
        <TextField name="subject" label={words.subject} initial="" problem={problem} />
        <LongText name="text" label={words.text} max={3000} problem={problem} />
        <TextField name="claimCode" label={words.claimCode} size="short" problem={problem} />
        <Papers
          counter={staffCounter}
          keptWith={formKey}
          max={filingMaxFiles}
          label={words.papers}
          problem={problem}
          onChange={(list) => {
            papers.current = list;
          }}
        />
        <Submit busy={busy}>{words.send}</Submit>
      </form>
    </>
  );
}

interface PartProps {
  readonly problem: ClientProblem | undefined;
}

function Letter({ problem }: PartProps) {
  const words = newFilingWords;
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
