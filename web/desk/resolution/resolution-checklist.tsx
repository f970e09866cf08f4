import { type CaseFile, unproved } from "../case/case-file.ts";
import { AddEvidence } from "../visit/add-evidence.tsx";
import { findingWords } from "./answers.words.ts";
import { draftWords } from "./resolution.words.ts";

/**
 * Renders the evidence of a case that is missing, with a link to add an item if the caller may. Then lists the items
 * that were overridden, each with by whom and why. If nothing is missing, says so.
 */
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

/**
 * Renders what the lint of the draft found when it was saved last: each finding with what shows it and a link to the
 * field to correct, or, if it was overridden, by whom and why. Says so if nothing was found, or if no draft was saved
 * yet.
 */
export function Findings({ draft }: { readonly draft: CaseFile["draft"] }) {
  return (
    <section class="beside">
      <h2>{findingWords.title}</h2>
      <p role="status">{summaryOf(draft)}</p>
      <ul>
        {draft?.findings.map(({ key, text, field, look, stops, override }) => (
          <li key={key}>
            {text} {stops && <b>{findingWords.stops}</b>} {look && <span class="hint">{findingWords.look(look)}</span>}{" "}
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
