import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { ClientProblem, Outcome } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { Choice, Submit, TextField } from "../look/field.tsx";
import { useKeptForm } from "../look/kept-form.ts";
import { LongText } from "../look/long-text.tsx";
import { actWords, outcomeNames } from "../words/desk-acts.ts";
import { draftWords } from "../words/desk-resolution.ts";
import { instant } from "../words/format.ts";
import { ActPage } from "./act-page.tsx";
import { ActProblem, doneAddress, type OpenedActProps } from "./act-problem.tsx";
import { api } from "./api.ts";
import type { CaseFile } from "./case-file.ts";
import { chosenOf, fieldProblem, numberOf, textOf } from "./typed.ts";

/** How long after the last letter a draft saves itself. */
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

const missingOf = ({ evidence }: CaseFile) => evidence.filter(({ status }) => status === "missing");

/** The draft of a resolution and its way to the signature. */
export function ResolutionPage() {
  return <ActPage act="resolucion" Shown={ResolutionDraft} />;
}

/** The draft of the resolution, which saves itself as it is typed, and its way to the signature. */
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
  useEffect(() => () => clearTimeout(timer.current), []);

  const save = async (form: HTMLFormElement): Promise<Outcome<CaseFile>> => {
    clearTimeout(timer.current);
    setSaved({ kind: "saving" });
    const data = new FormData(form);
    const outcome = await saveDraft(claimId, onVersion.current, basedOn.current, (name) =>
      String(data.get(name) ?? ""),
    );
    if (outcome.ok) {
      onVersion.current = outcome.value.version;
      basedOn.current = outcome.value.draft?.savedAt;
      setSaved({ kind: "saved", at: outcome.value.draft?.savedAt ?? new Date().toISOString() });
    } else {
      setSaved({ kind: "not-saved", problem: outcome.problem });
      if (outcome.problem.kind === "urn:caudal:version-stale") again();
    }
    return outcome;
  };
  const rest = (): void => {
    kept.keep();
    clearTimeout(timer.current);
    timer.current = setTimeout(() => kept.form.current && save(kept.form.current), restMs);
  };
  const { problem, busy, onSubmit } = useSending(
    async (typed, form) => {
      const outcome = await save(form);
      if (!outcome.ok) return outcome;
      const issued = await api.issueResolution({
        params: { claimId },
        version: onVersion.current,
        key,
        body: { overrides: overridesOf(file, typed) },
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
      <form method="dialog" noValidate ref={kept.form} onInput={rest} onSubmit={onSubmit}>
        <DraftFields file={file} problem={problem} />
        <p role="status">{savedWords(saved)}</p>
        <p>
          <button type="button" class="button plain" onClick={() => kept.form.current && save(kept.form.current)}>
            {draftWords.save}
          </button>
        </p>
        <Checklist file={file} problem={problem} />
        <Submit busy={busy}>{actWords[act].send}</Submit>
      </form>
    </>
  );
}

const isStale = ({ kind }: ClientProblem): boolean => kind === "urn:caudal:version-stale";

interface PartProps {
  readonly file: CaseFile;
  readonly problem: ClientProblem | undefined;
}

function DraftFields({ file: { draft }, problem }: PartProps) {
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
        max={8000}
        problem={problem}
        {...(draft && { initial: draft.reasons })}
      />
      <TextField
        name="correctedM3"
        label={draftWords.correctedM3}
        hint={draftWords.correctedHint}
        numeric
        size="short"
        problem={problem}
        {...(draft?.correctedM3 !== undefined && { initial: String(draft.correctedM3) })}
      />
    </>
  );
}

const overrideName = (item: string): string => `override-${item}`;

function Checklist({ file, problem }: PartProps) {
  const missing = missingOf(file);
  return (
    <section>
      <h2>{draftWords.evidence}</h2>
      <p>{missing.length > 0 ? draftWords.evidenceText : draftWords.complete}</p>
      {missing.map(({ item, name }) => (
        <TextField
          key={item}
          name={overrideName(item)}
          label={draftWords.override(name)}
          hint={draftWords.inside}
          initial=""
          problem={problem}
        />
      ))}
    </section>
  );
}

function overridesOf(file: CaseFile, typed: (name: string) => string) {
  return missingOf(file).flatMap(({ item }) => {
    const reason = textOf(typed(overrideName(item)));
    return reason === undefined ? [] : { item, reason };
  });
}

async function saveDraft(
  claimId: string,
  version: number,
  basedOn: string | undefined,
  typed: (name: string) => string,
): Promise<Outcome<CaseFile>> {
  const outcome = chosenOf(outcomeNames, typed("outcome"));
  if (!outcome) return fieldProblem("outcome", draftWords.choose);
  return api.saveResolution({
    params: { claimId },
    version,
    body: {
      outcome,
      decision: typed("decision"),
      reasons: typed("reasons"),
      correctedM3: numberOf(typed("correctedM3")),
      ...(basedOn !== undefined && { basedOn }),
    },
  });
}
