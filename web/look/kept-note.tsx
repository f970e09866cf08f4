import { useEffect } from "preact/hooks";
import { apiNow } from "../api-clock.ts";
import type { Values } from "./kept-form.ts";
import { Loaded } from "./loaded-module.tsx";

interface KeptNoteProps {
  /** The key under which sessionStorage keeps the form. */
  readonly of: string;
  /** What the form was filled in with, if anything. */
  readonly before: Values | null;
  /** Erases the draft. */
  readonly drop: () => unknown;
  /** Called once the draft was erased, to render the form anew; the page is loaded anew without it. */
  readonly onEmptied?: () => void;
}

/**
 * Says of a form that was filled in with a draft whose it is and since when, with a button that erases the draft and
 * its files and focuses the page's heading. Renders nothing over a form that was begun empty, whose hour is kept.
 */
export function KeptNote({ of, before, ...empty }: KeptNoteProps) {
  const sinceKey = `${of}.since`;
  useEffect(() => {
    if (!before) sessionStorage.setItem(sinceKey, new Date(apiNow()).toISOString());
  }, []);
  if (!before) return null;
  // With the list of files, which most of these forms load anyway: a file of its own costs every page a little.
  return (
    <Loaded load={() => import("./attachments.tsx")} about="kept" aside>
      {({ KeptNoteText }) => (
        <KeptNoteText before={before} since={sessionStorage.getItem(sinceKey) ?? undefined} {...empty} />
      )}
    </Loaded>
  );
}
