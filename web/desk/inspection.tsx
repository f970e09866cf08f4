import { useEffect, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { knowsApiTime } from "../api-clock.ts";
import { type Outcome, transportProblem } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useSending } from "../look/asking.ts";
import { Confirm } from "../look/confirm.tsx";
import { ErrorSummary, Submit } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Loading, Notice, SignInButton } from "../look/notice.tsx";
import { fieldWords, reportWords } from "../words/desk-inspections.ts";
import { signInAgain } from "./api.ts";
import { FieldOnly } from "./field-only.tsx";
import { House } from "./house.tsx";
import { keptDay, useKeptDay, visitIn } from "./kept-day.ts";
import { addressOf, Heading } from "./page.tsx";
import { isSignedOut } from "./passing-problems.ts";
import { ReportFields } from "./report-fields.tsx";
import { dropReport, putReport, type Sent, sendUnsent, typedKey, unsentReport, useUnsent } from "./report-outbox.ts";
import { ReportPhotos } from "./report-photo-list.tsx";
import { photosOf } from "./report-photos.ts";
import { askApiTime } from "./today.tsx";
import { reportIn } from "./typed-report.ts";

/** How long the page waits for the API's time before it uses the phone's. */
const patienceMs = 3000;

/** The acta of one visit: a form kept in the phone as it is typed, until the server has it. */
export function InspectionPage() {
  const { claimId = "", inspectionId = "" } = useRoute().params;
  const isTimed = useTimed();
  return (
    <>
      <p class="back">
        <a href={addressOf("inspections")}>{reportWords.back}</a>
      </p>
      <Heading>{deskPages.inspection.title}</Heading>
      <FieldOnly>
        {isTimed ? <Report key={inspectionId} claimId={claimId} inspectionId={inspectionId} /> : <Loading />}
      </FieldOnly>
    </>
  );
}

/**
 * Whether the form may be opened with the hour in it: the API's time is known, or it was not to be had in three seconds. Then it
 * is the phone's with the difference to the API's that was found when the day was kept.
 */
function useTimed(): boolean {
  const [isTimed, setIsTimed] = useState(knowsApiTime);
  useEffect(() => {
    const done = () => setIsTimed(true);
    const timer = setTimeout(done, patienceMs);
    const kept = keptDay();
    askApiTime()
      .then(() => kept)
      .then(done);
    return () => clearTimeout(timer);
  }, []);
  return isTimed;
}

interface ReportProps {
  readonly claimId: string;
  readonly inspectionId: string;
}

/** What a form has typed in a field; empty if it has nothing. */
const typedIn = (form: HTMLFormElement | null, name: string): string =>
  form ? String(new FormData(form).get(name) ?? "") : "";

/** The phone has no room for what was typed. */
const phoneFull = {
  ok: false,
  problem: { ...transportProblem("refused").problem, title: fieldWords.full, detail: fieldWords.fullText },
} as const;

type SendingResult = "sent" | "unsent" | "signed-out";

const resultOf = (sent: Sent | undefined): SendingResult => {
  if (sent?.ok) return "sent";
  return sent && isSignedOut(sent.problem) ? "signed-out" : "unsent";
};

/** Puts a report that is filled in into the phone's outbox, tries to send it, and shows what came of it. */
function Report({ claimId, inspectionId }: ReportProps) {
  const kept = useKeptForm(localStorage, typedKey(inspectionId));
  const [isFull, setIsFull] = useState(false);
  const visit = visitIn(useKeptDay(), inspectionId);
  const onInput = () => {
    setIsFull(!kept.keep());
    setHow(typedIn(kept.form.current, "how"));
  };
  useEffect(() => setHow(typedIn(kept.form.current, "how")), []);
  const unsent = useUnsent().find((report) => report.inspectionId === inspectionId);
  const waits = unsent !== undefined;
  const [how, setHow] = useState("");
  const [result, setResult] = useState<SendingResult | undefined>(waits ? "unsent" : undefined);
  const { problem, busy, onSubmit } = useSending(async (typed): Promise<Outcome<SendingResult>> => {
    const files = await photosOf(inspectionId);
    const report = reportIn(
      typed,
      files.map(({ kind = "photo" }) => kind),
    );
    if (!report.ok) return report;
    if (!kept.keep() || !(await putReport({ claimId, inspectionId, body: report.value }))) return phoneFull;
    const sent = await sendUnsent();
    const refused = unsentReport(inspectionId)?.refused;
    return refused ? { ok: false, problem: refused } : { ok: true, value: resultOf(sent.get(inspectionId)) };
  }, setResult);
  if (result && !waits) return <Arrived />;
  const refused = problem ?? unsentReport(inspectionId)?.refused;
  return (
    <>
      {visit && <House visit={visit} />}
      <p>{reportWords.kept}</p>
      {result && !refused && <Unsent result={result} />}
      <ErrorSummary problem={refused} />
      <form method="dialog" noValidate ref={kept.form} onInput={onInput} onSubmit={onSubmit}>
        <ReportFields
          problem={refused}
          inspectionId={inspectionId}
          awaitsRemedy={visit === undefined || visit.awaitsRemedy}
        />
        <ReportPhotos
          inspectionId={inspectionId}
          problem={refused}
          unsent={unsent}
          isSignedOnPaper={["on-paper", "at-request", "fingerprint"].includes(how)}
        />
        {isFull && (
          <Notice tone="bad" title={fieldWords.full}>
            <p>{fieldWords.fullText}</p>
          </Notice>
        )}
        <div class="buttons">
          <Submit busy={busy}>{reportWords.send}</Submit>
          {waits && refused && <Discard inspectionId={inspectionId} />}
        </div>
      </form>
    </>
  );
}

/** Discards a report that the server refused, with its photos, after a confirmation. */
function Discard({ inspectionId }: { readonly inspectionId: string }) {
  const { route } = useLocation();
  const [asking, setAsking] = useState(false);
  const answer = async (yes: boolean) => {
    setAsking(false);
    if (!yes) return;
    await dropReport(inspectionId);
    route(addressOf("inspections"));
  };
  return (
    <>
      <button type="button" class="button plain" onClick={() => setAsking(true)}>
        {reportWords.discard}
      </button>
      {asking && (
        <Confirm
          title={reportWords.discardTitle}
          text={reportWords.discardText}
          yes={reportWords.discard}
          no={reportWords.discardNo}
          onAnswer={answer}
        />
      )}
    </>
  );
}

function Arrived() {
  return (
    <Notice tone="good" title={reportWords.sentTitle}>
      <p>{reportWords.sentText}</p>
      <p>
        <a class="button" href={addressOf("inspections")}>
          {reportWords.next}
        </a>
      </p>
    </Notice>
  );
}

function Unsent({ result }: { readonly result: SendingResult }) {
  return (
    <Notice tone="bad" title={reportWords.unsentTitle}>
      <p>{result === "signed-out" ? reportWords.signIn : reportWords.unsentText}</p>
      {result === "signed-out" && (
        <SignInButton begin={signInAgain} plain>
          {reportWords.signIn}
        </SignInButton>
      )}
    </Notice>
  );
}
