import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { addressOf } from "../page.tsx";
import { keepOpenedList, type ListedClaim, placeInList } from "../register/opened-list.ts";
import { keyWords } from "./keys.words.ts";

const offKey = "caudal.letters-off";
const areLettersOn = (): boolean => localStorage.getItem(offKey) === null;

/** Whether a key is somebody's typing, or a command of the browser. */
function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]");
  return Boolean(isField) || ctrlKey || metaKey || altKey;
}

/** Calls `act` with each key that is not typed in a field. Letters count only while they are switched on. */
function useKeys(act: (key: string) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isTyping(event) && (event.key === "Escape" || areLettersOn())) act(event.key);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}

/**
 * Keeps in the tab the list (`part` of its page) that is shown at `address`, unless it is empty: its cases lead on to
 * each other and back to it. Returns a ref for its element: the keys `j` and `k` focus the next and the previous row's
 * first link that opens no act, Esc goes to the heading. Keys in a field do nothing, nor do switched-off letters.
 */
export function useOpenedList(
  address: string,
  rows: readonly ListedClaim[] = [],
  part?: string,
): RefObject<HTMLElement | null> {
  const claims = [...new Map(rows.map((row) => [row.claimId, row])).values()];
  // At once: a row that is pressed as it appears must lead back here too.
  useLayoutEffect(() => {
    if (claims.length > 0) keepOpenedList(address, claims, part);
  }, [address, claims.map(({ claimId }) => claimId).join()]);
  const list = useRef<HTMLElement>(null);
  useKeys((key) => {
    const rows = [...(list.current?.querySelectorAll("tbody tr") ?? [])];
    const links = rows.flatMap((row) => row.querySelector<HTMLElement>('a:not([href*="/hacer/"])') ?? []);
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? links.indexOf(activeElement) : -1;
    if (key === "j") links[Math.min(at + 1, links.length - 1)]?.focus();
    if (key === "k") links[Math.max(at - 1, 0)]?.focus();
    if (key === "Escape" && at >= 0) document.querySelector("h1")?.focus();
  });
  return list;
}

/**
 * Makes the keys `j` and `k` go to the next and the previous case of the list that was shown last, and Esc back to the
 * list. Keys typed in a field do nothing, nor do letters that the person switched off. At an end of the list, `j` or
 * `k` does nothing.
 */
export function useCaseKeys(claimId: string): void {
  const { route } = useLocation();
  useKeys((key) => {
    const { address, before, next } = placeInList(claimId);
    const to = key === "j" ? next : key === "k" ? before : undefined;
    if (to) route(addressOf("case", { claimId: to.claimId }));
    if (key === "Escape") route(address);
  });
}

/**
 * Renders, folded, which keys move through the lists, and a box that switches the letters `j` and `k` on or off for
 * this device.
 */
export function LetterKeys() {
  const [isOn, setIsOn] = useState(areLettersOn);
  return (
    <details>
      <summary>{keyWords.title}</summary>
      <p>{keyWords.text}</p>
      <label class="radio">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ currentTarget: { checked } }) => {
            if (checked) localStorage.removeItem(offKey);
            else localStorage.setItem(offKey, "1");
            setIsOn(checked);
          }}
        />
        {keyWords.letters}
      </label>
    </details>
  );
}
