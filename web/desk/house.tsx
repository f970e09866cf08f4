import { telephoneAddress } from "../look/contacts.tsx";
import { Loaded } from "../look/loaded-module.tsx";
import { houseWords } from "../words/desk-field-report.ts";
import { agendaWords } from "../words/desk-inspections.ts";
import { clockOf, cubicMetres, date } from "../words/format.ts";
import type { Visit } from "./kept-day.ts";

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
        <Loaded load={() => import("../words/languages.ts")} about="language" aside>
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
