import { useEffect, useState } from "preact/hooks";
import { useRoute } from "preact-iso";
import { Notice } from "../look/notice.tsx";
import { lowReading } from "../words/desk-low-reading.ts";
import { readingVisitIn, useKeptDay, visitIn } from "./kept-day.ts";
import { numberOf } from "./typed.ts";

/**
 * Asks to read the meter again once the form's field `reading` holds less than the last reading that was billed, of the
 * visit that the address names. Draws nothing otherwise, and keeps nobody from sending what the meter shows.
 */
export function LowReading() {
  const { inspectionId = "", readingId = "" } = useRoute().params;
  const day = useKeptDay();
  const [typed, setTyped] = useState("");
  useEffect(() => {
    const field = document.querySelector<HTMLInputElement>("#reading");
    if (!field) return undefined;
    const look = () => setTyped(field.value);
    look();
    // Not as it is typed: until its last digit any reading is less.
    field.addEventListener("change", look);
    return () => field.removeEventListener("change", look);
  }, []);
  const [last] = (visitIn(day, inspectionId) ?? readingVisitIn(day, readingId))?.readings ?? [];
  const reading = numberOf(typed);
  if (!last || reading === undefined || !(reading < last.reading)) return null;
  return (
    <Notice>
      <p>{lowReading(last)}</p>
    </Notice>
  );
}
