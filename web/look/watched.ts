import { useEffect } from "preact/hooks";

const waitMs = 3000;

/** Asks again every few seconds while something is under way. */
export function useWatch(underWay: boolean, again: () => void, seen: unknown): void {
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(again, waitMs);
    return () => clearTimeout(timer);
  }, [underWay, seen]);
}
