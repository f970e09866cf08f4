import { useEffect, useState } from "preact/hooks";
import { useLocation, useRoute } from "preact-iso";
import { knowsApiTime } from "../api-clock.ts";
import type { Outcome } from "../client.ts";
import { deskPages } from "../desk-paths.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, Submit } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Confirm, Loading, Notice, SignInButton } from "../look/notice.tsx";
import { reportWords } from "../words/desk-inspections.ts";
import { signInAgain } from "./api.ts";
import { addressOf, Heading, StaffOnly } from "./page.tsx";
import { ReportFields, reportIn } from "./report-fields.tsx";
import { dropReport, putReport, type Sent, sendUnsent, typedKey, unsentReport, useUnsent } from "./report-outbox.ts";
import { ReportPhotos } from "./report-photo-list.tsx";
import { askApiTime } from "./today.tsx";

/** How long a report waits for the API to say what time it is, before it takes the phone's. */
const patienceMs = 3000;

/** The acta of one visit: one form, kept in the phone as it is typed until the server has it. */
export function InspectionPage() {
  const { claimId = "", inspectionId = "" } = useRoute().params;
  const isTimed = useTimed();
  return (
    <>
      <p class="back">
        <a href={addressOf("inspections")}>{reportWords.back}</a>
      </p>
      <Heading>{deskPages.inspection.title}</Heading>
      <StaffOnly>{isTimed ? <Report claimId={claimId} inspectionId={inspectionId} /> : <Loading />}</StaffOnly>
    </>
  );
}

/** Tells when a report may be timed: the API said what time it is, or cannot be asked, as in a house without network. */
function useTimed(): boolean {
  const [isTimed, setIsTimed] = useState(knowsApiTime);
  useEffect(() => {
    const done = () => setIsTimed(true);
    const timer = setTimeout(done, patienceMs);
    askApiTime().then(done);
    return () => clearTimeout(timer);
  }, []);
  return isTimed;
}

interface ReportProps {
  readonly claimId: string;
  readonly inspectionId: string;
}

type Became = "sent" | "unsent" | "signed-out";

const becameOf = (sent: Sent | undefined): Became => {
  if (sent?.ok) return "sent";
  const over = sent?.problem.kind === "signed-out" || sent?.problem.kind === "urn:caudal:wrong-token";
  return over ? "signed-out" : "unsent";
};

function Report({ claimId, inspectionId }: ReportProps) {
  const kept = useKeptForm(localStorage, typedKey(inspectionId));
  const waits = useUnsent().some((report) => report.inspectionId === inspectionId);
  const [became, setBecame] = useState<Became | undefined>(waits ? "unsent" : undefined);
  const { problem, busy, onSubmit } = useSending(async (typed): Promise<Outcome<Became>> => {
    const report = reportIn(typed);
    if (!report.ok) return report;
    kept.keep();
    putReport({ claimId, inspectionId, body: report.value });
    const sent = await sendUnsent();
    const refused = unsentReport(inspectionId)?.refused;
    return refused ? { ok: false, problem: refused } : { ok: true, value: becameOf(sent.get(inspectionId)) };
  }, setBecame);
  if (became && !waits) return <Arrived />;
  const refused = problem ?? unsentReport(inspectionId)?.refused;
  return (
    <>
      <p>{reportWords.kept}</p>
      {became && !refused && <Unsent became={became} />}
      <ErrorSummary problem={refused} />
      <form method="dialog" noValidate ref={kept.form} onInput={kept.keep} onSubmit={onSubmit}>
        <ReportFields problem={refused} />
        <ReportPhotos inspectionId={inspectionId} problem={refused} />
        <div class="buttons">
          <Submit busy={busy}>{reportWords.send}</Submit>
          {waits && refused && <Discard inspectionId={inspectionId} />}
        </div>
      </form>
    </>
  );
}

/** What the server will never take is dropped by its inspector alone, who is asked twice. */
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

function Unsent({ became }: { readonly became: Became }) {
  return (
    <Notice tone="bad" title={reportWords.unsentTitle}>
      <p>{became === "signed-out" ? reportWords.signIn : reportWords.unsentText}</p>
      {became === "signed-out" && (
        <SignInButton begin={signInAgain} plain>
          {reportWords.signIn}
        </SignInButton>
      )}
    </Notice>
  );
}
