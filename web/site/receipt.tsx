import { useState } from "preact/hooks";
import { transportProblem } from "../client.ts";
import { useSending } from "../look/asking.ts";
import { Choice, ErrorSummary, Submit, TextField } from "../look/field.tsx";
import { useOffice } from "../office.ts";
import { sitePages } from "../paths.ts";
import { lookUpWords } from "../words/look-up.ts";
import type { Sheet } from "../words/receipt.ts";
import { api } from "./api.ts";
import { addressOf, Heading } from "./page.tsx";

/** The sheet is most of this page's code, and of no use before there is a receipt. */
const loadSheet = () => import("./receipt-sheet.tsx").then((sheet) => sheet.ReceiptSheet);

/** A receipt without signing in: two data of it, and the sheet in the same place. Neither ever stands in the address. */
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
      <Heading arrived>{lookUpWords.found(sheet.receipt.period)}</Heading>
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
  /** Somebody came back here from a receipt. */
  readonly arrived: boolean;
}

function LookUp({ onFound, arrived }: LookUpProps) {
  const { supplyCodeLength } = useOffice();
  const [second, setSecond] = useState("receiptNumber");
  const { problem, busy, onSubmit } = useSending<Found>(async (typed) => {
    const supplyCode = typed("supplyCode");
    const datum = second === "receiptNumber" ? { receiptNumber: typed(second) } : { documentNumber: typed(second) };
    const loading = loadSheet().catch(() => undefined);
    const answer = await api.lookUpReceipt({ body: { supplyCode, ...datum } });
    if (!answer.ok) return answer;
    const ReceiptSheet = await loading;
    return ReceiptSheet ? { ok: true, value: { sheet: answer.value, ReceiptSheet } } : transportProblem("unreachable");
  }, onFound);
  return (
    <>
      <Heading arrived={arrived}>{sitePages.receipt.title}</Heading>
      <ErrorSummary problem={problem} />
      <p>{lookUpWords.lede}</p>
      <form method="dialog" noValidate onSubmit={onSubmit}>
        <TextField
          name="supplyCode"
          label={lookUpWords.supplyCode}
          hint={lookUpWords.supplyCodeHint(supplyCodeLength)}
          numeric
          size="short"
          problem={problem}
        />
        <Choice
          name="second"
          legend={lookUpWords.second}
          options={{ receiptNumber: lookUpWords.byReceipt, documentNumber: lookUpWords.byDocument }}
          chosen="receiptNumber"
          onChoose={setSecond}
          problem={undefined}
        />
        {second === "receiptNumber" ? (
          <TextField
            key="receiptNumber"
            name="receiptNumber"
            label={lookUpWords.receiptNumber}
            hint={lookUpWords.receiptNumberHint}
            size="short"
            problem={problem}
          />
        ) : (
          <TextField
            key="documentNumber"
            name="documentNumber"
            label={lookUpWords.documentNumber}
            hint={lookUpWords.documentNumberHint}
            size="short"
            problem={problem}
          />
        )}
        <Submit busy={busy}>{lookUpWords.action}</Submit>
      </form>
    </>
  );
}
