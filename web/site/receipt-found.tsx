import { useState } from "preact/hooks";
import type { ClientProblem, Outcome } from "../client.ts";
import { ProblemNotice } from "../look/notice.tsx";
import { monthAndYear } from "../words/format.ts";
import { lookUpWords } from "../words/look-up.ts";
import { givenWords, type LookedUp } from "../words/receipt.ts";
import { receiptTitle } from "../words/receipt-title.ts";
import { addressOf, Heading } from "./page.tsx";
import { ReceiptSheet } from "./receipt-sheet.tsx";

interface ReceiptFoundProps {
  /** The supply's newest receipt. */
  readonly newest: LookedUp;
  /** Looks up the receipt that was given, if it is another one. */
  readonly onGiven: () => Promise<Outcome<LookedUp>>;
}

/**
 * Renders the newest receipt of a supply that was looked up. If the person gave an older receipt, says so and shows
 * that one at a button, and then the newest again at another. If the older one cannot be had, shows why.
 */
export function ReceiptFound({ newest, onGiven }: ReceiptFoundProps) {
  const [older, setOlder] = useState<LookedUp>();
  const [problem, setProblem] = useState<ClientProblem>();
  const [busy, setBusy] = useState(false);
  const { receipt } = older ?? newest;
  const other = older ? newest.receipt.period : newest.givenPeriod;
  const change = async () => {
    if (older) return setOlder(undefined);
    setBusy(true);
    const given = await onGiven();
    setBusy(false);
    setProblem(given.ok ? undefined : given.problem);
    if (given.ok) setOlder(given.value);
  };
  return (
    <>
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
        {lookUpWords.keepText} <a href={addressOf("supplies")}>{lookUpWords.keep}</a>
      </p>
    </>
  );
}
