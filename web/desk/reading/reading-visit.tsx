import { useRef, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { apiNow, knowsApiTime } from "../../api-clock.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField, InstantField, limaClock, typedInstant } from "../../look/native-date.tsx";
import { Loading } from "../../look/notice.tsx";
import { clockOf, cubicMetres, date } from "../../words/format.ts";
import { addressOf, Heading } from "../page.tsx";
import { chosenOf, fieldProblem, numberOf, textOf } from "../typed.ts";
import { FieldOnly } from "../visit/field-only.tsx";
import { FieldReport, useTimed } from "../visit/field-report.tsx";
import { reportWords } from "../visit/field-report.words.ts";
import { houseWords } from "../visit/house.words.ts";
import { type ReadingVisit, readingVisitIn, useKeptDay } from "../visit/kept-day.ts";
import type { ReadingBody } from "../visit/report-outbox.ts";
import { readingVisitWords } from "./reading-visit.words.ts";
import { readingWords } from "./readings.words.ts";
import { repairFields, repairNames } from "./repair.words.ts";

/**
 * Renders the page on which an inspector writes what the visit of an atypical reading found: what to know at the door,
 * then the form. What is typed is kept in the phone and sent when there is signal. Waits up to three seconds for the
 * API's time. Without a session, asks to sign in, unless the phone keeps the day's work.
 */
export function ReadingVisitPage() {
  const { readingId = "" } = useRoute().params;
  const isTimed = useTimed();
  return (
    <>
      <p class="back">
        <a href={addressOf("inspections")}>{readingVisitWords.back}</a>
      </p>
      <Heading>{deskPages.readingVisit.title}</Heading>
      <FieldOnly>{isTimed ? <Visit key={readingId} readingId={readingId} /> : <Loading />}</FieldOnly>
    </>
  );
}

function Visit({ readingId }: { readonly readingId: string }) {
  const kept = useKeptDay();
  const known = readingVisitIn(kept, readingId);
  const seen = useRef<ReadingVisit | undefined>(undefined);
  // Once it is received the phone has it no more, and the page still says so.
  if (known) seen.current = known;
  const visit = seen.current;
  if (kept === undefined) return <Loading />;
  if (!visit) return <p>{readingVisitWords.unknown}</p>;
  const { kind } = visit;
  const Fields = kind === "control" ? ControlFields : RepairFields;
  return (
    <FieldReport
      inspectionId={readingId}
      about={<Door visit={visit} />}
      words={readingVisitWords.report}
      noFiles
      toReport={(typed) => {
        const body = kind === "control" ? controlTyped(typed, visit) : repairTyped(typed);
        return body.ok ? { ok: true, value: { inspectionId: readingId, of: "reading", body: body.value } } : body;
      }}
    >
      {(problem) => <Fields problem={problem} />}
    </FieldReport>
  );
}

/** Which house it is, what was read there, and what is asked. */
function Door({ visit }: { readonly visit: ReadingVisit }) {
  const { kind, from, to, supplyCode, period, address, holder, meterNumber, reading, averageM3, readings } = visit;
  return (
    <section class="card">
      <h2>{address ?? supplyCode}</h2>
      <p>
        <b>{kind === "repair" ? readingVisitWords.anyHour : houseWords.hours(clockOf(from), clockOf(to))}</b>
        {holder && ` · ${holder}`} · {readingVisitWords.supply(supplyCode, period)}
      </p>
      <dl class="facts">
        <div>
          <dt>{readingVisitWords.asked}</dt>
          <dd>{readingVisitWords.ask[kind]}</dd>
        </div>
        <div>
          <dt>{houseWords.meter}</dt>
          <dd>{meterNumber ?? houseWords.noMeter}</dd>
        </div>
        <div>
          <dt>{readingVisitWords.read}</dt>
          <dd>{readingVisitWords.readOf(reading)}</dd>
        </div>
        <div>
          <dt>{readingVisitWords.average}</dt>
          <dd>{cubicMetres(averageM3)}</dd>
        </div>
        <div>
          <dt>{houseWords.readings}</dt>
          {readings.length === 0 && <dd>{houseWords.noReadings}</dd>}
          {readings.map(({ on, reading: metered, m3 }) => (
            <dd key={on}>
              {date(on)}: {metered} <span class="hint">({cubicMetres(m3)})</span>
            </dd>
          ))}
        </div>
      </dl>
    </section>
  );
}

interface FieldsProps {
  readonly problem: ClientProblem | undefined;
}

/** The hour at which the visit began, filled in with the present one. */
function StartedAt({ problem }: FieldsProps) {
  const [{ openedAt, hint }] = useState(() => ({
    openedAt: limaClock(apiNow()),
    hint: knowsApiTime() ? {} : { hint: reportWords.phoneTime },
  }));
  return (
    <InstantField name="startedAt" label={readingVisitWords.startedAt} initial={openedAt} {...hint} problem={problem} />
  );
}

/** First how the control went, then only what applies. */
function ControlFields({ problem }: FieldsProps) {
  const { fields, outcomes, leaks } = readingWords;
  const [outcome, setOutcome] = useState("");
  return (
    <>
      <Choice
        name="outcome"
        legend={readingVisitWords.outcome}
        options={outcomes}
        onChoose={setOutcome}
        problem={problem}
      />
      <div hidden={outcome === ""}>
        <StartedAt problem={problem} />
        <div hidden={!isIn(outcome)}>
          <Choice name="leak" legend={fields.leak} options={leaks} problem={problem} />
          <TextField name="reading" label={fields.metered} numeric size="short" problem={problem} />
          <Loaded load={() => import("../visit/meter-doubts.tsx")} about="low" aside>
            {({ MeterDoubts }) => <MeterDoubts />}
          </Loaded>
          <InstantField name="endedAt" label={readingVisitWords.endedAt} problem={problem} />
        </div>
        <LongText name="remark" label={fields.remark} max={1000} problem={problem} />
      </div>
    </>
  );
}

/** First whether the repair could be verified, then only what applies. */
function RepairFields({ problem }: FieldsProps) {
  const [outcome, setOutcome] = useState("");
  const [repaired, setRepaired] = useState("");
  return (
    <>
      <Choice
        name="outcome"
        legend={readingVisitWords.outcome}
        options={readingVisitWords.repairOutcomes}
        onChoose={setOutcome}
        problem={problem}
      />
      <div hidden={outcome === ""}>
        <StartedAt problem={problem} />
        <div hidden={!isIn(outcome)}>
          <TextField name="before" label={repairFields.before} keyboard="decimal" size="short" problem={problem} />
          <TextField name="after" label={repairFields.after} keyboard="decimal" size="short" problem={problem} />
          <TextField name="minutes" label={repairFields.minutes} numeric size="tiny" problem={problem} />
          <Choice
            name="repaired"
            legend={repairFields.repaired}
            options={repairNames}
            onChoose={setRepaired}
            problem={problem}
          />
          <div hidden={repaired !== "yes"}>
            <DayField name="repairedOn" label={readingWords.fields.repairedOn} problem={problem} />
          </div>
          <InstantField name="endedAt" label={readingVisitWords.endedAt} problem={problem} />
        </div>
        <LongText
          name="remark"
          label={isIn(outcome) ? repairFields.observations : readingWords.fields.remark}
          max={1000}
          problem={problem}
        />
      </div>
    </>
  );
}

const isIn = (outcome: string): boolean => outcome === "REALIZADA" || outcome === "PARCIAL";

type Typed = (name: string) => string;

/** When it was made: who got in and wrote no end was there until now. */
function hoursTyped(typed: Typed, wasIn: boolean): Pick<ReadingBody["visit"], "startedAt" | "endedAt"> {
  const startedAt = typedInstant(typed("startedAt"));
  const ended =
    typedInstant(typed("endedAt")) || new Date(Math.max(apiNow(), Date.parse(startedAt) || 0)).toISOString();
  return wasIn ? { startedAt, endedAt: ended } : { startedAt };
}

/** Returns why a visit at this hour proves nothing by the hours that the customer was given; undefined if it does. */
function hourProblem(startedAt: string, wasIn: boolean, visit: ReadingVisit): string | undefined {
  if (startedAt === "") return undefined;
  const at = limaClock(Date.parse(startedAt)).slice(0, "YYYY-MM-DDTHH:MM".length);
  if (at < `${visit.on}T${visit.from}`) return readingVisitWords.early(clockOf(visit.from));
  const hours = houseWords.hours(clockOf(visit.from), clockOf(visit.to)).toLowerCase();
  return !wasIn && at > `${visit.on}T${visit.to}` ? readingVisitWords.otherHour(hours) : undefined;
}

/** The control as typed, or the problem of the first answer that is missing; the API checks the rest. */
function controlTyped(typed: Typed, visit: ReadingVisit): Outcome<ReadingBody> {
  const outcome = chosenOf(readingWords.outcomes, typed("outcome"));
  if (!outcome) return fieldProblem("outcome", reportWords.choose);
  const wasIn = isIn(outcome);
  const leak = wasIn ? chosenOf(readingWords.leaks, typed("leak")) : undefined;
  if (wasIn && !leak) return fieldProblem("leak", reportWords.choose);
  const hours = hoursTyped(typed, wasIn);
  const wrong = hourProblem(hours.startedAt, wasIn, visit);
  if (wrong) return fieldProblem("startedAt", wrong);
  const reading = wasIn ? numberOf(typed("reading")) : undefined;
  return {
    ok: true,
    value: { visit: { kind: "control", ...hours, outcome, leak, reading, remark: textOf(typed("remark")) } },
  };
}

/** The verification as typed, or the problem of the first answer that is missing; the API checks the rest. */
function repairTyped(typed: Typed): Outcome<ReadingBody> {
  const outcome = chosenOf(readingVisitWords.repairOutcomes, typed("outcome"));
  if (!outcome) return fieldProblem("outcome", reportWords.choose);
  const hours = hoursTyped(typed, outcome === "REALIZADA");
  const remark = typed("remark");
  if (outcome !== "REALIZADA")
    return { ok: true, value: { visit: { kind: "repair-attempt", ...hours, outcome, remark: textOf(remark) } } };
  const repaired = chosenOf(repairNames, typed("repaired"));
  if (!repaired) return fieldProblem("repaired", reportWords.choose);
  return {
    ok: true,
    value: {
      visit: {
        ...{ kind: "repair", ...hours, repaired: repaired === "yes", remark },
        repairedOn: repaired === "yes" ? textOf(typed("repairedOn")) : undefined,
        before: numberOf(typed("before")) ?? Number.NaN,
        after: numberOf(typed("after")) ?? Number.NaN,
        minutes: numberOf(typed("minutes")) ?? Number.NaN,
      },
    },
  };
}
