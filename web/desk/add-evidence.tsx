import { evidenceWords } from "../words/desk-evidence.ts";
import type { CaseFile } from "./case-file.ts";
import { addressOf } from "./page.tsx";

interface AddEvidenceProps {
  readonly file: CaseFile;
  readonly one: CaseFile["evidence"][number];
}

/** The link to add an item of evidence; nothing unless it is missing and the caller may add it. */
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
