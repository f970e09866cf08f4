import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { type ClientProblem, formProblem } from "../client.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Loaded } from "../look/loaded.tsx";
import { LongText } from "../look/long-text.tsx";
import { Notice } from "../look/notice.tsx";
import type { SentPaper } from "../look/send-paper.ts";
import { sendingProblem } from "../look/sending-problem.ts";
import { uploadIdsOf } from "../look/sent-papers.ts";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
import { useOffice } from "../office.ts";
import { sitePages } from "../paths.ts";
import { filingWords } from "../words/filing-form.ts";
import { api } from "./api.ts";
import { addressOf, Heading } from "./page.tsx";
import { Papers } from "./papers.tsx";
import { SignedIn, SignInAgain, Waiting } from "./signed-in.tsx";

/** The document desk: present anything, at any hour; and what was presented. */
export function FilingsPage() {
  return (
    <>
      <Heading>{sitePages.filings.title}</Heading>
      <p>
        {filingWords.lede} {filingWords.counts}
      </p>
      <SignedIn why={filingWords.signIn}>
        <Present />
        <Loaded load={() => import("./my-filings.tsx")} about="mine">
          {({ MyFilings }) => <MyFilings />}
        </Loaded>
      </SignedIn>
    </>
  );
}

type Typed = (name: string) => string;
type Body = Parameters<typeof api.fileDocument>[0]["body"];

const isOption = <Options extends object>(options: Options, typed: string): typed is keyof Options & string =>
  Object.hasOwn(options, typed);

/** As what they present it; a representative says for whom, and by what power. */
function standingOf(typed: Typed): Body["standing"] {
  const as = typed("standing");
  const power = typed("power");
  if (as === "representative" && isOption(filingWords.powers, power)) return { as, of: typed("of"), power };
  return { as: as === "holder" ? as : "user" };
}

/** What is missing, in the page's own words. */
function missingIn(typed: Typed, sent: readonly string[]): ClientProblem | undefined {
  const stands = typed("standing") === "representative";
  const saidInWords = typed("kind") !== "document" && typed("text").trim() !== "";
  return formProblem({
    subject: typed("subject").trim() ? undefined : filingWords.subjectMissing,
    presenter: typed("presenter").trim() ? undefined : filingWords.presenterMissing,
    of: stands && !typed("of").trim() ? filingWords.ofMissing : undefined,
    power: stands && !typed("power") ? filingWords.powerMissing : undefined,
    uploadIds: sent.length > 0 || saidInWords ? undefined : filingWords.papersMissing,
  });
}

function bodyOf(typed: Typed, sent: string[]): Body {
  const kind = typed("kind");
  return {
    ...(isOption(filingWords.kinds, kind) && { kind }),
    subject: typed("subject"),
    text: typed("text"),
    presenter: typed("presenter"),
    standing: standingOf(typed),
    ...(typed("email").trim() && { email: typed("email") }),
    uploadIds: sent,
    claimId: typed("claimId") || undefined,
    againstDecision: typed("against") === "yes",
  };
}

function Present() {
  const { query, route } = useLocation();
  const { filingMaxFiles } = useOffice();
  const { answer } = useAnswer(() => api.listClaims({ query: {} }), "");
  const claims = answer?.ok ? answer.value.claims : [];
  const papers = useRef<readonly SentPaper[]>([]);
  const [claimId, setClaimId] = useState(query["reclamo"] ?? "");
  const { form, keep, drop } = useKeptForm(sessionStorage, "caudal.filing");
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const sent = uploadIdsOf(papers.current);
      const wrong = sendingProblem(papers.current) ?? missingIn(typed, sent);
      return wrong
        ? { ok: false, problem: wrong }
        : api.fileDocument({ body: bodyOf(typed, sent), key: writeKeyOf(typed) });
    },
    ({ filingId }) => {
      drop();
      route(addressOf("filing", { filingId }));
    },
  );
  if (!answer) return <Waiting answer={answer} />;
  return (
    <>
      <ErrorSummary problem={problem} />
      <SignInAgain problem={problem} />
      <form method="dialog" noValidate ref={form} onInput={keep} onSubmit={onSubmit}>
        <WriteKey />
        <Choice name="kind" legend={filingWords.kind} options={filingWords.kinds} chosen="document" problem={problem} />
        {claims.length > 0 && (
          <Choice
            name="claimId"
            legend={filingWords.claim}
            options={{
              "": filingWords.noClaim,
              ...Object.fromEntries(claims.map(({ claimId: id, code }) => [id, code])),
            }}
            chosen={claimId}
            onChoose={setClaimId}
            problem={problem}
          />
        )}
        <Against claimId={claimId} problem={problem} />
        <TextField
          name="subject"
          label={filingWords.subject}
          hint={filingWords.subjectHint}
          initial=""
          problem={problem}
        />
        <LongText name="text" label={filingWords.text} max={3000} problem={problem} />
        <TextField
          name="presenter"
          label={filingWords.presenter}
          hint={filingWords.presenterHint}
          initial=""
          fill="name"
          problem={problem}
        />
        <Standing problem={problem} />
        <TextField
          name="email"
          label={filingWords.email}
          hint={filingWords.emailHint}
          keyboard="email"
          fill="email"
          problem={problem}
        />
        <Papers
          max={filingMaxFiles}
          label={filingWords.papers}
          problem={problem}
          onChange={(list) => {
            papers.current = list;
          }}
        />
        <Submit busy={busy}>{filingWords.send}</Submit>
      </form>
    </>
  );
}

interface PartProps {
  readonly problem: ClientProblem | undefined;
}

function Standing({ problem }: PartProps) {
  const [as, setAs] = useState("user");
  return (
    <>
      <Choice
        name="standing"
        legend={filingWords.standing}
        options={filingWords.standings}
        chosen="user"
        onChoose={setAs}
        problem={problem}
      />
      {as === "representative" && (
        <>
          <TextField name="of" label={filingWords.of} initial="" problem={problem} />
          <Choice name="power" legend={filingWords.power} options={filingWords.powers} problem={problem} />
        </>
      )}
    </>
  );
}

/** What is against a decision has a better place, and a term; here it counts all the same. */
function Against({ claimId, problem }: PartProps & { readonly claimId: string }) {
  const [against, setAgainst] = useState("no");
  return (
    <>
      <Choice
        name="against"
        legend={filingWords.against}
        options={filingWords.againstNames}
        chosen="no"
        onChoose={setAgainst}
        problem={problem}
      />
      {against === "yes" && (
        <Notice>
          <p>{filingWords.recourse}</p>
          {claimId !== "" && (
            <p>
              <a href={addressOf("claimAct", { claimId, act: "revision" })}>{filingWords.recourseLink}</a>
            </p>
          )}
          <p>{filingWords.recourseAnyway}</p>
        </Notice>
      )}
    </>
  );
}
