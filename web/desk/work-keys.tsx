import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { keyWords } from "../words/desk-work-list.ts";
import { placeInList } from "./opened-list.ts";
import { addressOf } from "./page.tsx";

const offKey = "caudal.letters-off";
const areLettersOn = (): boolean => localStorage.getItem(offKey) === null;

/** Whether a key is somebody's typing, or a command of the browser. */
function isTyping({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isField = target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]");
  return Boolean(isField) || ctrlKey || metaKey || altKey;
}

/** Calls `act` with each key of the page that nobody types in a field: letters only while they are switched on. */
function useKeys(act: (key: string) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      if (!isTyping(event) && (event.key === "Escape" || areLettersOn())) act(event.key);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  });
}

/** On a list, `j` and `k` go to the next and previous row, which Enter opens, and Esc leaves the rows. */
export function useRowKeys(): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null);
  useKeys((key) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>("th a") ?? [])];
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? links.indexOf(activeElement) : -1;
    if (key === "j") links[Math.min(at + 1, links.length - 1)]?.focus();
    if (key === "k") links[Math.max(at - 1, 0)]?.focus();
    if (key === "Escape" && at >= 0) document.querySelector("h1")?.focus();
  });
  return list;
}

/** On a case, `j` and `k` go to the next and previous one of the list that it was opened from; Esc goes back to the list. */
export function useCaseKeys(claimId: string): void {
  const { route } = useLocation();
  useKeys((key) => {
    const { address, before, next } = placeInList(claimId);
    const to = key === "j" ? next : key === "k" ? before : undefined;
    if (to) route(addressOf("case", { claimId: to.claimId }));
    if (key === "Escape") route(address);
  });
}

/** Says which keys move through the lists, and switches the letters off for who dictates or presses them unaware. */
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
