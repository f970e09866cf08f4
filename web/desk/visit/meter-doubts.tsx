import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { isOtherMeter, readingDoubt } from "../../../shared/domain/reading/reading-doubt.ts";
import { Notice } from "../../look/notice.tsx";
import { numberOf } from "../typed.ts";
import { readingVisitIn, useKeptDay, visitIn } from "./kept-day.ts";
import { meterDoubtWords } from "./meter-doubts.words.ts";

/**
 * Asks to look at the meter again once the form's field `reading` holds less than the last billed reading or far more,
 * or `meterNumber` another than the registered one, of the visit that the address names, as the phone keeps it. Draws
 * nothing otherwise, and keeps nobody from sending what the meter shows.
 */
export function MeterDoubts() {
  const { inspectionId = "", readingId = "" } = useRoute().params;
  const day = useKeptDay();
  const seen = useTyped("meterNumber");
  const reading = numberOf(useTyped("reading"));
  const visit = visitIn(day, inspectionId) ?? readingVisitIn(day, readingId);
  const [last] = visit?.readings ?? [];
  const doubt = last && reading !== undefined && readingDoubt(reading, last);
  const registered = visit?.meterNumber;
  const isOther = registered !== undefined && seen.trim() !== "" && isOtherMeter(seen, registered);
  if (!doubt && !isOther) return null;
  return (
    <Notice>
      {isOther && <p>{meterDoubtWords.otherMeter(registered)}</p>}
      {doubt && <p>{meterDoubtWords[doubt](last)}</p>}
    </Notice>
  );
}

/** Returns what a field of the page holds, once it was changed; "" without such a field. */
function useTyped(name: string): string {
  const [typed, setTyped] = useState("");
  useEffect(() => {
    const field = document.querySelector<HTMLInputElement>(`#${name}`);
    if (!field) return undefined;
    const look = () => setTyped(field.value);
    look();
    // Not as it is typed, for until its last digit any reading is less; nor under the tap that leaves the field, which
    // would miss what moved.
    const later = () => setTimeout(look, 400);
    field.addEventListener("change", later);
    return () => field.removeEventListener("change", later);
  }, [name]);
  return typed;
}
