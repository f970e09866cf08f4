import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { apiNow } from "../api-clock.ts";
import type { ClientProblem, Outcome } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { Choice, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { Loaded } from "../look/loaded-module.tsx";
import { LongText } from "../look/long-text.tsx";
import { outcomeNames } from "../words/desk-acts.ts";
import { draftWords } from "../words/desk-resolution.ts";
import { instant, monthAndYear } from "../words/format.ts";
import { ActPage } from "./act-page.tsx";
import { ActProblem, doneAddress, type OpenedActProps } from "./act-problem.tsx";
import { api } from "./api.ts";
import { type CaseFile, returnOf } from "./case-file.ts";
import { answersIn, DraftAnswers } from "./draft-answers.tsx";
import { chosenOf, fieldProblem, numberOf, textOf } from "./typed.ts";

/** A draft saves itself this long after the last letter. */
const restMs = 1500;

type Saved =
  | { readonly kind: "not-yet" | "saving" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "not-saved"; readonly problem: ClientProblem };

function savedWords(saved: Saved): string {
  if (saved.kind === "saved") return draftWords.saved(instant(saved.at));
  if (saved.kind === "not-saved") {
    const [field] = saved.problem.fields;
    return `${draftWords.notSaved} ${field?.message ?? saved.problem.title}`;
  }
  return saved.kind === "saving" ? draftWords.saving : draftWords.notYet;
}

/**
 * Renders the page on which a resolution is written, or says that the caller may not now. The draft is kept in the tab
 * and saves itself 1.5 seconds after the last letter. One returned unsigned says by whom and why. Submitting saves it,
 * sends it to signature and goes to the case. For `version-stale` the case is read again and the form stays.
 */
export function ResolutionPage() {
  return <ActPage act="resolucion" Shown={ResolutionDraft} />;
}

/**
 * The draft of a resolution. It is kept in the tab and saves itself as it is typed, each time on the version that the
 * last save returned. Its submit saves it and issues the resolution, which then waits for its signature.
 */
function ResolutionDraft({ act, file, again }: OpenedActProps) {
  const { claimId, version, draft } = file;
  const { route } = useLocation();
  const [key] = useState(() => crypto.randomUUID());
  const kept = useKeptForm(sessionStorage, `caudal.act.${claimId}.${act}`);
  const [saved, setSaved] = useState<Saved>(draft ? { kind: "saved", at: draft.savedAt } : { kind: "not-yet" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onVersion = useRef(version);
  onVersion.current = Math.max(onVersion.current, version);
  const basedOn = useRef(draft?.savedAt);
  const [written, setWritten] = useState<CaseFile>();
  // Saving records no entry, so of the same version what was saved here is the newer.
  const known = written && written.version >= version ? written : file;
  const [isDismissal, setDismissal] = useState(dismisses(draft?.outcome));
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = async (form: HTMLFormElement): Promise<Outcome<CaseFile>> => {
    clearTimeout(timer.current);
    setSaved({ kind: "saving" });
    const outcome = await saveDraft(file, onVersion.current, basedOn.current, form);
    if (outcome.ok) {
      onVersion.current = outcome.value.version;
      basedOn.current = outcome.value.draft?.savedAt;
      setWritten(outcome.value);
      setSaved({ kind: "saved", at: outcome.value.draft?.savedAt ?? new Date(apiNow()).toISOString() });
    } else {
      setSaved({ kind: "not-saved", problem: outcome.problem });
      if (outcome.problem.kind === "urn:caudal:version-stale") again();
    }
    return outcome;
  };
  const saveTyped = async () => (kept.form.current ? save(kept.form.current) : undefined);
  const showMatters = (): void => {
    if (kept.form.current) setDismissal(dismisses(new FormData(kept.form.current).get("outcome")));
  };
  const rest = (): void => {
    kept.keep();
    showMatters();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => kept.form.current && save(kept.form.current), restMs);
  };
  const { problem, busy, onSubmit } = useSending(
    async (_, form) => {
      const outcome = await save(form);
      if (!outcome.ok) return outcome;
      const issued = await api.issueResolution({
        params: { claimId },
        version: onVersion.current,
        key,
        body: {},
      });
      if (!issued.ok && issued.problem.kind === "urn:caudal:version-stale") again();
      return issued;
    },
    () => {
      clearTimeout(timer.current);
      kept.drop();
      route(doneAddress(claimId, act));
    },
  );
  const shown = problem ?? (saved.kind === "not-saved" && isStale(saved.problem) ? saved.problem : undefined);
  return (
    <>
      <ActProblem problem={shown} file={file} />
      {returnOf(file) && (
        <Loaded load={() => import("./draft-foot.tsx")} about="returned">
          {({ DraftReturned }) => <DraftReturned entry={returnOf(file)} />}
        </Loaded>
      )}
      <div class="halves">
        <form method="dialog" noValidate ref={kept.form} onInput={rest} onChange={showMatters} onSubmit={onSubmit}>
          <DraftFields file={file} problem={problem} />
          <DraftAnswers file={file} isDismissal={isDismissal} problem={problem} />
          <p role="status">{savedWords(saved)}</p>
          <p>
            <button type="button" class="button plain" onClick={saveTyped}>
              {draftWords.save}
            </button>
          </p>
          <Loaded load={() => import("./resolution-checklist.tsx")} about="checklist">
            {({ Checklist }) => <Checklist file={known} />}
          </Loaded>
          <Loaded load={() => import("./draft-foot.tsx")} about="foot">
            {({ DraftFoot }) => <DraftFoot file={known} busy={busy} again={again} />}
          </Loaded>
        </form>
        <div>
          <Loaded load={() => import("./draft-foot.tsx")} about="letter">
            {({ DraftLetter }) => <DraftLetter file={known} save={saveTyped} />}
          </Loaded>
          <Loaded load={() => import("./resolution-checklist.tsx")} about="findings">
            {({ Findings }) => <Findings draft={known.draft} />}
          </Loaded>
          <Loaded load={() => import("./case-beside.tsx")} about="beside">
            {({ CaseBeside }) => <CaseBeside file={file} />}
          </Loaded>
        </div>
      </div>
    </>
  );
}

/** Whether an outcome examines no merits. */
const dismisses = (outcome: FormDataEntryValue | null | undefined): boolean =>
  outcome === "dismissed" || outcome === "concluded";

const isStale = ({ kind }: ClientProblem): boolean => kind === "urn:caudal:version-stale";

interface PartProps {
  readonly file: CaseFile;
  readonly problem: ClientProblem | undefined;
}

const m3Name = (receiptNumber: string): string => `m3-${receiptNumber}`;
/** The most characters of the reasons. */
const longest = 8000;

/**
 * Returns the consumption rules' explanations of the months, as a first text of the reasons. Empty if they are longer
 * than `longest`.
 */
function suggestedReasons({ consumption }: CaseFile): string {
  const text = (consumption?.months ?? []).map(({ explanation }) => explanation.join("\n")).join("\n");
  return text.length > longest ? "" : text;
}

/** Returns the volume at which the consumption rules leave a month, if they uphold the claim; undefined if not. */
function suggestedMonth({ consumption }: CaseFile, number: string) {
  const month = consumption?.months.find(({ receiptNumber }) => receiptNumber === number);
  return month?.verdict === "upheld" ? { outcome: undefined, correctedM3: month.m3, departure: undefined } : undefined;
}

/** Whether a month is judged atypical and without a leak, the one rule from which an officer may depart, in writing. */
function isWithoutLeak({ consumption }: CaseFile, number: string): boolean {
  return (
    consumption?.months.some(({ receiptNumber, reason }) => receiptNumber === number && reason === "no-leak") ?? false
  );
}

const departureName = (receiptNumber: string): string => `departure-${receiptNumber}`;
const outcomeName = (receiptNumber: string): string => `outcome-${receiptNumber}`;

/**
 * The fields of each claimed month: its m³, its own outcome if there are several months, and the reasons of a
 * departure.
 */
function MonthFields({ file, problem }: PartProps) {
  const { receipts, draft } = file;
  return receipts.map(({ number, period }) => {
    const month = draft
      ? draft.months.find(({ receiptNumber }) => receiptNumber === number)
      : suggestedMonth(file, number);
    return (
      <div key={number}>
        {receipts.length > 1 && (
          <Choice
            name={outcomeName(number)}
            legend={draftWords.monthOutcome(monthAndYear(period))}
            options={{ "": draftWords.asTheWhole, ...outcomeNames }}
            chosen={month?.outcome ?? ""}
            problem={problem}
          />
        )}
        <TextField
          name={m3Name(number)}
          label={draftWords.correctedM3(monthAndYear(period))}
          hint={draftWords.correctedHint}
          numeric
          size="short"
          problem={problem}
          {...(month?.correctedM3 !== undefined && { initial: String(month.correctedM3) })}
        />
        {isWithoutLeak(file, number) && (
          <LongText
            name={departureName(number)}
            label={draftWords.departure}
            hint={draftWords.departureHint}
            max={1000}
            problem={problem}
            initial={month?.departure ?? ""}
          />
        )}
      </div>
    );
  });
}

function DraftFields({ file, problem }: PartProps) {
  const { draft } = file;
  return (
    <>
      <Choice
        name="outcome"
        legend={draftWords.outcome}
        options={outcomeNames}
        problem={problem}
        {...(draft && { chosen: draft.outcome })}
      />
      <LongText
        name="decision"
        label={draftWords.decision}
        hint={draftWords.seenByUser}
        max={2000}
        problem={problem}
        {...(draft && { initial: draft.decision })}
      />
      <LongText
        name="reasons"
        label={draftWords.reasons}
        hint={draftWords.seenByUser}
        max={longest}
        problem={problem}
        initial={draft?.reasons ?? suggestedReasons(file)}
      />
      <MonthFields file={file} problem={problem} />
    </>
  );
}

/**
 * Saves the draft as typed, on `version` of the case. `basedOn` is when the draft that it replaces was saved. Refuses a
 * draft without an outcome.
 */
async function saveDraft(
  file: CaseFile,
  version: number,
  basedOn: string | undefined,
  form: HTMLFormElement,
): Promise<Outcome<CaseFile>> {
  const { claimId, receipts } = file;
  const data = new FormData(form);
  const typed = (name: string): string => String(data.get(name) ?? "");
  const outcome = chosenOf(outcomeNames, typed("outcome"));
  if (!outcome) return fieldProblem("outcome", draftWords.choose);
  return api.saveResolution({
    params: { claimId },
    version,
    body: {
      outcome,
      decision: typed("decision"),
      reasons: typed("reasons"),
      months: receipts.map(({ number }) => ({
        receiptNumber: number,
        outcome: chosenOf(outcomeNames, typed(outcomeName(number))),
        correctedM3: numberOf(typed(m3Name(number))),
        departure: textOf(typed(departureName(number))),
      })),
      answers: answersIn(file, form),
      ...(basedOn !== undefined && { basedOn }),
    },
  });
}
