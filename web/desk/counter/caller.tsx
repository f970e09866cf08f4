import { useEffect, useRef } from "preact/hooks";
import { apiToday } from "../../api-clock.ts";
import { AmountsTable } from "../../look/amounts-table.tsx";
import { DaysLight } from "../../look/days-owed.tsx";
import { ScrollTable } from "../../look/scroll-table.tsx";
import { awaitedWords } from "../../words/claim-awaits.ts";
import { claimTypeNames } from "../../words/claim-types.ts";
import { consumptionSentence } from "../../words/consumption-sentence.ts";
import { cubicMetres, date, monthAndYear, soles } from "../../words/format.ts";
import { problemStateNames } from "../../words/problem.ts";
import {
  breakdown,
  changeSentence,
  correctedWords,
  factorSentence,
  moreOrLess,
  type Sheet,
  statusNames,
  withoutFactors,
} from "../../words/receipt.ts";
import { historyWords } from "../../words/receipt-history.ts";
import { claimStateNames } from "../case/claims.words.ts";
import { addressOf } from "../page.tsx";
import { namesIn } from "../typed.ts";
import { useOpenedList } from "../work/work-keys.tsx";
import { backToCall, lookAway } from "./call.ts";
import { type CallerTask, callerTasks, callerWords, totalSaid } from "./caller.words.ts";
import { lastContactWords } from "./calls.words.ts";
import { ContactList } from "./contact-list.tsx";
import type { FoundSupply } from "./intake-answers.ts";

interface CallerProps {
  readonly found: FoundSupply;
  /** Whether the tasks take the focus when they appear, so that the keyboard goes on there. */
  readonly takesFocus: boolean;
  /** Called with what the operator chose to do for the caller. */
  readonly onTask: (task: CallerTask) => void;
  /** Called with a month (`YYYY-MM`) when the operator asks to have that receipt explained. */
  readonly onMonth: (period: string) => void;
}

/**
 * Renders what staff may say to a person who calls about a supply, below the buttons for what can be done for them. If
 * `found.shown` is `full`: the receipt explained as the customer sees it, open and closed claims and requests, the last
 * contacts, and all receipts. If not, the person has proved nothing: only how many matters are open, and each receipt's
 * dates, without amounts. Of a supply that is not on record only filing is offered.
 */
export function Caller({ found, takesFocus, onTask, onMonth }: CallerProps) {
  useOpenedList(backToCall(found.supplyCode), found.claims, callerWords.supply(found.supplyCode));
  return (
    <>
      <Tasks found={found} takesFocus={takesFocus} onTask={onTask} />
      {found.shown === "full" ? (
        <>
          <div class={found.explained && "halves"}>
            {found.explained && <Explained sheet={found.explained} found={found} onMonth={onMonth} />}
            <div>
              <Matters found={found} />
              <LastContacts found={found} />
            </div>
          </div>
          {found.receipts.length > 0 && <Receipts receipts={found.receipts} />}
        </>
      ) : (
        <>
          <p>
            <b>{callerWords.forStaff}</b> {callerWords.maskedOpen(found.open)}
          </p>
          <section class="card">
            <h2>{callerWords.masked}</h2>
            <p>{callerWords.maskedText}</p>
            {found.receipts.length > 0 && <MaskedReceipts receipts={found.receipts} />}
          </section>
        </>
      )}
    </>
  );
}

/** What is noted with a supply that is not on record would be found by nobody: only what is filed is taken. */
const tasksOf = ({ today }: FoundSupply) => namesIn(callerTasks).filter((task) => today || task === "claim");

function Tasks({ found, takesFocus, onTask }: Pick<CallerProps, "found" | "takesFocus" | "onTask">) {
  const { supplyCode } = found;
  const ofSupply = `?suministro=${encodeURIComponent(supplyCode)}`;
  const onOpen = (): void => lookAway(supplyCode);
  const part = useRef<HTMLElement>(null);
  useEffect(() => {
    if (takesFocus) part.current?.focus();
  }, []);
  return (
    <section class="buttons" aria-label={callerWords.tasks} tabIndex={-1} ref={part}>
      {tasksOf(found).map((task, at) => (
        <button key={task} type="button" class={at === 0 ? "button" : "button plain"} onClick={() => onTask(task)}>
          {callerTasks[task]}
        </button>
      ))}
      <a class="button plain" href={`${addressOf("problems")}${ofSupply}`} onClick={onOpen}>
        {callerWords.problem}
      </a>
      <a class="button plain" href={`${addressOf("newSubmission")}${ofSupply}`} onClick={onOpen}>
        {callerWords.document}
      </a>
    </section>
  );
}

interface ExplainedProps extends Pick<CallerProps, "onMonth"> {
  readonly sheet: Sheet;
  readonly found: FoundSupply;
}

/** The receipt as its customer sees it, in the same words, to be read aloud: what a claim holds need not be paid. */
function Explained({ sheet: { receipt, explanation }, found: { receipts }, onMonth }: ExplainedProps) {
  const isNewest = receipt.period === receipts[0]?.period;
  return (
    <section class="card">
      <h2>{callerWords.explained(receipt.period)}</h2>
      <p>
        <b>{totalSaid(receipt, statusNames[receipt.status])}</b>{" "}
        {correctedWords(receipt) ??
          (receipt.held ? callerWords.noPayment(receipt.held) : callerWords.due(receipt.dueDate, apiToday()))}
      </p>
      {!receipt.corrected && (
        <p class="why">
          «{consumptionSentence(explanation, receipt, isNewest)} {changeSentence(explanation)}»
        </p>
      )}
      {explanation.baseline === "previous-receipt" ? (
        explanation.factors.length > 0 && (
          <ul class="factors" aria-label={callerWords.changes}>
            {explanation.factors.map((factor) => (
              <li key={factor.kind} class={factor.amount.startsWith("-") ? "less" : "more"}>
                <b>{moreOrLess(factor.amount)}</b> <span>{factorSentence(factor)}</span>
              </li>
            ))}
          </ul>
        )
      ) : (
        <p>{withoutFactors[explanation.baseline]}</p>
      )}
      <details>
        <summary>{callerWords.lines}</summary>
        <AmountsTable caption={callerWords.lines} rows={breakdown(receipt)} />
      </details>
      <div class="field">
        <label for="explained">{callerWords.other}</label>
        <select id="explained" onChange={({ currentTarget }) => onMonth(currentTarget.value)}>
          {receipts.map(({ number, period }) => (
            <option key={number} value={period} selected={period === receipt.period}>
              {monthAndYear(period)}
            </option>
          ))}
        </select>
      </div>
    </section>
  );
}

type Claim = FoundSupply["claims"][number];
type Problem = FoundSupply["problems"][number];

const isOpen = ({ next }: Claim): boolean => next !== "nobody";
const isUnsolved = ({ state }: Problem): boolean => state === "received" || state === "not-solved";

/** The open claims and requests, each with whom it waits for; those that are over are folded. */
function Matters({ found: { supplyCode, claims, problems } }: Pick<CallerProps, "found">) {
  const over = [...claims.filter((claim) => !isOpen(claim)), ...problems.filter((problem) => !isUnsolved(problem))];
  const open = claims.length + problems.length - over.length;
  const onOpen = (): void => lookAway(supplyCode);
  return (
    <section class="brief">
      <h2>{callerWords.matters}</h2>
      {open === 0 && <p>{callerWords.noMatters}</p>}
      <ul>
        {claims.filter(isOpen).map((claim) => (
          <ClaimRow key={claim.claimId} claim={claim} onOpen={onOpen} />
        ))}
        {problems.filter(isUnsolved).map((problem) => (
          <ProblemRow key={problem.problemId} problem={problem} onOpen={onOpen} />
        ))}
      </ul>
      {over.length > 0 && (
        <details>
          <summary>{callerWords.over(over.length)}</summary>
          <ul>
            {over.map((one) =>
              "claimId" in one ? (
                <ClaimRow key={one.claimId} claim={one} onOpen={onOpen} />
              ) : (
                <ProblemRow key={one.problemId} problem={one} onOpen={onOpen} />
              ),
            )}
          </ul>
        </details>
      )}
    </section>
  );
}

interface RowProps {
  /** Called as it is opened. */
  readonly onOpen: () => void;
}

function ClaimRow({ claim, onOpen }: RowProps & { readonly claim: Claim }) {
  const { claimId, code, claimType, state, next, days, awaits } = claim;
  const asked = awaits.filter((each) => each.asked);
  return (
    <li>
      <a href={addressOf("case", { claimId })} onClick={onOpen}>
        {code}
      </a>{" "}
      {claimTypeNames[claimType]}. {claimStateNames[state]}.{" "}
      {next !== "nobody" && (
        <>
          {callerWords.waits[next]}
          {callerWords.until(days)}. <DaysLight days={days} /> {days.lostOn && callerWords.silence(days.lostOn)}
        </>
      )}
      {asked.length > 0 && (
        <span class="hint">
          {" "}
          {callerWords.asked} {asked.map((each) => `«${awaitedWords(each)}»`).join(" ")}
        </span>
      )}
    </li>
  );
}

function ProblemRow({ problem, onOpen }: RowProps & { readonly problem: Problem }) {
  const { problemId, code, problemType, state, until } = problem;
  return (
    <li>
      <a href={addressOf("problem", { problemId })} onClick={onOpen}>
        {code}
      </a>{" "}
      {claimTypeNames[problemType]}. {problemStateNames[state]}
      {until && state === "received" ? `, ${callerWords.problemUntil(until)}` : "."}
    </li>
  );
}

function LastContacts({ found }: Pick<CallerProps, "found">) {
  return (
    <section class="brief">
      <h2>{lastContactWords.title}</h2>
      <ContactList found={found} />
    </section>
  );
}

function Receipts({ receipts }: Pick<FoundSupply, "receipts">) {
  return (
    <details>
      <summary>{callerWords.receipts}</summary>
      <ScrollTable caption={callerWords.receipts} columns={callerWords.receiptColumns}>
        {receipts.map(({ number, period, m3, amount, corrected, dueDate, status, claimUntil }) => (
          <tr key={number}>
            <th scope="row">{monthAndYear(period)}</th>
            <td>{number}</td>
            <td>{m3 !== undefined && cubicMetres(m3)}</td>
            <td>
              {amount && soles(amount)} {corrected && historyWords.corrected(corrected)}
            </td>
            <td>{date(dueDate)}</td>
            <td>{status && statusNames[status]}</td>
            <td>{date(claimUntil)}</td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}

function MaskedReceipts({ receipts }: Pick<FoundSupply, "receipts">) {
  return (
    <details>
      <summary>{callerWords.claimUntil}</summary>
      <ScrollTable caption={callerWords.claimUntil} columns={callerWords.maskedColumns}>
        {receipts.map(({ number, period, dueDate, claimUntil }) => (
          <tr key={number}>
            <th scope="row">{monthAndYear(period)}</th>
            <td>{number}</td>
            <td>{date(dueDate)}</td>
            <td>{date(claimUntil)}</td>
          </tr>
        ))}
      </ScrollTable>
    </details>
  );
}
