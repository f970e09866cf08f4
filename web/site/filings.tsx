import { useRef } from "preact/hooks";
import { useLocation } from "preact-iso";
import { formProblem } from "../client.ts";
import { useAnswer, useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Loaded } from "../look/loaded.tsx";
import { LongText } from "../look/long-text.tsx";
import type { SentPaper } from "../look/send-paper.ts";
import { sendingProblem } from "../look/sending-problem.ts";
import { uploadIdsOf } from "../look/sent-papers.ts";
import { WriteKey, writeKeyOf } from "../look/write-key.tsx";
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

function Present() {
  const { query, route } = useLocation();
  const { answer } = useAnswer(() => api.listClaims({ query: {} }), "");
  const claims = answer?.ok ? answer.value.claims : [];
  const papers = useRef<readonly SentPaper[]>([]);
  const { form, keep, drop } = useKeptForm(sessionStorage, "caudal.filing");
  const { problem, busy, onSubmit } = useSending(
    async (typed) => {
      const uploadIds = uploadIdsOf(papers.current);
      const wrong =
        sendingProblem(papers.current) ??
        formProblem({
          subject: typed("subject").trim() ? undefined : filingWords.subjectMissing,
          presenter: typed("presenter").trim() ? undefined : filingWords.presenterMissing,
          uploadIds: uploadIds.length > 0 ? undefined : filingWords.papersMissing,
        });
      if (wrong) return { ok: false, problem: wrong };
      const claimId = typed("claimId") || undefined;
      const body = {
        ...(typed("kind") === "observation" && { kind: "observation" as const }),
        subject: typed("subject"),
        text: typed("text"),
        presenter: typed("presenter"),
        uploadIds,
        claimId,
      };
      return api.fileDocument({ body, key: writeKeyOf(typed) });
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
        {claims.length > 0 && (
          <Choice
            name="claimId"
            legend={filingWords.claim}
            options={{
              "": filingWords.noClaim,
              ...Object.fromEntries(claims.map(({ claimId, code }) => [claimId, code])),
            }}
            chosen={query["reclamo"] ?? ""}
            problem={problem}
          />
        )}
        <Papers
          max={10}
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
