import { useAnswer } from "../../look/asking.ts";
import { Loading, ProblemNotice } from "../../look/notice.tsx";
import { sitePages } from "../../paths.ts";
import { consumptionSentence } from "../../words/consumption-sentence.ts";
import type { Month } from "../../words/receipt.ts";
import { api, signInAgain } from "../api.ts";
import { addressOf, Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { supplyName } from "../supply/supply-name.words.ts";
import { consumptionWords } from "./consumption.words.ts";
import { History, LoadedAt } from "./history.tsx";

/**
 * Renders the months of the linked supply in the address, for the account that linked it: a sentence on the newest, a
 * chart, and a table with the litres a day and a link to each receipt. Says so if there is none.
 */
export function ConsumptionPage() {
  const { linkId = "" } = usePlace().params;
  const { answer, again } = useAnswer(() => api.listReceipts({ params: { linkId } }), linkId);
  return (
    <>
      <p class="back">
        <a href={addressOf("supplies")}>{sitePages.supplies.title}</a>
      </p>
      <Heading>{sitePages.consumption.title}</Heading>
      {!answer && <Loading />}
      {answer && !answer.ok && <ProblemNotice problem={answer.problem} again={again} signIn={signInAgain} />}
      {answer?.ok && (
        <>
          <p class="lede">{supplyName(answer.value.supplyCode)}</p>
          {hasSome(answer.value.months) ? (
            <Months linkId={linkId} months={answer.value.months} />
          ) : (
            <p>{consumptionWords.empty}</p>
          )}
          <LoadedAt at={answer.value.loadedAt} />
        </>
      )}
    </>
  );
}

const hasSome = (months: readonly Month[]): months is readonly [Month, ...Month[]] => months.length > 0;

interface MonthsProps {
  readonly linkId: string;
  /** Newest first. */
  readonly months: readonly [Month, ...Month[]];
}

function Months({ linkId, months }: MonthsProps) {
  const [newest] = months;
  const { period } = newest;
  const { answer } = useAnswer(() => api.explainReceipt({ params: { linkId, period } }), `${linkId} ${period}`);
  const explanation = answer?.ok ? answer.value : undefined;
  const addressOfMonth = (month: Month) => addressOf("supplyReceipt", { linkId, period: month.period });
  return (
    <>
      <p class="why">{explanation && consumptionSentence(explanation, newest, true)}</p>
      <p>
        <a class="button" href={addressOfMonth(newest)}>
          {consumptionWords.action}
        </a>
      </p>
      <p>
        <a href={addressOf("leaks")}>{sitePages.leaks.title}</a>
      </p>
      <History
        months={months.toReversed()}
        average={explanation?.averageM3}
        addressOfMonth={addressOfMonth}
        litres
        isThisMonth
      />
    </>
  );
}
