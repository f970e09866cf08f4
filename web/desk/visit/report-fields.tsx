import { useEffect, useState } from "preact/hooks";
import { apiNow, knowsApiTime } from "../../api-clock.ts";
import type { ClientProblem } from "../../client.ts";
import { Choice, errorOf, TextField } from "../../look/field.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { LongText } from "../../look/long-text.tsx";
import { InstantField, limaClock } from "../../look/native-date.tsx";
import { categoryNames } from "../../words/categories.ts";
import { namesIn } from "../typed.ts";
import { actaWords } from "./acta.words.ts";
import { reportWords } from "./field-report.words.ts";
import { isLetIn } from "./typed-report.ts";
import { boxNames, causeNames, connectionNames, premisesNames, sealNames, signingNames } from "./visit-names.words.ts";

interface ReportFieldsProps {
  readonly problem: ClientProblem | undefined;
}

interface VisitFieldsProps extends ReportFieldsProps {
  readonly inspectionId: string;
  /** Whether the claim was observed and the inspector may take what the claimant hands over to correct it. */
  readonly awaitsRemedy: boolean;
}

/**
 * Renders the fields of the acta of a visit: the outcome and, once it is chosen, the fields that apply to it. Fields
 * that do not apply are hidden and keep what was typed. The start is filled in with the hour at which the form was
 * opened. A hint says if the hour is by the phone's clock, because the API's time is not known.
 */
export function ReportFields({ problem, inspectionId, awaitsRemedy }: VisitFieldsProps) {
  const [{ openedAt, hint }] = useState(() => ({
    openedAt: limaClock(apiNow()),
    hint: knowsApiTime() ? {} : { hint: reportWords.phoneTime },
  }));
  const [outcome, setOutcome] = useState("");
  const [isContradicted, setIsContradicted] = useState(false);
  useEffect(() => {
    // Asked for once, it stays: who corrects something else keeps what was written.
    if (errorOf(problem, "hourReason")) setIsContradicted(true);
  }, [problem]);
  const wasThere = outcome !== "" && outcome !== "absent";
  return (
    <>
      <Choice
        name="outcome"
        legend={actaWords.outcome}
        options={actaWords.outcomes}
        onChoose={setOutcome}
        problem={problem}
      />
      <div hidden={outcome === ""}>
        <InstantField name="startedAt" label={actaWords.startedAt} initial={openedAt} {...hint} problem={problem} />
        {(isContradicted || errorOf(problem, "hourReason")) && (
          <LongText
            name="hourReason"
            label={actaWords.hourReason}
            hint={actaWords.seenByUser}
            max={300}
            problem={problem}
          />
        )}
        <External problem={problem} isBrief={!wasThere} />
        <div hidden={!isLetIn(outcome)}>
          <Internal problem={problem} />
          <Causes problem={problem} />
        </div>
        <div hidden={!wasThere}>
          <Attended problem={problem} inspectionId={inspectionId} />
          <InstantField name="endedAt" label={actaWords.endedAt} hint={actaWords.endedAtHint} problem={problem} />
          <div hidden={!awaitsRemedy}>
            <LongText name="remedy" label={actaWords.remedy} hint={actaWords.remedyHint} max={500} problem={problem} />
          </div>
          <LongText
            name="observations"
            label={actaWords.observations}
            hint={actaWords.seenByUser}
            max={1000}
            problem={problem}
          />
          <Pad inspectionId={inspectionId} kind="sketch" />
        </div>
      </div>
    </>
  );
}

interface PadProps {
  readonly inspectionId: string;
  readonly kind: "signature" | "sketch";
}

/** The box to draw in, loaded when it is asked for. */
function Pad(props: PadProps) {
  return (
    <Loaded load={() => import("./drawing-pad.tsx")} about={props.kind} aside>
      {({ DrawingPad }) => <DrawingPad {...props} />}
    </Loaded>
  );
}

/** Who attended, and how they sign: on the screen, on paper, by another person or their fingerprint, or not and why. */
function Attended({ problem, inspectionId }: Omit<VisitFieldsProps, "awaitsRemedy">) {
  const [how, setHow] = useState("");
  return (
    <>
      <h2>{actaWords.attended}</h2>
      <TextField name="name" label={actaWords.name} initial="" problem={problem} />
      <TextField name="relation" label={actaWords.relation} initial="" problem={problem} />
      <Choice
        name="how"
        legend={actaWords.signing}
        options={{ ...signingNames, refuses: actaWords.refuses }}
        onChoose={setHow}
        problem={problem}
      />
      <div hidden={how !== "refuses"}>
        <TextField name="unsigned" label={actaWords.unsigned} initial="" problem={problem} />
      </div>
      <div hidden={how !== "at-request"}>
        <TextField name="by" label={actaWords.signedBy} initial="" problem={problem} />
      </div>
      {how === "on-screen" && <Pad inspectionId={inspectionId} kind="signature" />}
    </>
  );
}

/** What the visit found besides leaks. */
function Causes({ problem }: ReportFieldsProps) {
  const error = errorOf(problem, "causes");
  return (
    <fieldset class={error ? "field wrong" : "field"}>
      <legend>{actaWords.causes}</legend>
      <p class="hint">{actaWords.causesHint}</p>
      {error && <p class="error">{error}</p>}
      {namesIn(causeNames).map((cause) => (
        <label class="radio" key={cause}>
          <input type="checkbox" name={`cause-${cause}`} value="yes" />
          <span>{causeNames[cause]}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ExternalProps extends ReportFieldsProps {
  /** Nobody was there: the premises and the box are asked for, and the rest may be opened. */
  readonly isBrief: boolean;
}

function External({ problem, isBrief }: ExternalProps) {
  return (
    <>
      <h2>{actaWords.external}</h2>
      <LongText name="premises" label={actaWords.premises} hint={actaWords.seenByUser} max={500} problem={problem} />
      <Choice name="leakAtBox" legend={actaWords.leakAtBox} options={actaWords.yesNo} problem={problem} />
      <details open={!isBrief || problem !== undefined}>
        <summary>{actaWords.more}</summary>
        <p class="hint">{actaWords.externalHint}</p>
        <TextField name="meterNumber" label={actaWords.meterNumber} size="short" problem={problem} />
        <TextField
          name="reading"
          label={actaWords.reading}
          hint={actaWords.seenByUser}
          keyboard="decimal"
          size="short"
          problem={problem}
        />
        <Loaded load={() => import("./meter-doubts.tsx")} about="low" aside>
          {({ MeterDoubts }) => <MeterDoubts />}
        </Loaded>
        <Choice name="meterWorks" legend={actaWords.meterWorks} options={actaWords.yesNo} problem={problem} />
        <Choice name="seals" legend={actaWords.seals} options={sealNames} problem={problem} />
        <Choice name="box" legend={actaWords.box} options={boxNames} problem={problem} />
        <Choice name="connection" legend={actaWords.connection} options={connectionNames} problem={problem} />
        <Choice name="premisesType" legend={actaWords.premisesType} options={premisesNames} problem={problem} />
        <TextField
          name="neighbours"
          label={actaWords.neighbours}
          hint={actaWords.neighboursHint}
          initial=""
          problem={problem}
        />
      </details>
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
const unitCounts = { occupied: actaWords.occupied, vacant: actaWords.vacant };
const pointKinds = namesIn(actaWords.pointNames);
const pointCounts = {
  count: actaWords.pointCount,
  damaged: actaWords.pointDamaged,
  leaking: actaWords.pointLeaking,
};

function Internal({ problem }: ReportFieldsProps) {
  return (
    <>
      <h2>{actaWords.internal}</h2>
      <TextField name="occupants" label={actaWords.occupants} numeric size="tiny" problem={problem} />
      <h3>{actaWords.useUnits}</h3>
      {categories.map((category) => (
        <Counts
          key={category}
          of={category}
          legend={actaWords.useUnitClass(category)}
          counts={unitCounts}
          problem={problem}
        />
      ))}
      <h3>{actaWords.points}</h3>
      {pointKinds.map((kind) => (
        <Counts key={kind} of={kind} legend={actaWords.pointNames[kind]} counts={pointCounts} problem={problem} />
      ))}
      <h3>{actaWords.leakTest}</h3>
      <p class="hint">{actaWords.leakTestHint}</p>
      <TextField name="before" label={actaWords.before} keyboard="decimal" size="short" problem={problem} />
      <TextField name="after" label={actaWords.after} keyboard="decimal" size="short" problem={problem} />
      <TextField name="minutes" label={actaWords.minutes} numeric size="tiny" problem={problem} />
      <Choice name="leak" legend={actaWords.leak} options={actaWords.leaks} problem={problem} />
    </>
  );
}
