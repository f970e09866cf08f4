import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import { apiToday } from "../../api-clock.ts";
import { deskPages } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { telephoneAddress } from "../../look/contacts.tsx";
import { DaysLight } from "../../look/days-owed.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { DayField } from "../../look/native-date.tsx";
import { Notice } from "../../look/notice.tsx";
import { lostWords } from "../../words/days-owed.ts";
import { clockOf, dateWithWeekday, hourOf } from "../../words/format.ts";
import { languageWords } from "../../words/languages.ts";
import { addressOf, Heading, Waiting } from "../page.tsx";
import { mayPass } from "../problem/passing-problems.ts";
import { ReadingStop } from "../reading/reading-stop.tsx";
import { OfAsked, useAsked } from "../work/today.tsx";
import { type AskedDay, askAndKeep } from "./asked-day.ts";
import { FieldOnly } from "./field-only.tsx";
import { houseWords } from "./house.words.ts";
import { useHowFar } from "./how-far.ts";
import { agendaWords } from "./inspections.words.ts";
import { type KeptDay, type ReadingVisit, useKeptDay, type Visit } from "./kept-day.ts";
import { arrived } from "./report-outbox.ts";

/** Rejects if it cannot be done now: it is then done the next time. */
const sweep = () => import("./sweep-photos.ts").then(({ sweepPhotos }) => sweepPhotos());

/**
 * Renders an inspector's visits of a day (`?dia=`, today without it) and, for today, the resolutions to hand over.
 * Today's work is kept in the phone, and shown from the phone until the API answers or if the API cannot be reached. A
 * day without visits links to the next day with some. Without a session, asks to sign in, unless the phone keeps the
 * day's work.
 */
export function InspectionsPage() {
  const { route } = useLocation();
  const asked = useAsked("dia");
  const kept = useKeptDay();
  useEffect(() => void sweep().catch(() => {}), []);
  // Without the API's time, the day is the one in the phone: the phone's clock may be a day wrong.
  const known = asked.answer?.ok || !kept ? asked : { ...asked, answer: { ok: true, value: kept.day } as const };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (form instanceof HTMLFormElement) route(`${addressOf("inspections")}?dia=${new FormData(form).get("day")}`);
  };
  return (
    <>
      <Heading>{deskPages.inspections.title}</Heading>
      <FieldOnly>
        <OfAsked asked={known}>
          {(day) => (
            <>
              <form method="dialog" class="inline" onSubmit={onSubmit} key={day}>
                <DayField name="day" label={agendaWords.day} initial={day} problem={undefined} />
                <button type="submit" class="button plain">
                  {agendaWords.show}
                </button>
              </form>
              <Agenda day={day} kept={kept?.day === day ? kept : undefined} />
              {kept?.day === day && kept.early && (
                <Loaded load={() => import("../delivery/early-deliveries.tsx")} about="early" aside>
                  {({ EarlyDeliveries }) => <EarlyDeliveries early={kept.early ?? []} />}
                </Loaded>
              )}
            </>
          )}
        </OfAsked>
      </FieldOnly>
    </>
  );
}

interface AgendaProps {
  readonly day: string;
  /** The day as the phone has it, if it has this one: shown until the API answers, and if it does not. */
  readonly kept: KeptDay | undefined;
}

function Agenda({ day, kept }: AgendaProps) {
  const { answer, again } = useAnswer(() => askAndKeep(day), day);
  if (answer?.ok) return <Visits day={day} {...answer.value} {...leftIn(kept, answer.value)} />;
  if (!kept || (answer && !mayPass(answer.problem))) return <Waiting answer={answer} again={again} />;
  const { visits, readingVisits = [], deliveries, earlier } = kept;
  return <Visits {...{ day, visits, readingVisits, deliveries, earlier, kept }} />;
}

/**
 * What the phone has of other days and the API's answer lacks, since its report is still to be sent, and what nobody
 * reported.
 */
function leftIn(
  kept: KeptDay | undefined,
  { readingVisits, missed }: AskedDay,
): Pick<VisitsProps, "earlier" | "readingVisits"> {
  const isMissed = (id: string) => missed.some(({ inspectionId }) => inspectionId === id);
  const isLeft = ({ readingId }: ReadingVisit) => !readingVisits.some((one) => one.readingId === readingId);
  return {
    earlier: [...(kept?.earlier ?? []).filter(({ inspectionId }) => !isMissed(inspectionId)), ...missed],
    readingVisits: [...readingVisits, ...(kept?.readingVisits ?? []).filter(isLeft)],
  };
}

interface VisitsProps extends Partial<AskedDay> {
  readonly day: string;
  readonly visits: readonly Visit[];
  readonly readingVisits: readonly ReadingVisit[];
  /** Visits of an earlier day whose acta the server does not have. */
  readonly earlier?: readonly Visit[] | undefined;
  readonly kept?: KeptDay;
}

function Visits(props: VisitsProps) {
  const { day, visits, readingVisits, earlier = [], isFull, kept, next, deliveries, moreDeliveries } = props;
  const stops = [
    ...visits.map((visit) => ({ visit, stop: visit })),
    ...readingVisits.map((reading) => ({ reading, stop: reading })),
  ].toSorted(({ stop: one }, { stop: other }) => `${one.on} ${one.from}`.localeCompare(`${other.on} ${other.from}`));
  const first = stops.find(({ stop }) => !stop.reported && !arrived.has(idOf(stop)));
  // The day in the phone has come, whatever its clock says.
  const isToCome = !kept && day > apiToday();
  return (
    <section>
      {earlier.length > 0 && (
        <>
          <h2>{agendaWords.earlier}</h2>
          <ol class="visits">
            {earlier.map((visit) => (
              <Stop key={visit.inspectionId} visit={visit} isNext={false} isEarlier />
            ))}
          </ol>
        </>
      )}
      <h2>{dateWithWeekday(day)}</h2>
      <p>
        {stops.length > 0
          ? agendaWords.count(stops.length)
          : kept
            ? agendaWords.keptEmpty(kept.received)
            : agendaWords.empty}
      </p>
      {stops.length === 0 && !kept && (
        <p>
          {next ? (
            <a class="button plain" href={`${addressOf("inspections")}?dia=${next}`}>
              {agendaWords.next(dateWithWeekday(next))}
            </a>
          ) : (
            agendaWords.noNext
          )}
        </p>
      )}
      {kept && <p class="hint">{agendaWords.kept(hourOf(new Date(kept.keptAt).toISOString()), kept.received)}</p>}
      {isFull && (
        <Notice tone="bad" title={agendaWords.full}>
          <p>{agendaWords.fullText}</p>
        </Notice>
      )}
      <ol class="visits">
        {stops.map((stop) => {
          const isNext = stop === first;
          return "visit" in stop ? (
            <Stop key={stop.visit.inspectionId} visit={stop.visit} isNext={isNext} isToCome={isToCome} />
          ) : (
            <ReadingStop
              key={stop.reading.readingId}
              visit={stop.reading}
              day={day}
              isNext={isNext}
              isToCome={isToCome}
            />
          );
        })}
      </ol>
      {deliveries && (
        <Loaded load={() => import("../delivery/day-deliveries.tsx")} about="deliveries">
          {({ DayDeliveries }) => <DayDeliveries deliveries={deliveries} hasMore={moreDeliveries === true} />}
        </Loaded>
      )}
    </section>
  );
}

const idOf = (stop: Visit | ReadingVisit): string => ("readingId" in stop ? stop.readingId : stop.inspectionId);

interface StopProps {
  readonly visit: Visit;
  /** It is the first visit without a report: its button is green. */
  readonly isNext: boolean;
  /** It is of an earlier day, which is said. */
  readonly isEarlier?: boolean;
  /** Its day has not come. */
  readonly isToCome?: boolean;
}

function Stop({ visit, isNext, isEarlier, isToCome }: StopProps) {
  const {
    on,
    from,
    to,
    late,
    address,
    claimantName,
    days,
    telephone,
    languageChoice,
    code,
    supplyCode,
    alsoFor,
    meterTest,
  } = visit;
  return (
    <li class="card">
      <h3>{address}</h3>
      <p>
        <b>
          {isEarlier && `${dateWithWeekday(on)}. `}
          {houseWords.hours(clockOf(from), clockOf(to))}
        </b>
        <br />
        {claimantName} · {code} · {agendaWords.supply(supplyCode)}
      </p>
      {days?.lostOn && (
        <p>
          <DaysLight days={days} /> {lostWords(days.lostOn)}
        </p>
      )}
      {languageChoice && languageChoice.language !== "es" && <p>{languageWords.forStaff(languageChoice)}</p>}
      {meterTest && (
        <p>
          {houseWords.meterTest}: {houseWords.meterTestOn(meterTest)}
        </p>
      )}
      {late && <p class="hint">{agendaWords.late}.</p>}
      {alsoFor.length > 0 && <p class="hint">{agendaWords.alsoFor(alsoFor)}</p>}
      <div class="buttons">
        {telephone === undefined ? (
          <span>{agendaWords.noTelephone}</span>
        ) : (
          <a class="button plain" href={telephoneAddress(telephone)}>
            {houseWords.call(telephone)}
          </a>
        )}
        <Doing visit={visit} isNext={isNext} isToCome={isToCome === true} />
      </div>
    </li>
  );
}

/**
 * Says that a visit is reported or that its day has not come, or links to its report: to begin it, go on with it, or
 * see why it is not sent.
 */
function Doing({ visit: { on, reported, claimId, inspectionId, address }, isNext, isToCome }: StopProps) {
  const howFar = useHowFar(inspectionId);
  if (reported || arrived.has(inspectionId)) return <b>{agendaWords.reported}</b>;
  if (isToCome && !howFar) return <span>{agendaWords.toCome}</span>;
  return (
    <a
      class={isNext ? "button" : "button plain"}
      href={`${addressOf("inspection", { claimId, inspectionId })}?dia=${on}`}
    >
      {howFar ? agendaWords.states[howFar] : agendaWords.start}
      <span class="unseen"> {address}</span>
    </a>
  );
}
