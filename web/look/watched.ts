import { useEffect } from "preact/hooks";

const waitMs = 3000;

/** Calls `again` three seconds after each new `seen` (the last answer) while `underWay` is true. */
export function useWatch(underWay: boolean, again: () => void, seen: unknown): void {
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(again, waitMs);
    return () => clearTimeout(timer);
  }, [underWay, seen]);
}
