import { draftWords } from "../words/desk-resolution.ts";
import { AddEvidence } from "./add-evidence.tsx";
import { type CaseFile, unproved } from "./case-file.ts";

/** Lists the evidence that is missing, with links to add it, and the overridden items with who overrode them and why. */
export function Checklist({ file }: { readonly file: CaseFile }) {
  const bare = unproved(file);
  return (
    <section>
      <h2>{draftWords.evidence}</h2>
      <p>{bare.length > 0 ? draftWords.evidenceText : draftWords.complete}</p>
      <ul>
        {bare.map((one) => (
          <li key={one.item}>
            {one.name} {one.detail && <span class="hint">{one.detail}</span>} <AddEvidence file={file} one={one} />
          </li>
        ))}
        {file.evidence.map(({ item, name, override }) =>
          override ? <li key={item}>{draftWords.overridden(name, override.person, override.reason)}</li> : null,
        )}
      </ul>
    </section>
  );
}
