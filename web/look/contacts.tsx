import { apiNow } from "../api-clock.ts";
import { useOffice } from "../office.ts";
import { contactWords } from "../words/frame.ts";
import { openness } from "../words/hours.ts";

interface WhenProps {
  readonly channel: "telephone" | "counter";
  /** The hours of both channels are the same, and are said once. */
  readonly isShared: boolean;
}

/** The hours of a channel and, once the API has answered, whether it is open now. */
function When({ channel, isShared }: WhenProps) {
  const { channels, hours } = useOffice();
  const state = channels?.find((each) => each.channel === channel);
  return (
    <>
      {!isShared && <span class="hours">{hours[channel]}</span>}
      <span class={state?.openNow ? "state open" : "state"}>{state ? openness(state, apiNow()) : "\u00a0"}</span>
    </>
  );
}

/** «¿Necesitas ayuda?»: the utility's telephone and office, their hours, once if they are the same, and the regulator's telephone. */
export function Contacts() {
  const office = useOffice();
  const isShared = office.hours.telephone === office.hours.counter;
  return (
    <aside class="help" aria-labelledby="help-title">
      <h2 id="help-title">{contactWords.title}</h2>
      <dl>
        <div>
          <dt>{contactWords.telephone}</dt>
          <dd>
            <TelephoneLink number={office.telephone} />
            <When channel="telephone" isShared={isShared} />
          </dd>
        </div>
        <div>
          <dt>{contactWords.office}</dt>
          <dd>
            {office.address}
            <When channel="counter" isShared={isShared} />
          </dd>
        </div>
        {isShared && (
          <div>
            <dt>{contactWords.hours}</dt>
            <dd class="hours">{office.hours.telephone}</dd>
          </div>
        )}
        <div>
          <dt>{contactWords.regulator}</dt>
          <dd>
            <TelephoneLink number={office.regulatorTelephone} />
            <span class="hours">{contactWords.regulatorNote}</span>
          </dd>
        </div>
      </dl>
    </aside>
  );
}

interface TelephoneLinkProps {
  readonly number: string;
}

function TelephoneLink({ number }: TelephoneLinkProps) {
  return <a href={telephoneAddress(number)}>{number}</a>;
}

/** The `tel:` link of a printed number: only its digits and `+` are kept. */
export function telephoneAddress(number: string): string {
  return `tel:${number.replace(/[^+0-9]/g, "")}`;
}
