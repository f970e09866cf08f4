import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { deskPages } from "../../desk-paths.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { Loading } from "../../look/notice.tsx";
import { addressOf, Heading } from "../page.tsx";
import { actaWords } from "./acta.words.ts";
import { FieldOnly } from "./field-only.tsx";
import { FieldReport, useTimed } from "./field-report.tsx";
import { reportWords } from "./field-report.words.ts";
import { useKeptDay, type Visit, visitIn } from "./kept-day.ts";
import { ReportFields } from "./report-fields.tsx";
import { reportIn } from "./typed-report.ts";

/**
 * Renders the page on which an inspector writes the acta of one visit: what to know at the house, then the form; of a
 * visit whose day has not come, only its house. What is typed is kept in the phone and sent when there is signal. Waits
 * up to three seconds for the API's time. Without a session, asks to sign in, unless the phone keeps the day's work.
 */
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

interface ReportProps {
  readonly claimId: string;
  readonly inspectionId: string;
}

const loadHouse = () => import("./house.tsx");

/** The visit is the phone's, if it has it, or else of the day that the address says (`dia`), today without it. */
function Report({ claimId, inspectionId }: ReportProps) {
  const kept = useKeptDay();
  const [seen, setSeen] = useState<Visit>();
  const visit = visitIn(kept, inspectionId) ?? seen;
  // Once it is received the phone has it no more, and the page still says so.
  useEffect(() => setSeen(visit), [visit]);
  if (!visit)
    return kept === undefined ? (
      <Loading />
    ) : (
      <Loaded load={loadHouse} about="house">
        {({ UnkeptVisit }) => <UnkeptVisit inspectionId={inspectionId} onFound={setSeen} />}
      </Loaded>
    );
  return (
    <FieldReport
      inspectionId={inspectionId}
      about={
        <Loaded load={loadHouse} about="house">
          {({ House }) => <House visit={visit} />}
        </Loaded>
      }
      words={actaWords}
      toReport={(typed, files) => {
        const report = reportIn(typed, files, visit);
        return report.ok ? { ok: true, value: { claimId, inspectionId, body: report.value } } : report;
      }}
    >
      {(problem) => <ReportFields problem={problem} inspectionId={inspectionId} awaitsRemedy={visit.awaitsRemedy} />}
    </FieldReport>
  );
}
