import { transformSync } from "esbuild";

/** Returns what a source does: a TypeScript source without its comments, types and layout; any other file as it is. */
export function programOf(path: string, source: string): string {
  const loader = /\.(tsx?)$/.exec(path)?.[1];
  if (loader !== "ts" && loader !== "tsx") return source;
  return transformSync(source, { loader, jsx: "preserve", minifyWhitespace: true, legalComments: "none" }).code;
}
