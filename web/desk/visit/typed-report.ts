import type { CaptureKind, FoundCause, longestMinutes, slackMinutes } from "../../../shared/domain/visit/inspection.ts";
import { formProblem, type Outcome } from "../../client.ts";
import { typedInstant } from "../../look/native-date.tsx";
import { categoryNames } from "../../words/categories.ts";
import { clockOf } from "../../words/format.ts";
import { chosenOf, fieldProblem, namesIn, numberOf, textOf } from "../typed.ts";
import { actaWords } from "./acta.words.ts";
import { reportWords } from "./field-report.words.ts";
import type { Visit } from "./kept-day.ts";
import type { ActaBody } from "./report-outbox.ts";
import type { MadeFile } from "./report-photos.ts";
import { boxNames, causeNames, connectionNames, premisesNames, sealNames, signingNames } from "./visit-names.words.ts";

const categories = namesIn(categoryNames);
const pointKinds = namesIn(actaWords.pointNames);

/** Returns whether the inspector saw the premises inside: with the outcome `whole` or `partial`. */
export const isLetIn = (outcome: string): boolean => outcome === "whole" || outcome === "partial";

/** Returns the text of a form's field by its name; "" without one. */
type Typed = (name: string) => string;
type Report = ActaBody;

const answerOf = (typed: string): boolean | undefined => (typed === "" ? undefined : typed === "yes");

/** Returns the categories with a number of units typed; of the two numbers, an empty one counts as 0. */
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
    return { kind: actaWords.pointNames[kind], count, damaged, leaking: numberOf(typed(`${kind}-leaking`)) ?? 0 };
  });
}

/**
 * Returns the name of the first field with more damaged or leaking points than there are. Undefined if there is none.
 */
function tooManyIn(typed: Typed): string | undefined {
  const counted = (name: string) => numberOf(typed(name)) ?? 0;
  return pointKinds
    .flatMap((kind) =>
      [`${kind}-damaged`, `${kind}-leaking`].filter((name) => counted(name) > counted(`${kind}-count`)),
    )
    .at(0);
}

/**
 * Returns the leak test as typed. Undefined if all of it is empty; `NaN` for each part that is empty, if another is
 * not.
 */
function leakTestIn(typed: Typed) {
  const [before, after, minutes] = [typed("before"), typed("after"), typed("minutes")].map(numberOf);
  if (before === undefined && after === undefined && minutes === undefined) return undefined;
  return { before: before ?? Number.NaN, after: after ?? Number.NaN, minutes: minutes ?? Number.NaN };
}

/** Returns what was seen inside the premises. Undefined while the question about the leak is not answered. */
function internalIn(typed: Typed): Report["internal"] {
  const leak = chosenOf(actaWords.leaks, typed("leak"));
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
 * Returns how the acta was signed, or why it was not. Both are undefined if the question is not answered or nobody was
 * there.
 */
function signingIn(typed: Typed): Pick<Report, "signing" | "unsigned"> {
  if (typed("outcome") === "absent") return {};
  const how = chosenOf(signingNames, typed("how"));
  if (how) return { signing: { how, by: how === "at-request" ? typed("by") : undefined } };
  return typed("how") === "refuses" ? { unsigned: textOf(typed("unsigned")) } : {};
}

/** What was seen from the street. Who found nobody is asked for the premises and the box alone, and may note more. */
function externalIn(typed: Typed, leakAtBox: boolean): Report["external"] {
  return {
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
  };
}

interface TypedParts extends ReturnType<typeof signingIn> {
  readonly outcome: Report["outcome"];
  readonly leakAtBox: boolean;
  readonly internal: Report["internal"];
  readonly causes: readonly FoundCause[];
}

/** The day and hour that the customer was given for the visit; the hour is `HH:MM` in Lima. */
type GivenHour = Pick<Visit, "on" | "from">;

/**
 * Returns the problem of nobody in, or nobody who let the inspector in, before the hour that the customer was given.
 */
function earlyProblem(typed: Typed, outcome: Report["outcome"], visit: GivenHour) {
  const isEarly = !isLetIn(outcome) && typed("startedAt") < `${visit.on}T${visit.from}`;
  return isEarly ? fieldProblem("startedAt", actaWords.tooEarly(clockOf(visit.from))) : undefined;
}

/** The types make these the numbers of the domain: a page takes no values from there. */
const slack: typeof slackMinutes = 15;
const longest: typeof longestMinutes = 120;

/**
 * Whether the hours written contradict those at which the files were made, as the API judges it (`contradictsFiles`).
 */
function contradictsFiles(
  { startedAt, endedAt }: { readonly startedAt: string; readonly endedAt: string | undefined },
  files: readonly MadeFile[],
): boolean {
  const start = Date.parse(startedAt);
  const end = endedAt ? Date.parse(endedAt) : start + longest * 60_000;
  return files.some(({ takenAt = startedAt }) => {
    const made = Date.parse(takenAt);
    return made < start - slack * 60_000 || made > end + slack * 60_000;
  });
}

/** What is missing of who was there and did not sign: the answer to how they sign, or why not. */
function unsignedProblem(typed: Typed, { outcome, signing, unsigned }: TypedParts) {
  if (outcome === "absent" || signing || unsigned) return {};
  return typed("how") ? { unsigned: actaWords.unsignedMissing } : { how: reportWords.choose };
}

/** Returns the problem of all that is missing or wrong, each on its field. Undefined if there is none. */
function wrongIn(typed: Typed, parts: TypedParts, kinds: readonly CaptureKind[]) {
  const { outcome, internal, causes, signing } = parts;
  const lacks = (name: string) => textOf(typed(name)) === undefined;
  const isIn = isLetIn(outcome);
  const tooMany = isIn && tooManyIn(typed);
  const paper = signing?.how === "on-screen" ? "signature" : "signed-paper";
  return formProblem({
    premises: lacks("premises") ? actaWords.premisesMissing : "",
    leakAtBox: lacks("leakAtBox") ? reportWords.choose : "",
    ...(tooMany && { [tooMany]: actaWords.tooMany }),
    leak: isIn && !internal ? reportWords.choose : "",
    relation: outcome !== "absent" && !lacks("name") && lacks("relation") ? actaWords.relationMissing : "",
    how: signing && !kinds.includes(paper) ? actaWords.signatureMissing : "",
    ...unsignedProblem(typed, parts),
    observations: causes.includes("other") && lacks("observations") ? actaWords.otherMissing : "",
  });
}

/** Returns the parts of the acta that were checked, or the problem of what is missing or wrong in them. */
function partsIn(typed: Typed, kinds: readonly CaptureKind[]): Outcome<TypedParts> {
  const outcome = chosenOf(actaWords.outcomes, typed("outcome"));
  if (!outcome) return fieldProblem("outcome", reportWords.choose);
  const isIn = isLetIn(outcome);
  const parts = {
    outcome,
    leakAtBox: typed("leakAtBox") === "yes",
    internal: isIn ? internalIn(typed) : undefined,
    causes: isIn ? namesIn(causeNames).filter((cause) => typed(`cause-${cause}`) !== "") : [],
    ...signingIn(typed),
  };
  const problem = wrongIn(typed, parts, kinds);
  return problem ? { ok: false, problem } : { ok: true, value: parts };
}

/**
 * Returns the acta as typed, or what is missing or wrong in it; the API checks the rest. Needed are the outcome, the
 * premises, the leak at the box, with `whole` or `partial` the leak inside, of who attended what they are of the
 * holder, for a signature its picture among `files` and without one the reason, and observations on the cause `other`.
 * Leaves out what was not seen inside and, with `absent`, who attended, signature, end and remedy.
 */
export function reportIn(typed: Typed, files: readonly MadeFile[], visit: GivenHour): Outcome<Report> {
  const kinds = files.map(({ kind }) => kind);
  const parts = partsIn(typed, kinds);
  if (!parts.ok) return parts;
  const { outcome, leakAtBox, internal, causes, signing, unsigned } = parts.value;
  const early = earlyProblem(typed, outcome, visit);
  if (early) return early;
  const wasThere = outcome !== "absent";
  const name = wasThere ? textOf(typed("name")) : undefined;
  const ended = wasThere ? textOf(typed("endedAt")) : undefined;
  const hours = { startedAt: typedInstant(typed("startedAt")), endedAt: ended && typedInstant(ended) };
  const hourReason = textOf(typed("hourReason"));
  const contradicts = contradictsFiles(hours, files);
  if (contradicts && hourReason === undefined) return fieldProblem("hourReason", actaWords.hourReasonMissing);
  return {
    ok: true,
    value: {
      outcome,
      ...hours,
      hourReason: contradicts ? hourReason : undefined,
      attendedBy: name === undefined ? undefined : { name, relation: typed("relation") },
      signing,
      unsigned,
      external: externalIn(typed, leakAtBox),
      internal,
      causes: [...causes],
      observations: typed("observations"),
      remedy: wasThere ? textOf(typed("remedy")) : undefined,
    },
  };
}
