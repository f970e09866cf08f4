import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../../client.ts";
import { Notice } from "../../look/notice.tsx";
import { api } from "../api.ts";
import { DocumentSeen } from "../attachment/document-seen.tsx";
import { actWords } from "../case/acts.words.ts";
import { type CaseFile, unproved } from "../case/case-file.ts";
import { Entries } from "../case/case-timeline.tsx";
import { addressOf, DeskProblem } from "../page.tsx";
import { footWords } from "./draft-foot.words.ts";

interface DraftFootProps {
  /** The case as it is known after the last save. */
  readonly file: CaseFile;
  readonly busy: boolean;
  /** Saves the draft as typed; undefined if there is no form. */
  readonly save: () => Promise<Outcome<CaseFile> | undefined>;
  /** Reads the case again. */
  readonly again: () => void;
}

/**
 * Renders the foot of a draft: the button that sends it to signature. While evidence is missing or a finding is open
 * that nobody else let go, that button is off, and says who may let it go and where, with a button that asks them to.
 */
export function DraftFoot({ file, busy, again }: Omit<DraftFootProps, "save">) {
  const proofs = unproved(file).length;
  const faults = file.draft?.findings.filter(({ stops, override }) => stops || !override) ?? [];
  const isOff = proofs + faults.length > 0;
  const areStops = faults.some(({ stops }) => stops);
  const areLeft = proofs > 0 || faults.some(({ stops }) => !stops);
  const [problem, setProblem] = useState<ClientProblem>();
  const [isAsking, setAsking] = useState(false);
  const ask = async () => {
    if (isAsking) return;
    setAsking(true);
    const outcome = await api.askOverride({ params: { claimId: file.claimId }, body: {}, key: crypto.randomUUID() });
    setAsking(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    if (outcome.ok) again();
  };
  return (
    <>
      {isOff && (
        <section class="notice" id="draft-off">
          <h2>{footWords.off}</h2>
          <p>{footWords.missing(proofs, faults.length)}</p>
          {areStops && <p>{footWords.stops}</p>}
          {areLeft && <p>{footWords.who}</p>}
          {areLeft && <p>{footWords.where(actWords.dispensa.title)}</p>}
          {problem && <DeskProblem problem={problem} />}
          {areLeft && file.draft?.overrideAsked && <p role="status">{footWords.asked(file.draft?.overrideAsked)}</p>}
          <p class="buttons">
            {areLeft && !file.draft?.overrideAsked && (
              <button type="button" class="button plain" aria-busy={isAsking || undefined} onClick={ask}>
                {footWords.ask}
              </button>
            )}
            <a class="button plain" href={addressOf("case", { claimId: file.claimId })}>
              {footWords.toCase}
            </a>
            <button type="button" class="button plain" onClick={again}>
              {footWords.again}
            </button>
          </p>
        </section>
      )}
      <button
        type="submit"
        class="button"
        aria-busy={busy || undefined}
        disabled={isOff}
        aria-describedby={isOff ? "draft-off" : undefined}
      >
        {actWords.resolucion.send}
      </button>
    </>
  );
}

interface Printed {
  readonly documentId: string;
  readonly fileName: string;
  readonly savedAt: string;
}

/**
 * Renders a button that shows the pages of the letter as it would be printed: the draft is saved first, and what was
 * shown of an older one goes away.
 */
export function DraftLetter({ file: { claimId, draft }, save }: Pick<DraftFootProps, "file" | "save">) {
  const [printed, setPrinted] = useState<Printed>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [isAsked, setAsked] = useState(false);
  const look = async () => {
    setAsked(true);
    const saved = await save();
    const answer = saved?.ok ? await api.previewResolution({ params: { claimId }, body: {} }) : saved;
    setAsked(false);
    setProblem(answer && !answer.ok ? answer.problem : undefined);
    if (answer?.ok && "documentId" in answer.value) setPrinted(answer.value);
  };
  const isOld = printed !== undefined && printed.savedAt !== draft?.savedAt;
  return (
    <section>
      <h2>{footWords.letter}</h2>
      <p>{footWords.letterText}</p>
      {problem && <DeskProblem problem={problem} />}
      <p>
        <button type="button" class="button plain" aria-busy={isAsked || undefined} onClick={look}>
          {footWords.see}
        </button>
      </p>
      <p role="status">{isOld && !isAsked ? footWords.old : ""}</p>
      {printed && !isOld && <DocumentSeen key={printed.documentId} claimId={claimId} {...printed} />}
    </section>
  );
}

/** Renders who returned the resolution without signing it, when and why. */
export function DraftReturned({ entry }: { readonly entry: CaseFile["entries"][number] | undefined }) {
  if (!entry) return null;
  return (
    <Notice title={footWords.returned}>
      <Entries entries={[entry]} />
      <p>{footWords.kept}</p>
    </Notice>
  );
}
