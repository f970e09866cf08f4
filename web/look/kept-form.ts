import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

export type Values = Record<string, readonly string[]>;

/** The values of a form's fields by name; of a file field an empty list. */
export function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return Object.fromEntries(
    [...data.keys()].map((name) => [name, data.getAll(name).filter((value) => typeof value === "string")]),
  );
}

/** The form may show other fields depending on an element. */
const changed = (element: Element) => element.dispatchEvent(new Event("change", { bubbles: true }));

/** Fills an element in with its value of `values`, if it has one there. */
export function restore(element: Element, values: Values): void {
  if (element instanceof HTMLInputElement && (element.type === "radio" || element.type === "checkbox")) {
    const checked = values[element.name]?.includes(element.value) ?? false;
    if (checked === element.checked) return;
    element.checked = checked;
    changed(element);
  } else if ("value" in element) {
    // Nothing is kept of files and buttons.
    const [value] = values[element.getAttribute("name") ?? ""] ?? [];
    if (value === undefined) return;
    element.value = value;
    changed(element);
  }
}

/**
 * Keeps what is typed in a form in `storage` under `key`, and fills each field in again when it appears, once, with
 * what was kept `before`. Give `form` to the form as its ref, call `keep` on each input (false if the storage is full,
 * which leaves what it kept), and `drop` once the form is sent: it also deletes the files that `Attachments` keeps
 * under `key`, and then nothing was kept before.
 */
export function useKeptForm(
  storage: Storage,
  key: string,
): {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly before: Values | null;
  readonly keep: () => boolean;
  readonly drop: () => void;
} {
  const form = useRef<HTMLFormElement>(null);
  const restored = useRef(new Set<Element>());
  const [before, setBefore] = useState((): Values | null => JSON.parse(storage.getItem(key) ?? "null"));
  const [, again] = useState({});
  useEffect(() => {
    // Loading the page anew loses nothing of it.
    form.current?.setAttribute("data-kept", "");
    if (!form.current || !before) return;
    const appeared = [...form.current.elements].filter((element) => !restored.current.has(element));
    for (const element of appeared) {
      restored.current.add(element);
      restore(element, before);
    }
    // What was restored may show other fields.
    if (appeared.length > 0) again({});
  });
  return {
    form,
    before,
    keep: () => {
      try {
        if (form.current) storage.setItem(key, JSON.stringify(valuesOf(form.current)));
        return true;
      } catch {
        return false;
      }
    },
    drop: () => {
      setBefore(null);
      storage.removeItem(key);
      storage.removeItem(`${key}.files`);
    },
  };
}
