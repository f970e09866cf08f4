import { useEffect, useState } from "preact/hooks";
import { reviewWords } from "../../words/claim-review.ts";

/** After how long of sending its words are shown. */
const patienceMs = 5000;

/** Says, five seconds after it appears, that the claim is still being sent and what not to do. */
export function StillSending() {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return <p role="status">{isLong && reviewWords.stillFiling}</p>;
}
