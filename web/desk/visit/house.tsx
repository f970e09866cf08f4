import { useEffect } from "preact/hooks";
import { apiToday } from "../../api-clock.ts";
import { useAnswer } from "../../look/asking.ts";
import { telephoneAddress } from "../../look/contacts.tsx";
import { Loaded } from "../../look/loaded-module.tsx";
import { clockOf, cubicMetres, date, dateWithWeekday } from "../../words/format.ts";
import { Waiting } from "../page.tsx";
import { OfAsked, useAsked } from "../work/today.tsx";
import { askAndKeep } from "./asked-day.ts";
import { houseWords } from "./house.words.ts";
import { agendaWords } from "./inspections.words.ts";
import { isBegunAt, type Visit } from "./kept-day.ts";

/**
 * Renders what an inspector must know at the door: address, hours, claimant with their telephone and language (unless
 * it is Spanish), supply, other claims that the visit serves, the meter with its last readings and the test asked for,
 * whether to see the premises inside, and the claimant's own words.
 */
export function House({ visit }: { readonly visit: Visit }) {
  const { address, from, to, code, claimantName, telephone, supplyCode, grounds } = visit;
  const { meterNumber, readings, inspectsInside, alsoFor, languageChoice, meterTest } = visit;
  return (
    <section class="card">
      <h2>{address}</h2>
      <p>
        <b>{houseWords.hours(clockOf(from), clockOf(to))}</b> · {claimantName} · {agendaWords.supply(supplyCode)}
        {telephone !== undefined && (
          <>
            {" "}
            · <a href={telephoneAddress(telephone)}>{houseWords.call(telephone)}</a>
          </>
        )}
      </p>
      {languageChoice && languageChoice.language !== "es" && (
        <Loaded load={() => import("../../words/languages.ts")} about="language" aside>
          {({ languageWords }) => <p>{languageWords.forStaff(languageChoice)}</p>}
        </Loaded>
      )}
      {alsoFor.length > 0 && <p class="hint">{agendaWords.alsoFor(alsoFor)}</p>}
      <dl class="facts">
        <div>
          <dt>{houseWords.claim}</dt>
          <dd>{code}</dd>
        </div>
        <div>
          <dt>{houseWords.meter}</dt>
          <dd>{meterNumber ?? houseWords.noMeter}</dd>
        </div>
        <div>
          <dt>{houseWords.readings}</dt>
          {readings.length === 0 && <dd>{houseWords.noReadings}</dd>}
          {readings.map(({ on, reading, m3 }) => (
            <dd key={on}>
              {date(on)}: {reading} <span class="hint">({cubicMetres(m3)})</span>
            </dd>
          ))}
        </div>
        {meterTest && (
          <div>
            <dt>{houseWords.meterTest}</dt>
            <dd>{houseWords.meterTestOn(meterTest)}</dd>
          </div>
        )}
        <div>
          <dt>{houseWords.see}</dt>
          <dd>{inspectsInside ? houseWords.inside : houseWords.outside}</dd>
        </div>
      </dl>
      <h3>{houseWords.grounds}</h3>
      <p>{grounds}</p>
    </section>
  );
}

interface UnkeptVisitProps {
  readonly inspectionId: string;
  /** Takes the visit, if its acta may be written. */
  readonly onFound: (visit: Visit) => void;
}

/**
 * Asks the API for a visit that the phone does not keep, in the day that the address says (`dia`), today without it,
 * and gives it to `onFound`. If the visit's day has not come and no acta of it was begun, shows its house instead, and
 * says so. Without such a visit, says that there is none.
 */
export function UnkeptVisit(props: UnkeptVisitProps) {
  const asked = useAsked("dia");
  return <OfAsked asked={asked}>{(day) => <OfDay {...props} key={day} day={day} />}</OfAsked>;
}

function OfDay({ inspectionId, day, onFound }: UnkeptVisitProps & { readonly day: string }) {
  const { answer, again } = useAnswer(() => askAndKeep(day), day);
  const visit = answer?.ok ? answer.value.visits.find((one) => one.inspectionId === inspectionId) : undefined;
  const isToCome = visit !== undefined && visit.on > apiToday() && !isBegunAt(inspectionId);
  useEffect(() => {
    if (visit && !isToCome) onFound(visit);
  }, [visit, isToCome]);
  if (!answer?.ok) return <Waiting answer={answer} again={again} />;
  if (!visit) return <p>{agendaWords.unknown}</p>;
  return (
    <>
      <House visit={visit} />
      {isToCome && <p>{agendaWords.toComeOn(dateWithWeekday(visit.on))}</p>}
    </>
  );
}
