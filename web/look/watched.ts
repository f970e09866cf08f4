import { useEffect } from "preact/hooks";

const waitMs = 3000;

/**
 * While `underWay` is true, calls `again` three seconds after it became true, and after each change of `seen`, the last
 * answer.
 */
export function useWatch(underWay: boolean, again: () => void, seen: unknown): void {
  useEffect(() => {
    if (!underWay) return;
    const timer = setTimeout(again, waitMs);
    return () => clearTimeout(timer);
  }, [underWay, seen]);
}
