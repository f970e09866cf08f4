import type { ComponentChildren } from "preact";
import { aloudWords } from "./aloud.words.ts";

/** Renders text that staff read aloud to a caller, in a box that says so. */
export function ReadAloud({ children }: { readonly children: ComponentChildren }) {
  return (
    <div class="aloud">
      <b>{aloudWords.title}</b>
      <p>{children}</p>
    </div>
  );
}
