import { useRoute } from "preact-iso";
import { apiToday } from "../../api-clock.ts";
import { Loaded } from "../../look/loaded-module.tsx";
import { addressOf } from "../page.tsx";
import { useHowFar } from "../visit/how-far.ts";
import type { Delivery } from "../visit/kept-day.ts";
import { toHandOverWords } from "../work/to-hand-over.words.ts";
import { askedDeliveries } from "./asked-deliveries.ts";
import { deliveryWords } from "./deliveries.words.ts";
import { LastDays } from "./delivery-days.tsx";

interface DeliveriesProps {
  readonly deliveries: readonly Delivery[];
  readonly hasMore: boolean;
}

/**
 * Renders what an inspector is to hand over today, as the address asks, the one whose last day comes first at the top,
 * each with a link to its report.
 */
export function DayDeliveries({ deliveries, hasMore }: DeliveriesProps) {
  const shown = askedDeliveries(deliveries, useRoute().query);
  return (
    <>
      <h2>{deliveryWords.title}</h2>
      {deliveries.length === 0 ? (
        <p>{deliveryWords.none}</p>
      ) : (
        <p>
          <a href={addressOf("toHandOver")}>{toHandOverWords.sheets}</a>
        </p>
      )}
      {(deliveries.length > 1 || shown.length < deliveries.length) && (
        <Loaded load={() => import("./delivery-filter.tsx")} about="filter" aside>
          {({ DeliveryFilter }) => <DeliveryFilter deliveries={deliveries} />}
        </Loaded>
      )}
      {shown.length < deliveries.length && <p role="status">{toHandOverWords.of(shown.length, deliveries.length)}</p>}
      <ol class="visits">
        {shown.map((delivery) => (
          <Parcel key={delivery.noticeId} delivery={delivery} />
        ))}
      </ol>
      {hasMore && <p>{deliveryWords.more}</p>}
    </>
  );
}

function Parcel({ delivery }: { readonly delivery: Delivery }) {
  const { claimId, noticeId, to, claimantName, code, inspector, attempts, nextOn } = delivery;
  const howFar = useHowFar(noticeId);
  return (
    <li class="card">
      <h3>{to}</h3>
      <p>
        {claimantName} · {code}
      </p>
      <LastDays delivery={delivery} />
      {inspector === undefined && <p class="hint">{toHandOverWords.nobodysHere}</p>}
      {attempts > 0 && <p class="hint">{deliveryWords.attempts(attempts, nextOn, apiToday())}</p>}
      <div class="buttons">
        <a class="button plain" href={addressOf("delivery", { claimId, noticeId })}>
          {howFar ? deliveryWords.states[howFar] : deliveryWords.start}
          <span class="unseen"> {to}</span>
        </a>
      </div>
    </li>
  );
}
