import { transportProblem } from "../../client.ts";
import { useAnswer } from "../../look/asking.ts";
import { Loading, ProblemNotice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { api, signInAgain } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { consumptionWords } from "../receipt/consumption.words.ts";
import { ReceiptCopy } from "../receipt/receipt-copy.tsx";
import { receiptTitle } from "./receipt-title.words.ts";

/** Not imported above: the sheet is most of this page's code, and is loaded while the receipt is asked for. */
const loadSheet = () => import("../receipt/receipt-sheet.tsx").then((sheet) => sheet.ReceiptSheet);

/**
 * Renders the receipt in the address, of a linked supply, with a button that saves it as a PDF. If the session is over,
 * shows a sign-in button.
 */
export function SupplyReceiptPage() {
  const { linkId = "", period = "" } = usePlace().params;
  const { answer, again } = useAnswer(async () => {
    const loading = loadSheet().catch(() => undefined);
    const sheet = await api.showReceipt({ params: { linkId, period } });
    if (!sheet.ok) return sheet;
    const ReceiptSheet = await loading;
    return ReceiptSheet ? { ok: true, value: { sheet: sheet.value, ReceiptSheet } } : transportProblem("unreachable");
  }, `${linkId} ${period}`);
  return (
    <>
      <p class="back">
        <a href={addressOf("consumption", { linkId })}>{consumptionWords.back}</a>
      </p>
      <Heading>{answer?.ok ? receiptTitle(period) : sitePages.supplyReceipt.title}</Heading>
      {!answer && <Loading />}
      {answer && !answer.ok && <ProblemNotice problem={answer.problem} again={again} signIn={signInAgain} />}
      {answer?.ok && <ReceiptCopy linkId={linkId} period={period} />}
      {answer?.ok && <answer.value.ReceiptSheet sheet={answer.value.sheet} isThisMonth={false} linkId={linkId} />}
    </>
  );
}
