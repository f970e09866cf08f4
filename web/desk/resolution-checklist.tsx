import { findingWords } from "../words/desk-answers.ts";
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

/** What is wrong with the draft as it was saved last: where it is mended, what shows it, and who let it go. */
export function Findings({ draft }: { readonly draft: CaseFile["draft"] }) {
  return (
    <section class="beside">
      <h2>{findingWords.title}</h2>
      <p role="status">{summaryOf(draft)}</p>
      <ul>
        {draft?.findings.map(({ key, text, field, look, override }) => (
          <li key={key}>
            {text} {look && <span class="hint">{findingWords.look(look)}</span>}{" "}
            {override ? (
              <span class="hint">{findingWords.overridden(override.person, override.reason)}</span>
            ) : (
              <a href={`#${field}`} aria-label={`${findingWords.goTo}: ${text}`}>
                {findingWords.goTo}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function summaryOf(draft: CaseFile["draft"]): string {
  if (!draft) return findingWords.notYet;
  return draft.findings.length > 0 ? findingWords.text : findingWords.none;
}
