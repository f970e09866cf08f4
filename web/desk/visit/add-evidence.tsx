import type { CaseFile } from "../case/case-file.ts";
import { evidenceWords } from "../case/evidence.words.ts";
import { addressOf } from "../page.tsx";

interface AddEvidenceProps {
  readonly file: CaseFile;
  /** The item of evidence. */
  readonly one: CaseFile["evidence"][number];
}

/**
 * Renders a link to the form that adds one item of evidence to a case. Draws nothing unless the item is missing and the
 * caller may add evidence for the item now (`addable`).
 */
export function AddEvidence({ file: { claimId }, one: { item, name, status, addable } }: AddEvidenceProps) {
  if (!addable || status !== "missing") return null;
  const control = item === "billing-control";
  const address = addressOf("caseAct", { claimId, act: control ? "control" : "prueba" });
  return (
    <a class="button plain" href={control ? address : `${address}?prueba=${item}`}>
      {evidenceWords.add(name)}
    </a>
  );
}
