import { apiNow } from "../api-clock.ts";
import { useOffice } from "../office.ts";
import { contactWords } from "../words/frame.ts";
import { openness } from "../words/hours.ts";

interface WhenProps {
  readonly hours: string;
  readonly isOpen: boolean | undefined;
  /** Whether it is open now, in words. */
  readonly state: string;
}

/** The hours of a channel and, once the API has answered, whether it is open now. */
function When({ hours, ...now }: WhenProps) {
  return (
    <>
      <span class="hours">{hours}</span>
      <State {...now} />
    </>
  );
}

function State({ isOpen, state }: Pick<WhenProps, "isOpen" | "state">) {
  return <span class={isOpen ? "state open" : "state"}>{state}</span>;
}

/**
 * Renders «¿Necesitas ayuda?»: the utility's telephone and office, each with its hours and whether it is open now, and
 * the regulator's telephone. Hours that are the same for both stand once. Whether it is open is blank until the API has
 * answered.
 */
export function Contacts() {
  const office = useOffice();
  const whenOf = (channel: "telephone" | "counter"): WhenProps => {
    const now = office.channels?.find((each) => each.channel === channel);
    return { hours: office.hours[channel], isOpen: now?.openNow, state: now ? openness(now, apiNow()) : "\u00a0" };
  };
  const telephone = whenOf("telephone");
  const counter = whenOf("counter");
  // By their hours alone: which rows there are must not change when the API answers.
  const isShared = telephone.hours === counter.hours;
  const isSame = telephone.state === counter.state;
  const named = (name: string, { state }: WhenProps) => (isSame ? state : `${name}: ${state}`);
  return (
    <aside class="help" aria-labelledby="help-title">
      <h2 id="help-title">{contactWords.title}</h2>
      <dl>
        <div>
          <dt>{contactWords.telephone}</dt>
          <dd>
            <TelephoneLink number={office.telephone} />
            {!isShared && <When {...telephone} />}
          </dd>
        </div>
        <div>
          <dt>{contactWords.office}</dt>
          <dd>
            {office.address}
            {!isShared && <When {...counter} />}
          </dd>
        </div>
        {isShared && (
          <div>
            <dt>{contactWords.hours}</dt>
            <dd>
              <When {...telephone} state={named(contactWords.telephone, telephone)} />
              {!isSame && <State {...counter} state={named(contactWords.office, counter)} />}
            </dd>
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

/** Returns the `tel:` link of a printed number, of which only digits and `+` are kept. */
export function telephoneAddress(number: string): string {
  return `tel:${number.replace(/[^+0-9]/g, "")}`;
}
