import { useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { apiNow, apiToday, clockAhead } from "../../api-clock.ts";
import type { ClientProblem, Outcome } from "../../client.ts";
import { deskPages } from "../../desk-paths.ts";
import { telephoneAddress } from "../../look/contacts.tsx";
import { Choice, TextField } from "../../look/field.tsx";
import { LongText } from "../../look/long-text.tsx";
import { DayField, InstantField, limaClock, typedInstant } from "../../look/native-date.tsx";
import { Loading } from "../../look/notice.tsx";
import { addressOf, Heading } from "../page.tsx";
import { chosenOf, fieldProblem, textOf } from "../typed.ts";
import { FieldOnly } from "../visit/field-only.tsx";
import { FieldReport, useTimed } from "../visit/field-report.tsx";
import { reportWords } from "../visit/field-report.words.ts";
import { houseWords } from "../visit/house.words.ts";
import { type Delivery, deliveryIn, useKeptDay } from "../visit/kept-day.ts";
import type { DeliveryBody } from "../visit/report-outbox.ts";
import { deliveryWords } from "./deliveries.words.ts";
import { LastDays } from "./delivery-days.tsx";

/**
 * Renders the page on which a person who delivers a resolution by hand writes how it went: whom to look for, then the
 * form. What is typed is kept in the phone and sent when there is signal. Waits up to three seconds for the API's time.
 * Without a session, asks to sign in, unless the phone keeps the day's work.
 */
export function DeliveryPage() {
  const { claimId = "", noticeId = "" } = useRoute().params;
  const isTimed = useTimed();
  return (
    <>
      <p class="back">
        <a href={addressOf("inspections")}>{reportWords.back}</a>
      </p>
      <Heading>{deskPages.delivery.title}</Heading>
      <FieldOnly>{isTimed ? <Handing key={noticeId} claimId={claimId} noticeId={noticeId} /> : <Loading />}</FieldOnly>
    </>
  );
}

interface HandingProps {
  readonly claimId: string;
  readonly noticeId: string;
}

function Handing({ claimId, noticeId }: HandingProps) {
  const delivery = deliveryIn(useKeptDay(), noticeId);
  return (
    <FieldReport
      inspectionId={noticeId}
      about={delivery && <Door delivery={delivery} />}
      words={deliveryWords.report}
      toReport={(typed, files) => {
        const body = deliveryTyped(typed, files.length > 0);
        return body.ok
          ? { ok: true, value: { claimId, inspectionId: noticeId, of: "delivery", body: body.value } }
          : body;
      }}
    >
      {(problem) => <DeliveryFields problem={problem} delivery={delivery} />}
    </FieldReport>
  );
}

/** Whom to look for and where, and by which day it must be handed over. */
function Door({ delivery }: { readonly delivery: Delivery }) {
  const { to, claimantName, code, number, telephone, attempts, nextOn } = delivery;
  return (
    <section class="card">
      <h2>{to}</h2>
      <p>
        <b>{claimantName}</b> · {code} {number && deliveryWords.number(number)}
        {telephone !== undefined && (
          <>
            {" "}
            · <a href={telephoneAddress(telephone)}>{houseWords.call(telephone)}</a>
          </>
        )}
      </p>
      <LastDays delivery={delivery} />
      {attempts > 0 && <p>{deliveryWords.attempts(attempts, nextOn, apiToday())}</p>}
    </section>
  );
}

interface DeliveryFieldsProps {
  readonly problem: ClientProblem | undefined;
  /** Undefined if it is not in the phone: what it asks for is then asked for in any case. */
  readonly delivery: Delivery | undefined;
}

/** First how it went, then only what applies; under the door only after a visit that left a notice. */
function DeliveryFields({ problem, delivery }: DeliveryFieldsProps) {
  const [openedAt] = useState(() => limaClock(apiNow()));
  const [outcome, setOutcome] = useState("");
  const { "left-under-door": _, ...first } = deliveryWords.outcomes;
  const isFirst = delivery !== undefined && delivery.attempts === 0;
  return (
    <>
      <Choice
        name="outcome"
        legend={deliveryWords.outcome}
        options={isFirst ? first : deliveryWords.outcomes}
        onChoose={setOutcome}
        problem={problem}
      />
      <div hidden={outcome === ""}>
        <InstantField name="deliveredAt" label={deliveryWords.at} initial={openedAt} problem={problem} />
        <div hidden={outcome !== "delivered" && outcome !== "refused"}>
          <TextField
            name="name"
            label={deliveryWords.who[outcome === "refused" ? "refused" : "delivered"]}
            initial=""
            problem={problem}
          />
          <TextField name="document" label={deliveryWords.document} problem={problem} size="short" />
          <TextField name="relation" label={deliveryWords.relation} initial="" problem={problem} />
        </div>
        <div hidden={outcome === "delivered"}>
          <LongText
            name="premises"
            label={deliveryWords.premises}
            hint={deliveryWords.premisesHint}
            max={500}
            problem={problem}
          />
        </div>
        <div hidden={outcome !== "absent"}>
          <DayField name="nextOn" label={deliveryWords.nextOn} hint={deliveryWords.nextOnHint} problem={problem} />
        </div>
        <p class="hint">{outcome === "delivered" ? deliveryWords.photoCharge : deliveryWords.photoFront}</p>
      </div>
    </>
  );
}

/** The delivery as typed, or the problem of the first answer that is missing; the API checks the rest. */
function deliveryTyped(typed: (name: string) => string, hasPhoto: boolean): Outcome<DeliveryBody> {
  const outcome = chosenOf(deliveryWords.outcomes, typed("outcome"));
  if (!outcome) return fieldProblem("outcome", reportWords.choose);
  const name = textOf(typed("name"));
  if (outcome === "delivered" && name === undefined) return fieldProblem("name", deliveryWords.nameMissing);
  if (outcome !== "delivered" && !hasPhoto) return fieldProblem("photos", deliveryWords.photoMissing);
  const isMet = outcome === "delivered" || outcome === "refused";
  return {
    ok: true,
    value: {
      outcome,
      deliveredAt: typedInstant(typed("deliveredAt")),
      receiver:
        isMet && name !== undefined
          ? { name, document: textOf(typed("document")), relation: typed("relation") }
          : undefined,
      premises: outcome === "delivered" ? undefined : textOf(typed("premises")),
      nextOn: outcome === "absent" ? textOf(typed("nextOn")) : undefined,
      deviceTime: new Date(apiNow()).toISOString(),
      deviceClockAt: new Date(apiNow() - clockAhead()).toISOString(),
    },
  };
}
