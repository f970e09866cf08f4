import { apiToday } from "../../api-clock.ts";
import { AmountsTable } from "../../look/amounts-table.tsx";
import { telephoneAddress } from "../../look/contacts.tsx";
import { useOffice } from "../../office.ts";
import { sitePages } from "../../paths.ts";
import { consumptionSentence } from "../../words/consumption-sentence.ts";
import { soles } from "../../words/format.ts";
import { frameWords } from "../../words/frame.ts";
import {
  breakdown,
  changeSentence,
  correctedWords,
  factorSentence,
  facts,
  moreOrLess,
  type Sheet,
  sheetWords,
  statusNames,
  withoutFactors,
} from "../../words/receipt.ts";
import { ClaimThis } from "../filing/claim-this.tsx";
import { History, LoadedAt } from "./history.tsx";

interface ReceiptSheetProps {
  readonly sheet: Sheet;
  /** Whether it is the supply's newest receipt: sentences then say «this month». */
  readonly isThisMonth: boolean;
  /** The account's link to the supply, if it is linked; a claim begun here is then the account's. */
  readonly linkId?: string;
}

/**
 * Renders a receipt: its total, its due day, why the consumption and the total are as they are, in a few words, and the
 * button that begins a claim about it. Below are what changed, the months before, the amounts, other ways to claim, its
 * facts and a button to print.
 */
export function ReceiptSheet({ sheet, isThisMonth, linkId }: ReceiptSheetProps) {
  const { receipt, explanation, history } = sheet;
  const { corrected } = receipt;
  const today = apiToday();
  const change = changeSentence(explanation);
  return (
    <article>
      <div class="sheet-top">
        <p class="amount">
          <span>{sheetWords.totalDue}</span> <b>{soles((corrected ?? receipt).totalDue)}</b>
          <span class={`state ${receipt.status === "PAID" ? "open" : ""}`}>{statusNames[receipt.status]}</span>
          {sheet.testData && <span class="tag">{frameWords.testDataShort}</span>}
        </p>
        <p>
          <b>
            {correctedWords(receipt) ??
              (receipt.held ? sheetWords.held(receipt.held) : sheetWords.due(receipt.dueDate, today))}
          </b>
          {receipt.status !== "PAID" &&
            receipt.paid !== "0.00" &&
            `${corrected ? "" : "."} ${sheetWords.paidInPart(receipt.paid)}.`}
        </p>
        {!corrected && (
          <p class="why">
            {consumptionSentence(explanation, receipt, isThisMonth)} {change}
          </p>
        )}
        <ClaimThis sheet={sheet} linkId={linkId} today={today} />
        <p class="unprinted">
          <a href={sitePages.leaks.path}>{sheetWords.lookForLeaks}</a>{" "}
          <a href={sitePages.help.path}>{sheetWords.ask}</a>
        </p>
      </div>
      <section>
        <h2>{sheetWords.whatChanged}</h2>
        {corrected && <p class="note">{sheetWords.asIssued}</p>}
        {explanation.baseline === "previous-receipt" ? (
          <ul class="factors">
            {explanation.factors.map((factor) => (
              <li key={factor.kind} class={factor.amount.startsWith("-") ? "less" : "more"}>
                <b>{moreOrLess(factor.amount)}</b> <span>{factorSentence(factor)}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p>{withoutFactors[explanation.baseline]}</p>
        )}
      </section>
      <section>
        <h2>{sheetWords.history}</h2>
        <History
          months={history.filter(({ period }) => period <= receipt.period)}
          average={explanation.averageM3}
          isThisMonth={isThisMonth}
        />
      </section>
      <section>
        <h2>{sheetWords.breakdown}</h2>
        {corrected && <p class="note">{sheetWords.asIssued}</p>}
        <AmountsTable caption={sheetWords.breakdown} rows={breakdown(receipt)} />
      </section>
      <OtherWays />
      <section>
        <h2>{sheetWords.facts}</h2>
        <dl class="facts">
          {facts(receipt).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p class="unprinted">
          <button type="button" class="button plain" onClick={() => print()}>
            {sheetWords.print}
          </button>
        </p>
        <LoadedAt at={sheet.loadedAt} />
      </section>
    </article>
  );
}

/** The ways to claim that need no internet. */
function OtherWays() {
  const office = useOffice();
  return (
    <section class="card">
      <h2>{sheetWords.claimHow}</h2>
      <ul>
        <li>
          <a href={telephoneAddress(office.telephone)}>{sheetWords.claimByTelephone(office.telephone)}</a>
        </li>
        <li>{sheetWords.claimAtOffice(office.address)}</li>
      </ul>
      <p>{sheetWords.claimBring}</p>
    </section>
  );
}
