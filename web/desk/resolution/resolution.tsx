import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { apiNow } from "../../api-clock.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { useSending } from "../../look/asking.ts";
import { Choice, TextField } from "../../look/field.tsx";
import { useKeptForm } from "../../look/kept-form.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { LongText } from "../../look/long-text.tsx";
import { instant, monthAndYear } from "../../words/format.ts";
import { api } from "../api.ts";
import { ActPage } from "../case/act-page.tsx";
import { ActProblem, doneAddress, type OpenedActProps } from "../case/act-problem.tsx";
import { outcomeNames } from "../case/acts.words.ts";
import { type CaseFile, returnOf } from "../case/case-file.ts";
import { chosenOf, fieldProblem, numberOf, textOf } from "../typed.ts";
import { answersIn, DraftAnswers } from "./draft-answers.tsx";
import { draftWords } from "./resolution.words.ts";

/** A draft saves itself this long after the last letter. */
const restMs = 1500;

type Saved =
  | { readonly kind: "not-yet" | "unsaved" | "saving" }
  | { readonly kind: "saved"; readonly at: string }
  | { readonly kind: "not-saved"; readonly problem: ClientProblem };

function savedWords(saved: Saved): string {
  if (saved.kind === "saved") return draftWords.saved(instant(saved.at));
  if (saved.kind === "not-saved") {
    const [field] = saved.problem.fields;
    return `${draftWords.notSaved} ${field?.message ?? saved.problem.title}`;
  }
  if (saved.kind === "unsaved") return draftWords.unsaved;
  return saved.kind === "saving" ? draftWords.saving : draftWords.notYet;
}

/**
 * Renders the page on which a resolution is written, or says that the caller may not now. The draft is kept in the tab
 * and saves itself 1.5 seconds after the last letter. Submitting saves it, sends it to signature and goes to the case.
 * For `version-stale` the case is read again and the form stays; if somebody else saved another text meanwhile, that
 * text stands beside it, and nothing is saved until one of the two, or both, is taken.
 */
export function ResolutionPage() {
  return <ActPage act="resolucion" Shown={ResolutionDraft} />;
}

/**
 * The draft of a resolution. It is kept in the tab, with what it is based on, and saves itself as it is typed, each
 * time on the version that the last save returned. Its submit saves it and issues the resolution, which then waits for
 * its signature. It says that it is saved only if the server has this text.
 */
function ResolutionDraft({ act, file, again }: OpenedActProps) {
  const { claimId, version, draft } = file;
  const { route } = useLocation();
  const [key] = useState(() => crypto.randomUUID());
  // A field that nobody touched would turn into what somebody else saved meanwhile.
  const [begunWith] = useState(draft);
  const begun = { ...file, draft: begunWith };
  const kept = useKeptForm(sessionStorage, `caudal.act.${claimId}.${act}`);
  const [saved, setSaved] = useState<Saved>(draft ? { kind: "saved", at: draft.savedAt } : { kind: "not-yet" });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const onVersion = useRef(version);
  onVersion.current = Math.max(onVersion.current, version);
  /** When the saved draft that this text goes on from was saved: "" if from none. A kept text brings its own. */
  const [basedOn, setBasedOn] = useState(draft?.savedAt ?? "");
  const [written, setWritten] = useState<CaseFile>();
  // Saving records no entry, so of the same version what was saved here is the newer.
  const known = written && written.version >= version ? written : file;
  const others = known.draft && known.draft.savedAt !== basedOn ? known.draft : undefined;
  const [isDismissal, setDismissal] = useState(dismisses(draft?.outcome));
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Once what was kept is filled in: it may be another text than the one that was saved.
    const form = kept.form.current;
    if (form && draft && contentOf(draft) !== contentOf(typedDraft(file, form))) setSaved({ kind: "unsaved" });
  }, []);

  const save = async (form: HTMLFormElement): Promise<Outcome<CaseFile>> => {
    clearTimeout(timer.current);
    setSaved({ kind: "saving" });
    const outcome = await saveDraft(file, onVersion.current, form);
    if (outcome.ok) {
      onVersion.current = outcome.value.version;
      setBasedOn(outcome.value.draft?.savedAt ?? "");
      setWritten(outcome.value);
      setSaved({ kind: "saved", at: outcome.value.draft?.savedAt ?? new Date(apiNow()).toISOString() });
    } else {
      setSaved({ kind: "not-saved", problem: outcome.problem });
      if (isStale(outcome.problem)) {
        // What was saved here is no longer the newer of the two.
        setWritten(undefined);
        again();
      }
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
    if (!others) timer.current = setTimeout(() => kept.form.current && save(kept.form.current), restMs);
  };
  useEffect(() => void kept.keep(), [basedOn]);
  const settle = (form: HTMLFormElement, savedAt: string): void => {
    setBasedOn(savedAt);
    setSaved({ kind: "unsaved" });
    // The field of what it is based on has to be drawn first.
    setTimeout(() => save(form));
    showMatters();
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
  const onKeptBase = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void =>
    setBasedOn(currentTarget.value);
  const shown = problem ?? (saved.kind === "not-saved" && isStale(saved.problem) ? saved.problem : undefined);
  return (
    <>
      <ActProblem problem={shown} file={file} />
      {returnOf(file) && (
        <Loaded load={() => import("./draft-foot.tsx")} about="returned">
          {({ DraftReturned }) => <DraftReturned entry={returnOf(file)} />}
        </Loaded>
      )}
      {others && (
        <Loaded load={() => import("./draft-conflict.tsx")} about="conflict">
          {({ DraftConflict }) => (
            <DraftConflict
              file={known}
              others={others}
              names={{ m3Name, outcomeName, departureName }}
              form={() => kept.form.current}
              onSettled={settle}
            />
          )}
        </Loaded>
      )}
      <div class="halves">
        <form method="dialog" noValidate ref={kept.form} onInput={rest} onChange={showMatters} onSubmit={onSubmit}>
          <input type="hidden" name={basedOnName} value={basedOn} onChange={onKeptBase} />
          <DraftFields file={begun} problem={problem} />
          <DraftAnswers file={begun} isDismissal={isDismissal} problem={problem} />
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
          <Loaded load={() => import("../case/case-beside.tsx")} about="beside">
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

const basedOnName = "basedOn";
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

const typedIn =
  (form: HTMLFormElement) =>
  (name: string): string =>
    String(new FormData(form).get(name) ?? "");

/** What is typed, as it is saved, but for the outcome, which may not be chosen yet. */
function typedDraft(file: CaseFile, form: HTMLFormElement) {
  const typed = typedIn(form);
  return {
    outcome: chosenOf(outcomeNames, typed("outcome")),
    decision: typed("decision"),
    reasons: typed("reasons"),
    months: file.receipts.map(({ number }) => ({
      receiptNumber: number,
      outcome: chosenOf(outcomeNames, typed(outcomeName(number))),
      correctedM3: numberOf(typed(m3Name(number))),
      departure: textOf(typed(departureName(number))),
    })),
    answers: answersIn(file, form),
  };
}

/** A text by which two drafts are the same, however a form writes its line ends; a month without anything is none. */
function contentOf({ outcome, decision, reasons, months, answers }: Draft): string {
  const said = months.map((month) => [month.receiptNumber, month.outcome, month.correctedM3, month.departure]);
  const cited = answers.map(({ matter, text, cites }) => [matter, text, cites]);
  const all = [outcome, decision, reasons, said.filter((month) => month.slice(1).some(Boolean)), cited];
  return JSON.stringify(all).replaceAll("\\r\\n", "\\n");
}
type Draft = Pick<NonNullable<CaseFile["draft"]>, "decision" | "reasons" | "months" | "answers"> & {
  readonly outcome?: string | undefined;
};

/**
 * Saves the draft as typed, on `version` of the case, over the draft that the form says it is based on. Refuses a draft
 * without an outcome.
 */
async function saveDraft(file: CaseFile, version: number, form: HTMLFormElement): Promise<Outcome<CaseFile>> {
  const { outcome, ...draft } = typedDraft(file, form);
  if (!outcome) return fieldProblem("outcome", draftWords.choose);
  const basedOn = textOf(typedIn(form)(basedOnName));
  const body = { outcome, ...draft, ...(basedOn !== undefined && { basedOn }) };
  return api.saveResolution({ params: { claimId: file.claimId }, version, body });
}
