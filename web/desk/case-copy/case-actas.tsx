import { Facts, type FactsRows } from "../../look/facts.tsx";
import { Notice } from "../../look/notice.tsx";
import { categoryNames } from "../../words/categories.ts";
import { counted } from "../../words/format.ts";
import { api } from "../api.ts";
import { caseWords, wordIn } from "../case/case.words.ts";
import type { CaseFile } from "../case/case-file.ts";
import { Download } from "../download.tsx";
import { visitText } from "../visit/case-appointments.ts";
import { innerLeakNames, reportWords, visitOutcomeNames } from "../visit/report.words.ts";
import {
  boxNames,
  captureNames,
  causeNames,
  connectionNames,
  premisesNames,
  sealNames,
  signingNames,
} from "../visit/visit-names.words.ts";

/** Renders each visit of a case with its acta and the acta's files, or that it has none yet. */
export function CaseActas({ file: { inspections, claimId } }: { readonly file: CaseFile }) {
  return (
    <section>
      <h2>{caseWords.inspections}</h2>
      {inspections.length === 0 && <p>{caseWords.noInspections}</p>}
      {inspections.map((visit) => (
        <article key={visit.inspectionId}>
          <h3>{visitText(visit)}</h3>
          {visit.late && <p>{caseWords.late}</p>}
          {visit.report ? <Report visit={visit} claimId={claimId} /> : <p>{caseWords.unreported}</p>}
        </article>
      ))}
    </section>
  );
}

type Inside = NonNullable<NonNullable<CaseFile["inspections"][number]["report"]>["internal"]>;

interface ReportProps {
  readonly visit: CaseFile["inspections"][number];
  readonly claimId: string;
}

function Report({ visit: { inspector, report }, claimId }: ReportProps) {
  if (!report) return null;
  const { facts: names } = reportWords;
  const { external, internal } = report;
  return (
    <>
      {report.doubts.length > 0 && (
        <Notice>
          {report.doubts.map((doubt) => (
            <p key={doubt}>▲ {doubt}</p>
          ))}
        </Notice>
      )}
      <Facts
        rows={[
          [names.inspector, inspector],
          [names.outcome, visitOutcomeNames[report.outcome]],
          [names.attendedBy, report.attendedBy],
          [
            names.signing,
            report.signing && [signingNames[report.signing.how], report.signing.by].filter(Boolean).join(": "),
          ],
          [names.unsigned, report.unsigned],
          [names.meter, external.meterNumber],
          [names.reading, external.reading?.toString()],
          [names.seals, external.seals && sealNames[external.seals]],
          [names.box, external.box && boxNames[external.box]],
          [names.leakAtBox, external.leakAtBox ? caseWords.yes : caseWords.no],
          [names.connection, external.connection && connectionNames[external.connection]],
          [names.premisesType, external.premisesType && premisesNames[external.premisesType]],
          [names.premises, external.premises],
          [names.neighbours, external.neighbours],
          ...(internal ? insideRows(internal) : []),
          [names.causes, report.causes.map((cause) => causeNames[cause]).join(", ") || undefined],
          [names.observations, report.observations],
        ]}
      />
      {report.photos.length > 0 && (
        <p class="buttons">
          {report.photos.map(({ documentId, fileName, kind, takenAt }) => (
            <Download key={documentId} ask={() => api.downloadCaseAttachment({ params: { claimId, documentId } })}>
              {captureNames(kind, fileName, takenAt)}
            </Download>
          ))}
        </p>
      )}
    </>
  );
}

function insideRows({ occupants, useUnits, points, leakTest: test, leak }: Inside): FactsRows {
  const { facts: names } = reportWords;
  return [
    [names.occupants, occupants?.toString()],
    ...useUnits.map(
      ({ category, occupied, vacant }) =>
        [names.useUnits(categoryNames[category]), reportWords.useUnits(occupied, vacant)] as const,
    ),
    ...points.map(({ kind, count, damaged, leaking }) => [kind, reportWords.points(count, damaged, leaking)] as const),
    [names.leak, wordIn(innerLeakNames, leak)],
    [
      names.leakTest,
      test && reportWords.leakTest(String(test.before), String(test.after), counted(test.minutes, "minuto", "minutos")),
    ],
  ];
}
