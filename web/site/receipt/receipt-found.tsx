import { useEffect, useState } from "preact/hooks";
import type { ClientProblem } from "../../client.ts";
import { ProblemNotice } from "../../look/notice.tsx";
import { monthAndYear } from "../../words/format.ts";
import { givenWords, type LookedUp } from "../../words/receipt.ts";
import { addressOf, Heading } from "../page.tsx";
import { receiptTitle } from "../supply/receipt-title.words.ts";
import { forgetLookUp, keepLookUp } from "./kept-look-up.ts";
import { receiptFoundWords } from "./receipt-found.words.ts";
import { lookedUpReceipt, type typedProof } from "./receipt-proof.tsx";
import { ReceiptSheet } from "./receipt-sheet.tsx";

interface ReceiptFoundProps {
  /** The supply's newest receipt. */
  readonly newest: LookedUp;
  /** What was given to look it up. */
  readonly proof: ReturnType<typeof typedProof>;
  /** Called once the person wants to look up another receipt, and this one is forgotten. */
  readonly onAnother: () => void;
}

/**
 * Renders the newest receipt of a supply that was looked up, which this tab keeps until another is asked for. If the
 * person gave an older receipt, says so and shows that one at a button, and then the newest again at another. If the
 * older one cannot be had, shows why.
 */
export function ReceiptFound({ newest, proof, onAnother }: ReceiptFoundProps) {
  const [older, setOlder] = useState<LookedUp>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  useEffect(() => keepLookUp(proof, newest.receipt.supplyCode), []);
  const { receipt } = older ?? newest;
  const other = older ? newest.receipt.period : newest.givenPeriod;
  const change = async () => {
    if (older) return setOlder(undefined);
    setBusy(true);
    const given = await lookedUpReceipt(proof, "given");
    setBusy(false);
    setProblem(given.ok ? undefined : given.problem);
    if (given.ok) setOlder(given.value);
  };
  return (
    <>
      <p class="back">
        <button
          type="button"
          class="link"
          onClick={() => {
            forgetLookUp();
            onAnother();
          }}
        >
          {receiptFoundWords.another}
        </button>
      </p>
      <Heading key={receipt.period} arrived>
        {receiptTitle(receipt.period)}
      </Heading>
      {other && (
        <div class="unprinted">
          <p>{older ? givenWords.older : givenWords.newest(other)}</p>
          {problem && <ProblemNotice problem={problem} />}
          <p>
            <button type="button" class="button plain" disabled={busy} onClick={change}>
              {givenWords.see(monthAndYear(other))}
            </button>
          </p>
        </div>
      )}
      <ReceiptSheet sheet={older ?? newest} isThisMonth={!older} />
      <p class="unprinted">
        {receiptFoundWords.keepText} <a href={addressOf("supplies")}>{receiptFoundWords.keep}</a>
      </p>
    </>
  );
}
