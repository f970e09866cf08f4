import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { type ClientProblem, formProblem, type Outcome } from "../../client.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../../look/field.tsx";
import { Identity, identityMissing, identityOf, isDataRight } from "../../look/identity.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { type KnownPerson, nameOfKnown } from "../../look/known-person.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { LongText } from "../../look/long-text.tsx";
import { useSendingFiles } from "../../look/sending-files.ts";
import { standingMissing, standingOf, WhoPresents } from "../../look/who-presents.tsx";
import { WriteKey, writeKeyOf } from "../../look/write-key.tsx";
import { useOffice } from "../../office.ts";
import { presentWords } from "../../words/present-document.ts";
import { api } from "../api.ts";
import { draftOf } from "../filing/form-draft.ts";
import { usePlace } from "../place.tsx";
import { SignInAgain } from "../signed-in.tsx";

export type Typed = (name: string) => string;
type Body = Parameters<typeof api.fileDocument>[0]["body"];
type OpenBody = Parameters<typeof api.fileOpenDocument>[0]["body"];

const isOption = <Options extends object>(options: Options, typed: string): typed is keyof Options & string =>
  Object.hasOwn(options, typed);

/**
 * Returns the problem of a submission with something missing; undefined if nothing is. A file or a text is needed.
 */
function missingIn(typed: Typed, sent: readonly string[], withAccount: boolean): ClientProblem | undefined {
  const hasText = typed("text").trim() !== "";
  return formProblem({
    subject: typed("subject").trim() ? undefined : presentWords.subjectMissing,
    presenter: typed("presenter").trim() ? undefined : presentWords.presenterMissing,
    ...standingMissing(presentWords, typed),
    ...identityMissing(typed("kind"), typed),
    telephone: withAccount || reachable.some((name) => typed(name).trim()) ? undefined : presentWords.contactMissing,
    uploadIds: sent.length > 0 || hasText ? undefined : presentWords.attachmentsMissing,
  });
}

/** The fields one of which somebody without an account must fill in, so that they can be answered. */
const reachable = ["telephone", "email", "address"];

function openBodyOf(typed: Typed, sent: string[], draftId: string): OpenBody {
  const { claimId: _, ...said } = bodyOf(typed, sent);
  const claimCode = typed("claimCode").trim();
  return { ...said, address: typed("address"), ...(claimCode && { claimCode }), draftId };
}

/**
 * Returns what is typed in the form of a submission as the body of `fileDocument`, with `sent` as its uploads. An empty
 * e-mail, telephone, claim or outage is left out. Nothing is checked.
 */
export function bodyOf(typed: Typed, sent: string[]): Body {
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

const loadFiles = () => import("../attachment/attachments.tsx");

interface PresentOpenlyProps {
  readonly onDone: (filed: OpenlyFiled) => void;
}

/** What opens a submission that was presented without an account. */
export interface OpenlyFiled {
  readonly number: string;
  readonly submissionKey: string;
}

/**
 * Renders the form that presents a document without an account. Needs a telephone, an e-mail or an address by which the
 * person can be answered. Once it is presented, calls `onDone` with its number and key.
 */
export function PresentOpenly({ onDone }: PresentOpenlyProps) {
  const draftId = draftOf(formKey);
  return (
    <DocumentForm
      draftId={draftId}
      claims={[]}
      known={{}}
      send={(typed, sent) => api.fileOpenDocument({ body: openBodyOf(typed, sent, draftId), key: writeKeyOf(typed) })}
      onDone={(filed) => {
        sessionStorage.removeItem(`${formKey}.draft`);
        onDone(filed);
      }}
    />
  );
}

interface DocumentFormProps<Filed> {
  /** The claims of the account, one of which the document may be about. */
  readonly claims: readonly { readonly claimId: string; readonly code: string }[];
  /** Who presents the document, as far as their account knows. */
  readonly known: KnownPerson;
  /** The id under which somebody without an account sends the files; undefined with an account. */
  readonly draftId?: string | undefined;
  /** Sends the form. `typed` gives a field's text by its name; `sent` has the upload ids of the files. */
  readonly send: (typed: Typed, sent: string[]) => Promise<Outcome<Filed>>;
  readonly onDone: (filed: Filed) => void;
  /** What is said above the files. */
  readonly children?: ComponentChildren;
}

/**
 * Renders the form that presents a document at the document desk: its kind, who presents it and in which capacity, its
 * text and its files; what is typed is kept in the tab until it is sent. Sends nothing while a file is on its way or
 * did not arrive, or something needed is missing: subject, presenter, what a representative must say, a file or a text
 * and, without an account, a telephone, an e-mail or an address.
 */
export function DocumentForm<Filed>({ claims, known, draftId, send, onDone, children }: DocumentFormProps<Filed>) {
  const { query } = usePlace();
  const { submissionMaxFiles } = useOffice();
  const [claimId, setClaimId] = useState(query["reclamo"] ?? "");
  const [kind, setKind] = useState("document");
  const kept = useKeptForm(sessionStorage, formKey);
  const withAccount = draftId === undefined;
  const warned = useRef("");
  const { problem, busy, onSubmit, onFiles } = useSendingFiles<Filed>(
    async (typed, sent) => {
      const missing = missingIn(typed, sent, withAccount);
      const code = typed("claimCode").trim();
      const named = () =>
        import("../../look/malformed.ts").then(({ withMalformed }) => withMalformed(missing, typed, warned.current));
      // With nothing missing, the API says what is malformed; but a claim's code it takes as it is written.
      const wrong = missing || code ? await named().catch(() => missing) : undefined;
      warned.current = code;
      return wrong ? { ok: false, problem: wrong } : send(typed, sent);
    },
    (filed) => {
      kept.drop();
      onDone(filed);
    },
  );
  return (
    <>
      <Loaded load={loadFiles} about="kept" aside>
        {({ KeptNote }) => <KeptNote of={formKey} before={kept.before} drop={kept.drop} />}
      </Loaded>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
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
        {!withAccount && (
          <TextField
            name="claimCode"
            label={presentWords.claimCode}
            hint={presentWords.claimCodeHint}
            initial=""
            size="short"
            problem={problem}
          />
        )}
        <Loaded load={() => import("../problem/outage-question.tsx")} about="outage" aside>
          {({ OutageQuestion }) => <OutageQuestion problem={problem} />}
        </Loaded>
        <Against claimId={claimId} withAccount={withAccount} problem={problem} />
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
          initial={nameOfKnown(known)}
          fill="name"
          problem={problem}
        />
        {isDataRight(kind) && <Identity known={known.document} problem={problem} />}
        <WhoPresents words={presentWords} problem={problem} />
        {!withAccount && <p>{presentWords.contact}</p>}
        <TextField
          name="email"
          label={withAccount ? presentWords.email : presentWords.openEmail}
          hint={presentWords.emailHint}
          keyboard="email"
          fill="email"
          initial={known.email ?? ""}
          problem={problem}
        />
        <TextField
          name="telephone"
          label={withAccount ? presentWords.telephone : presentWords.openTelephone}
          keyboard="tel"
          fill="tel-national"
          size="short"
          initial={known.telephone ?? ""}
          problem={problem}
        />
        {!withAccount && (
          <TextField name="address" label={presentWords.address} initial="" fill="street-address" problem={problem} />
        )}
        {children}
        <Loaded load={loadFiles} about="attachments">
          {({ Attachments }) => (
            <Attachments
              draftId={draftId}
              keptWith={formKey}
              max={submissionMaxFiles}
              label={presentWords.attachments}
              problem={problem}
              onChange={onFiles}
            />
          )}
        </Loaded>
        <Loaded load={() => import("../../look/privacy-notice.tsx")} about="privacy" aside>
          {({ PrivacyNotice }) => <PrivacyNotice />}
        </Loaded>
        <Submit busy={busy}>{presentWords.send}</Submit>
      </form>
    </>
  );
}

interface AgainstProps {
  readonly claimId: string;
  readonly withAccount: boolean;
  readonly problem: ClientProblem | undefined;
}

/** Asks whether the document is against a decision. If so, says where a recourse is better presented. */
function Against({ claimId, withAccount, problem }: AgainstProps) {
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
        <Loaded load={() => import("../resolution/against-decision.tsx")} about="against">
          {({ AgainstDecision }) => <AgainstDecision claimId={claimId} withAccount={withAccount} />}
        </Loaded>
      )}
    </>
  );
}
