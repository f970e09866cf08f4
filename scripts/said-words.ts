import type { Plugin } from "vite";
import { toUsted } from "../shared/contract/counter/to-usted.ts";

/** A call of `said` with one text, as a file of words writes it. */
const call = /(?<![\w.])said\(\s*("[^"\n]*"|`[^`]*`),?\s*\)/g;

/** Returns the text of each `said` in a source of words as it is said, so that no page carries both forms. */
export const saidIn = (source: string, isUsted: boolean): string =>
  source.replace(call, (_, text: string) => text.replace(/\{([^|{}]*)\|([^|{}]*)\}/g, isUsted ? "$2" : "$1"));

/** What the utility says of people's data to a customer, as the desk reads it aloud; `facts` is the build's JSON. */
export function saidFacts(facts: string): string {
  const { purpose, ...others }: { readonly purpose: string } = JSON.parse(facts);
  return JSON.stringify({ ...others, purpose: toUsted(purpose) });
}

/** Says the words of a bundle as its pages do: «usted» on the desk. */
export const saidWords = (isDesk: boolean): Plugin => ({
  name: "said-words",
  enforce: "pre",
  config: ({ define }) => (isDesk ? { define: { PRIVACY_FACTS: saidFacts(define?.["PRIVACY_FACTS"]) } } : undefined),
  transform: { filter: { id: /\/words\/[\w-]+\.ts$|\.words\.ts$/ }, handler: (code) => saidIn(code, isDesk) },
});
