import type { ComponentChildren } from "preact";
import { useLocation, useRoute } from "preact-iso";
import { DayField } from "../../look/native-date.tsx";
import { SelectField } from "../select-field.tsx";
import type { Delivery } from "../visit/kept-day.ts";
import { toHandOverWords } from "../work/to-hand-over.words.ts";
import { noZone } from "./asked-deliveries.ts";

interface DeliveryFilterProps {
  /** All that could be shown: their zones are offered. */
  readonly deliveries: readonly Delivery[];
  /** Fields of the page's own, before the others; their names are parameters of the address. */
  readonly children?: ComponentChildren;
}

/**
 * Renders the form that puts in the address which zone the deliveries are in (`zona`) and by which day they are to be
 * made (`hasta`). Other parameters of the address stay, unless a field of `children` has their name.
 */
export function DeliveryFilter({ deliveries, children }: DeliveryFilterProps) {
  const { query } = useRoute();
  const { path, route } = useLocation();
  const { zona = "", hasta = "" } = query;
  const zones = [...new Set(deliveries.flatMap(({ zone }) => zone ?? []))].toSorted();
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const { currentTarget: form } = event;
    if (!(form instanceof HTMLFormElement)) return;
    const asked = new URLSearchParams(query);
    for (const [name, value] of new FormData(form)) {
      if (value === "") asked.delete(name);
      else asked.set(name, String(value));
    }
    route(`${path}?${asked}`);
  };
  return (
    <form method="dialog" class="inline" onSubmit={onSubmit} key={JSON.stringify(query)}>
      {children}
      <SelectField
        name="zona"
        label={toHandOverWords.zone}
        options={{
          ...Object.fromEntries(zones.map((zone) => [zone, toHandOverWords.zoneName(zone)])),
          [noZone]: toHandOverWords.noZone,
        }}
        chosen={zona}
        problem={undefined}
      />
      <DayField name="hasta" label={toHandOverWords.untilDay} initial={hasta} problem={undefined} />
      <button type="submit" class="button plain">
        {toHandOverWords.show}
      </button>
    </form>
  );
}
