import { Facts } from "../../look/facts.tsx";
import { Findings } from "../../look/findings.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { claimTypeNames } from "../../words/claim-types.ts";
import { findingWords } from "../../words/findings.ts";
import { cubicMetres, monthAndYear, soles } from "../../words/format.ts";
import { caseWords, requestNames, wordIn } from "./case.words.ts";
import type { CaseFile } from "./case-file.ts";

/**
 * Renders the summary of a case: what the customer says and asks for, the receipts claimed, and each term with its last
 * day and how it is counted. While the claim is `filed` or `observed`, the findings about its admission follow. The
 * details are loaded after that.
 */
export function CaseSummary({ file }: { readonly file: CaseFile }) {
  return (
    <>
      <div class="halves">
        <Matter file={file} />
        {file.clocks.length > 0 && (
          <Loaded load={() => import("./case-clocks.tsx")} about="clocks">
            {({ CaseClocks }) => <CaseClocks file={file} />}
          </Loaded>
        )}
      </div>
      <Admission file={file} />
      <Loaded load={() => import("./case-details.tsx")} about="details">
        {({ CaseDetails }) => <CaseDetails file={file} />}
      </Loaded>
    </>
  );
}

interface PartProps {
  readonly file: CaseFile;
}

/** What the customer says and asks for, and of which receipts. */
function Matter({ file }: PartProps) {
  const { claimFacts: names } = caseWords;
  return (
    <section>
      <h2>{caseWords.grounds}</h2>
      <p class="said">{file.grounds}</p>
      <Facts
        rows={[
          [names.request, wordIn(requestNames, file.request)],
          [names.claimType, claimTypeNames[file.claimType]],
        ]}
      />
      {file.receipts.length > 0 && (
        <ScrollTable caption={caseWords.receipts} columns={caseWords.receiptColumns}>
          {file.receipts.map(({ number, period, m3, amount }) => (
            <tr key={number}>
              <th scope="row">{number}</th>
              <td>{monthAndYear(period)}</td>
              <td>{cubicMetres(m3)}</td>
              <td>
                <b>{soles(amount)}</b>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </section>
  );
}

/** The findings about a claim while it is `filed` or `observed`. */
function Admission({ file: { state, findings } }: PartProps) {
  if (findings.length === 0 || (state !== "filed" && state !== "observed")) return null;
  return (
    <section>
      <h2>{findingWords.admission}</h2>
      <Findings findings={findings} />
    </section>
  );
}
