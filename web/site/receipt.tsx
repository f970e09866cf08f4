import { useState } from "preact/hooks";
import { transportProblem } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { ErrorSummary, Submit } from "../look/field.tsx";
import { SignInButton } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { lookUpWords } from "../words/look-up.ts";
import type { Sheet } from "../words/receipt.ts";
import { receiptTitle } from "../words/receipt-title.ts";
import { problemWords } from "../words/transport-problems.ts";
import { signInAgain } from "./api.ts";
import { addressOf, Heading } from "./page.tsx";
import { lookedUpReceipt, ReceiptProof, typedProof } from "./receipt-proof.tsx";

/** Not imported above: the sheet is most of this page's code, and is not needed before a receipt is found. */
const loadSheet = () => import("./receipt-sheet.tsx").then((sheet) => sheet.ReceiptSheet);

/**
 * Renders the form that looks up a supply's newest receipt, for which no sign-in is needed, and then the receipt in
 * place of the form. What was typed is never in the address. If the API asks for a sign-in to go on, shows its button.
 */
export function ReceiptPage() {
  const [found, setFound] = useState<Found | null>();
  if (!found) return <LookUp onFound={setFound} arrived={found === null} />;
  const { ReceiptSheet, sheet } = found;
  return (
    <>
      <p class="back">
        <button type="button" class="link" onClick={() => setFound(null)}>
          {lookUpWords.another}
        </button>
      </p>
      <Heading arrived>{receiptTitle(sheet.receipt.period)}</Heading>
      <ReceiptSheet sheet={sheet} isThisMonth />
      <p class="unprinted">
        {lookUpWords.keepText} <a href={addressOf("supplies")}>{lookUpWords.keep}</a>
      </p>
    </>
  );
}

interface Found {
  readonly sheet: Sheet;
  readonly ReceiptSheet: Awaited<ReturnType<typeof loadSheet>>;
}

interface LookUpProps {
  readonly onFound: (found: Found) => void;
  /** Whether the person came back here from a receipt. */
  readonly arrived: boolean;
}

function LookUp({ onFound, arrived }: LookUpProps) {
  const { problem, busy, onSubmit } = useSending<Found>(async (typed) => {
    const loading = loadSheet().catch(() => undefined);
    const answer = await lookedUpReceipt(typedProof(typed));
    if (!answer.ok) return answer;
    const ReceiptSheet = await loading;
    return ReceiptSheet ? { ok: true, value: { sheet: answer.value, ReceiptSheet } } : transportProblem("unreachable");
  }, onFound);
  const isAskedToSignIn = problem?.kind === "urn:caudal:sign-in-to-continue";
  return (
    <>
      <Heading arrived={arrived}>{sitePages.receipt.title}</Heading>
      <ErrorSummary problem={problem} />
      {isAskedToSignIn && (
        <p>
          <SignInButton begin={signInAgain}>{problemWords.signIn}</SignInButton>
        </p>
      )}
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <ReceiptProof problem={problem} />
        <Submit busy={busy} plain={isAskedToSignIn}>
          {lookUpWords.action}
        </Submit>
      </form>
    </>
  );
}
