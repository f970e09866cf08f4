import { clockOf, dateWithWeekday } from "../../words/format.ts";
import { addressOf } from "../page.tsx";
import { houseWords } from "../visit/house.words.ts";
import { useHowFar } from "../visit/how-far.ts";
import { agendaWords } from "../visit/inspections.words.ts";
import type { ReadingVisit } from "../visit/kept-day.ts";
import { arrived } from "../visit/report-outbox.ts";
import { readingVisitWords } from "./reading-visit.words.ts";

interface ReadingStopProps {
  readonly visit: ReadingVisit;
  /** The day that is shown: a visit of another one says its own. */
  readonly day: string;
  readonly isNext: boolean;
  /** The day that is shown has not come. */
  readonly isToCome: boolean;
}

/**
 * Renders the visit of an atypical reading in the inspector's day, with a link to its report or that it is received.
 */
export function ReadingStop({ visit, day, isNext, isToCome }: ReadingStopProps) {
  const { kind, on, from, to, supplyCode, period, address, holder, isNobodys } = visit;
  return (
    <li class="card">
      <h3>{address ?? supplyCode}</h3>
      <p>
        <b>
          {on !== day && `${dateWithWeekday(on)}. `}
          {kind === "repair" ? readingVisitWords.anyHour : houseWords.hours(clockOf(from), clockOf(to))}
        </b>
        <br />
        {readingVisitWords.kinds[kind]}
        <br />
        {holder && `${holder} · `}
        {readingVisitWords.supply(supplyCode, period)}
      </p>
      {isNobodys && <p class="hint">{readingVisitWords.nobodys}</p>}
      <div class="buttons">
        <Doing visit={visit} isNext={isNext} isToCome={isToCome} />
      </div>
    </li>
  );
}

/** Says that the visit is reported or that its day has not come, or links to its report. */
function Doing({ visit, isNext, isToCome }: Omit<ReadingStopProps, "day">) {
  const { readingId, reported, address, supplyCode } = visit;
  const howFar = useHowFar(readingId);
  if (reported || arrived.has(readingId)) return <b>{agendaWords.reported}</b>;
  if (isToCome && !howFar) return <span>{readingVisitWords.toCome}</span>;
  return (
    <a class={isNext ? "button" : "button plain"} href={addressOf("readingVisit", { readingId })}>
      {howFar ? agendaWords.states[howFar] : readingVisitWords.start}
      <span class="unseen"> {address ?? supplyCode}</span>
    </a>
  );
}
