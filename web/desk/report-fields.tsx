import { useState } from "preact/hooks";
import { apiNow, knowsApiTime } from "../api-clock.ts";
import type { ClientProblem, Outcome } from "../client.ts";
import { Choice, TextField } from "../look/field.tsx";
import { LongText } from "../look/long-text.tsx";
import { InstantField, limaClock, typedInstant } from "../look/native-date.tsx";
import { categoryNames } from "../words/categories.ts";
import { boxNames, connectionNames, premisesNames, reportWords, sealNames } from "../words/desk-inspections.ts";
import type { UnsentReport } from "./report-outbox.ts";
import { chosenOf, fieldProblem, namesIn, numberOf, textOf } from "./typed.ts";

interface ReportFieldsProps {
  readonly problem: ClientProblem | undefined;
}

/** The fields of a visit's report. The start is filled in with the hour the form was opened. */
export function ReportFields({ problem }: ReportFieldsProps) {
  const [{ openedAt, hint }] = useState(() => ({
    openedAt: limaClock(apiNow()),
    hint: knowsApiTime() ? {} : { hint: reportWords.phoneTime },
  }));
  return (
    <>
      <Choice name="outcome" legend={reportWords.outcome} options={reportWords.outcomes} problem={problem} />
      <InstantField name="startedAt" label={reportWords.startedAt} initial={openedAt} {...hint} problem={problem} />
      <InstantField name="endedAt" label={reportWords.endedAt} hint={reportWords.endedAtHint} problem={problem} />
      <h2>{reportWords.attended}</h2>
      <TextField name="name" label={reportWords.name} initial="" problem={problem} />
      <TextField name="relation" label={reportWords.relation} initial="" problem={problem} />
      <TextField name="unsigned" label={reportWords.unsigned} initial="" problem={problem} />
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
      <p class="hint">{reportWords.externalHint}</p>
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
      <Choice name="seals" legend={reportWords.seals} options={sealNames} problem={problem} />
      <Choice name="box" legend={reportWords.box} options={boxNames} problem={problem} />
      <Choice name="leakAtBox" legend={reportWords.leakAtBox} options={reportWords.yesNo} problem={problem} />
      <Choice name="connection" legend={reportWords.connection} options={connectionNames} problem={problem} />
      <Choice name="premisesType" legend={reportWords.premisesType} options={premisesNames} problem={problem} />
      <LongText
        name="premises"
        label={reportWords.premises}
        hint={reportWords.seenByUser}
        max={500}
        problem={problem}
      />
      <TextField
        name="neighbours"
        label={reportWords.neighbours}
        hint={reportWords.neighboursHint}
        initial=""
        problem={problem}
      />
    </>
  );
}

interface CountsProps extends ReportFieldsProps {
  readonly of: string;
  readonly legend: string;
  readonly counts: Readonly<Record<string, string>>;
}

/** Several numbers about one thing, as fields named `of-count`. */
function Counts({ of, legend, counts, problem }: CountsProps) {
  return (
    <fieldset class="counts">
      <legend>{legend}</legend>
      <div class="pair">
        {Object.entries(counts).map(([count, label]) => (
          <TextField key={count} name={`${of}-${count}`} label={label} numeric size="tiny" problem={problem} />
        ))}
      </div>
    </fieldset>
  );
}

const categories = namesIn(categoryNames);
const unitCounts = { occupied: reportWords.occupied, vacant: reportWords.vacant };
const pointKinds = namesIn(reportWords.pointNames);
const pointCounts = {
  count: reportWords.pointCount,
  damaged: reportWords.pointDamaged,
  leaking: reportWords.pointLeaking,
};

function Internal({ problem }: ReportFieldsProps) {
  return (
    <>
      <h2>{reportWords.internal}</h2>
      <p class="hint">{reportWords.internalHint}</p>
      <TextField name="occupants" label={reportWords.occupants} numeric size="tiny" problem={problem} />
      <h3>{reportWords.useUnits}</h3>
      {categories.map((category) => (
        <Counts
          key={category}
          of={category}
          legend={reportWords.useUnitClass(category)}
          counts={unitCounts}
          problem={problem}
        />
      ))}
      <h3>{reportWords.points}</h3>
      {pointKinds.map((kind) => (
        <Counts key={kind} of={kind} legend={reportWords.pointNames[kind]} counts={pointCounts} problem={problem} />
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

/** The categories with a number of units; the other number of the pair is 0 if empty. */
function useUnitsIn(typed: Typed) {
  return categories.flatMap((category) => {
    const [occupied, vacant] = [typed(`${category}-occupied`), typed(`${category}-vacant`)].map(numberOf);
    if (occupied === undefined && vacant === undefined) return [];
    return { category, occupied: occupied ?? 0, vacant: vacant ?? 0 };
  });
}

/** The kinds of water points with a count; leaking is 0 if empty. */
function pointsIn(typed: Typed) {
  return pointKinds.flatMap((kind) => {
    const count = numberOf(typed(`${kind}-count`));
    if (count === undefined) return [];
    const damaged = numberOf(typed(`${kind}-damaged`));
    return { kind: reportWords.pointNames[kind], count, damaged, leaking: numberOf(typed(`${kind}-leaking`)) ?? 0 };
  });
}

/** The name of the first field with more damaged or leaking points than there are. */
function tooManyIn(typed: Typed): string | undefined {
  const counted = (name: string) => numberOf(typed(name)) ?? 0;
  return pointKinds
    .flatMap((kind) =>
      [`${kind}-damaged`, `${kind}-leaking`].filter((name) => counted(name) > counted(`${kind}-count`)),
    )
    .at(0);
}

/** The leak test as typed; undefined if all of it is empty, `NaN` for a part that is. */
function leakTestIn(typed: Typed) {
  const [before, after, minutes] = [typed("before"), typed("after"), typed("minutes")].map(numberOf);
  if (before === undefined && after === undefined && minutes === undefined) return undefined;
  return { before: before ?? Number.NaN, after: after ?? Number.NaN, minutes: minutes ?? Number.NaN };
}

/** What was seen inside the premises; undefined while the leak is not answered. */
function internalIn(typed: Typed): Report["internal"] {
  const leak = chosenOf(reportWords.leaks, typed("leak"));
  return (
    leak && {
      occupants: numberOf(typed("occupants")),
      useUnits: useUnitsIn(typed),
      points: pointsIn(typed),
      leakTest: leakTestIn(typed),
      leak,
    }
  );
}

/**
 * The report as typed, or the problem of the first answer that is missing or impossible; the API checks the rest. What was seen
 * inside is needed after a `whole` or `partial` inspection, and left out after any other.
 */
export function reportIn(typed: Typed): Outcome<Report> {
  const outcome = chosenOf(reportWords.outcomes, typed("outcome"));
  const leakAtBox = answerOf(typed("leakAtBox"));
  const internal = internalIn(typed);
  if (!outcome) return fieldProblem("outcome", reportWords.choose);
  if (leakAtBox === undefined) return fieldProblem("leakAtBox", reportWords.choose);
  if (textOf(typed("premises")) === undefined) return fieldProblem("premises", reportWords.premisesMissing);
  const tooMany = tooManyIn(typed);
  if (tooMany) return fieldProblem(tooMany, reportWords.tooMany);
  const letIn = outcome === "whole" || outcome === "partial";
  if (letIn && !internal) return fieldProblem("leak", reportWords.choose);
  const name = textOf(typed("name"));
  const endedAt = textOf(typed("endedAt"));
  return {
    ok: true,
    value: {
      outcome,
      startedAt: typedInstant(typed("startedAt")),
      endedAt: endedAt && typedInstant(endedAt),
      attendedBy: name === undefined ? undefined : { name, relation: typed("relation") },
      unsigned: textOf(typed("unsigned")),
      external: {
        meterNumber: textOf(typed("meterNumber")),
        reading: numberOf(typed("reading")),
        meterWorks: answerOf(typed("meterWorks")),
        seals: chosenOf(sealNames, typed("seals")),
        box: chosenOf(boxNames, typed("box")),
        leakAtBox,
        connection: chosenOf(connectionNames, typed("connection")),
        premisesType: chosenOf(premisesNames, typed("premisesType")),
        premises: typed("premises"),
        neighbours: textOf(typed("neighbours")),
      },
      internal: letIn ? internal : undefined,
      observations: typed("observations"),
      remedy: textOf(typed("remedy")),
    },
  };
}
