import { useRoute } from "preact-iso";
import { useAnswer } from "../look/asking.ts";
import { Loading, ProblemNotice } from "../look/notice.tsx";
import { sitePages } from "../paths.ts";
import { consumptionWords } from "../words/consumption.ts";
import { lookUpWords } from "../words/look-up.ts";
import { api, signInAgain } from "./api.ts";
import { addressOf, Heading } from "./page.tsx";
import { ReceiptSheet } from "./receipt-sheet.tsx";

/** One receipt of a linked supply. */
export function SupplyReceiptPage() {
  const { linkId = "", period = "" } = useRoute().params;
  const { answer, again } = useAnswer(() => api.showReceipt({ params: { linkId, period } }), `${linkId} ${period}`);
  return (
    <>
      <p class="back">
        <a href={addressOf("consumption", { linkId })}>{consumptionWords.back}</a>
      </p>
      <Heading>{answer?.ok ? lookUpWords.found(period) : sitePages.supplyReceipt.title}</Heading>
      {!answer && <Loading />}
      {answer && !answer.ok && <ProblemNotice problem={answer.problem} again={again} signIn={signInAgain} />}
      {answer?.ok && <ReceiptSheet sheet={answer.value} isThisMonth={false} />}
    </>
  );
}
