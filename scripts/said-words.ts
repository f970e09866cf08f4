import type { Plugin } from "vite";

/** A call of `said` with one text, as `web/words/` writes it. */
const call = /(?<![\w.])said\(\s*("[^"\n]*"|`[^`]*`),?\s*\)/g;

/** Returns the text of each `said` in a source of words as it is said, so that no page carries both forms. */
export const saidIn = (source: string, isUsted: boolean): string =>
  source.replace(call, (_, text: string) => text.replace(/\{([^|{}]*)\|([^|{}]*)\}/g, isUsted ? "$2" : "$1"));

/** Says the words of a bundle as its pages do: «usted» on the desk. */
export const saidWords = (isDesk: boolean): Plugin => ({
  name: "said-words",
  enforce: "pre",
  transform: { filter: { id: /\/words\/[\w-]+\.ts$/ }, handler: (code) => saidIn(code, isDesk) },
});
