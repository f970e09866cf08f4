import { useAnswer } from "../../look/asking.ts";
import { Facts } from "../../look/facts.tsx";
import { sitePages } from "../../paths.ts";
import { dateWithWeekday, instant } from "../../words/format.ts";
import { api } from "../api.ts";
import { Heading } from "../page.tsx";
import { usePlace } from "../place.tsx";
import { Waiting } from "../signed-in.tsx";
import { holdWords } from "./hold.words.ts";

/**
 * Renders the page that the QR code of the document «No cortar» opens, without a sign-in: whether the supply is
 * protected from being cut off for the receipts of a claim, since when, and until when or why no longer.
 */
export function HoldPage() {
  const { holdKey = "" } = usePlace().params;
  const { answer, again } = useAnswer(() => api.showHold({ params: { holdKey } }), holdKey);
  if (!answer?.ok)
    return (
      <>
        <Heading>{sitePages.hold.title}</Heading>
        <Waiting answer={answer} again={again} />
      </>
    );
  const { held, supplyCode, receipts, code, since, checkCode, until, releasedOn } = answer.value;
  return (
    <>
      <Heading>{(held ? holdWords.held : holdWords.released)(receipts.length)}</Heading>
      <p>{held ? holdWords.heldText(receipts.length) : holdWords.releasedText(until)}</p>
      <Facts
        rows={[
          [holdWords.receipt, receipts.join(", ")],
          [holdWords.supply, supplyCode],
          [holdWords.code, code],
          [holdWords.since, since.includes("T") ? instant(since) : dateWithWeekday(since)],
          [holdWords.until, held ? holdWords.untilDecision : undefined],
          [holdWords.checkCode, held ? checkCode : undefined],
          [holdWords.releasedOn, releasedOn && dateWithWeekday(releasedOn)],
        ]}
      />
    </>
  );
}
