import { useEffect, useState } from "preact/hooks";
import { apiToday, clockFound } from "../api-clock.ts";

/** Today in Lima, for a page that asks for a day before it has an answer: an answer of another day draws it anew. */
export function useToday(): string {
  const [today, setToday] = useState(apiToday);
  useEffect(() => {
    const look = () => setToday(apiToday());
    addEventListener(clockFound, look);
    look();
    return () => removeEventListener(clockFound, look);
  }, []);
  return today;
}
