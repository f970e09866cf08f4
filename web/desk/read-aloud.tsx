import type { ComponentChildren } from "preact";
import { aloudWords } from "../words/desk-aloud.ts";

/** What staff read aloud to a caller before they write down an act for them. */
export function ReadAloud({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="aloud">
      <b>{aloudWords.title}</b>
      <p>{children}</p>
    </div>
  );
}
