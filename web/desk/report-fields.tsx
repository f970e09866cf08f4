import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { Choice, TextField } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { InstantField, limaClock, typedInstant } from "../look/native-date.tsx";
import { reportWords } from "../words/desk-inspections.ts";
import type { UnsentReport } from "./report-outbox.ts";
import { chosenOf, fieldProblem, numberOf, textOf } from "./typed.ts";

interface ReportFieldsProps {
  readonly problem: ClientProblem | undefined;
}

/** Everything a visit is told by; what was not seen stays empty. */
export function ReportFields({ problem }: ReportFieldsProps) {
  const [openedAt] = useState(() => limaClock(Date.now()));
  return (
    <>
      <Choice name="outcome" legend={reportWords.outcome} options={reportWords.outcomes} problem={problem} />
      <InstantField name="startedAt" label={reportWords.startedAt} initial={openedAt} problem={problem} />
      <h2>{reportWords.attended}</h2>
      <TextField name="name" label={reportWords.name} initial="" problem={problem} />
      <TextField name="relation" label={reportWords.relation} initial="" problem={problem} />
      <External problem={problem} />
      <Internal problem={problem} />
      <LongText name="remedy" label={reportWords.remedy} hint={reportWords.remedyHint} max={500} problem={problem} />
      <LongText
        name="observations"
        label={reportWords.observations}
        hint={reportWords.seenByUser}
        max={1000}
        problem={problem}
      />
    </>
  );
}

function External({ problem }: ReportFieldsProps) {
  return (
    <>
      <h2>{reportWords.external}</h2>
      <TextField name="meterNumber" label={reportWords.meterNumber} size="short" problem={problem} />
      <TextField
        name="reading"
        label={reportWords.reading}
        hint={reportWords.seenByUser}
        keyboard="decimal"
        size="short"
        problem={problem}
      />
      <Choice name="meterWorks" legend={reportWords.meterWorks} options={reportWords.yesNo} problem={problem} />
      <Choice name="leakAtBox" legend={reportWords.leakAtBox} options={reportWords.yesNo} problem={problem} />
      <LongText
        name="premises"
        label={reportWords.premises}
        hint={reportWords.seenByUser}
        max={500}
        problem={problem}
      />
    </>
  );
}

const pointKinds = Object.entries(reportWords.pointNames);

function Internal({ problem }: ReportFieldsProps) {
  return (
    <>
      <h2>{reportWords.internal}</h2>
      <p class="hint">{reportWords.internalHint}</p>
      <TextField name="occupants" label={reportWords.occupants} numeric size="tiny" problem={problem} />
      <TextField name="useUnits" label={reportWords.useUnits} numeric size="tiny" problem={problem} />
      <h3>{reportWords.points}</h3>
      {pointKinds.map(([kind, name]) => (
        <div class="pair" key={kind}>
          <TextField
            name={`${kind}-count`}
            label={reportWords.pointCount(name)}
            numeric
            size="tiny"
            problem={problem}
          />
          <TextField
            name={`${kind}-leaking`}
            label={reportWords.pointLeaking(name)}
            numeric
            size="tiny"
            problem={problem}
          />
        </div>
      ))}
      <h3>{reportWords.leakTest}</h3>
      <p class="hint">{reportWords.leakTestHint}</p>
      <TextField name="before" label={reportWords.before} keyboard="decimal" size="short" problem={problem} />
      <TextField name="after" label={reportWords.after} keyboard="decimal" size="short" problem={problem} />
      <TextField name="minutes" label={reportWords.minutes} numeric size="tiny" problem={problem} />
      <Choice name="leak" legend={reportWords.leak} options={reportWords.leaks} problem={problem} />
    </>
  );
}

type Typed = (name: string) => string;
type Report = UnsentReport["body"];

const answerOf = (typed: string): boolean | undefined => (typed === "" ? undefined : typed === "yes");

function pointsIn(typed: Typed) {
  return pointKinds.flatMap(([kind, name]) => {
    const count = numberOf(typed(`${kind}-count`));
    return count === undefined ? [] : { kind: name, count, leaking: numberOf(typed(`${kind}-leaking`)) ?? 0 };
  });
}

function leakTestIn(typed: Typed) {
  const [before, after, minutes] = [typed("before"), typed("after"), typed("minutes")].map(numberOf);
  if (before === undefined && after === undefined && minutes === undefined) return undefined;
  return { before: before ?? Number.NaN, after: after ?? Number.NaN, minutes: minutes ?? Number.NaN };
}

/** What was seen inside, if anybody let in. */
function internalIn(typed: Typed): Report["internal"] {
  const leak = chosenOf(reportWords.leaks, typed("leak"));
  return (
    leak && {
      occupants: numberOf(typed("occupants")),
      useUnits: numberOf(typed("useUnits")),
      points: pointsIn(typed),
      leakTest: leakTestIn(typed),
      leak,
    }
  );
}

/** The report as typed, or the first choice that was not made: the API judges the rest. */
export function reportIn(typed: Typed): Outcome<Report> {
  const outcome = chosenOf(reportWords.outcomes, typed("outcome"));
  const leakAtBox = answerOf(typed("leakAtBox"));
  const internal = internalIn(typed);
  if (!outcome) return fieldProblem("outcome", reportWords.choose);
  if (leakAtBox === undefined) return fieldProblem("leakAtBox", reportWords.choose);
  if (textOf(typed("premises")) === undefined) return fieldProblem("premises", reportWords.premisesMissing);
  const letIn = outcome === "whole" || outcome === "partial";
  if (letIn && !internal) return fieldProblem("leak", reportWords.choose);
  const name = textOf(typed("name"));
  return {
    ok: true,
    value: {
      outcome,
      startedAt: typedInstant(typed("startedAt")),
      attendedBy: name === undefined ? undefined : { name, relation: typed("relation") },
      external: {
        meterNumber: textOf(typed("meterNumber")),
        reading: numberOf(typed("reading")),
        meterWorks: answerOf(typed("meterWorks")),
        leakAtBox,
        premises: typed("premises"),
      },
      internal: letIn ? internal : undefined,
      observations: typed("observations"),
      remedy: textOf(typed("remedy")),
    },
  };
}
