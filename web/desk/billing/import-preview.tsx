import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import type { ClientProblem } from "../../client.ts";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { wholeNumber } from "../../words/format.ts";
import { api } from "../api.ts";
import { DeskProblem } from "../page.tsx";
import { previewWords as words } from "./import-preview.words.ts";

interface OfImport {
  readonly shown: AnswerOf<Routes["showImport"]>;
}

interface PreviewProps extends OfImport {
  /** Called once somebody decided, here or elsewhere. */
  readonly onDecided: () => void;
}

/**
 * Renders what an import that waits would store: how many rows, and the holders that it changes, before and after; and
 * the two buttons that decide. A press while another is on its way is ignored. What the API refuses is said above.
 */
export function Preview({ shown, onDecided }: PreviewProps) {
  const { importId, progress, holders } = shown;
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const decide = async (as: "import" | "discard") => {
    if (busy) return;
    setBusy(true);
    const outcome = await api.decideImport({ params: { importId }, body: { as } });
    setBusy(false);
    setProblem(outcome.ok ? undefined : outcome.problem);
    onDecided();
  };
  return (
    <>
      {problem && <DeskProblem problem={problem} />}
      <p>{words.found(progress.of, progress.withError)}</p>
      {holders && <Holders holders={holders} />}
      <p>{words.nothingYet}</p>
      <div class="buttons">
        <button type="button" class="button" aria-busy={busy || undefined} onClick={() => decide("import")}>
          {words.act}
        </button>
        <button type="button" class="button plain" aria-busy={busy || undefined} onClick={() => decide("discard")}>
          {words.discard}
        </button>
      </div>
    </>
  );
}

function Holders({ holders: { rows, first } }: { readonly holders: NonNullable<OfImport["shown"]["holders"]> }) {
  return (
    <section>
      <h2>{words.holders(rows)}</h2>
      {rows > first.length && <p>{words.first(first.length)}</p>}
      <ScrollTable caption={words.holders(rows)} columns={words.holderColumns}>
        {first.map(({ supplyCode, before, after }) => (
          <tr key={supplyCode}>
            <th scope="row">{supplyCode}</th>
            <td>{before}</td>
            <td>{after}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}

/** Says who decided about an import and when; nothing if nobody had to. */
export function Decided({ shown: { decided } }: OfImport) {
  return decided ? <p>{words.decided[decided.as](decided.by, decided.at)}</p> : null;
}

/** Renders why rows of an import are refused, the commonest reason first; nothing if none is. */
export function RefusedRows({ shown: { refusedFor = [] } }: OfImport) {
  if (refusedFor.length === 0) return null;
  return (
    <section>
      <h2>{words.refused}</h2>
      <ScrollTable caption={words.refused} columns={words.refusedColumns}>
        {refusedFor.map(({ reason, rows, line }) => (
          <tr key={reason}>
            <th scope="row">{reason}</th>
            <td class="figure">{wholeNumber(rows)}</td>
            <td class="figure">{wholeNumber(line)}</td>
          </tr>
        ))}
      </ScrollTable>
    </section>
  );
}
