import { instant } from "../../words/format.ts";
import { roleName } from "../work/roles.words.ts";
import { caseWords } from "./case.words.ts";
import type { CaseFile } from "./case-file.ts";
import { entryNames } from "./entries.words.ts";

/** An entry of the case: `effectiveAt` is when it happened, `recordedAt` when it was written down. */
type Entry = CaseFile["entries"][number];

/**
 * Returns who recorded an entry, in Spanish: for the company the person and role, if known; for anybody else, the
 * party.
 */
function whoOf({ by, person, role }: Entry): string {
  if (by !== "company") return caseWords.by[by];
  return [person, role && roleName(role)].filter(Boolean).join(", ") || caseWords.by.company;
}

/**
 * Renders entries of a case as a list, in the order given: name, when it happened, who did it and its text. If an entry
 * was recorded in another minute than it happened, shows when it was recorded too.
 */
export function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <ol class="timeline">
      {entries.map((entry) => (
        <li key={entry.seq}>
          <b>{entryNames[entry.type]}</b>
          <span class="hint">
            {instant(entry.effectiveAt)} · {whoOf(entry)}
          </span>
          {entry.recordedAt.slice(0, 16) !== entry.effectiveAt.slice(0, 16) && (
            <span class="hint">{caseWords.recordedLater(instant(entry.recordedAt))}</span>
          )}
          {entry.text && <span>{entry.text}</span>}
        </li>
      ))}
    </ol>
  );
}

/** Renders all entries of a case, the last first, and below them the last hash of the case's chain. */
export function CaseTimeline({ file }: { readonly file: CaseFile }) {
  return (
    <section>
      <h2>{caseWords.timeline}</h2>
      <Entries entries={file.entries.toReversed()} />
      <p class="fingerprint">
        {caseWords.head}: {file.chainHead}
      </p>
    </section>
  );
}
