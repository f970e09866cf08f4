import { hash } from "node:crypto";
import type { LinesAside } from "./lines-aside.ts";
import type { Range } from "./plan.ts";

/**
 * Adds to `aside` what `repeatsIn` needs of a valid row: a digest of its key, one of its content, and its line number.
 */
export function noteRow(aside: LinesAside, key: string, content: string, line: number): void {
  const digest = digestOf(key);
  aside.add(digest, `${digest} ${digestOf(content)} ${line}`);
}

/**
 * Returns the noted rows whose key an earlier row has, by line: each with the line of the first one, which is the one
 * stored, and whether one of the earlier ones has the same content. Rows were noted in the file's order.
 */
export async function repeatsIn(aside: LinesAside): Promise<Range["repeats"]> {
  const repeats: Range["repeats"] = [];
  let seen = new Map<string, { readonly first: number; readonly contents: Set<string> }>();
  let current = -1;
  for await (const { group, lines } of aside.slices()) {
    if (group !== current) seen = new Map();
    current = group;
    for (const noted of lines) {
      const [key = "", content = "", line] = noted.split(" ");
      const earlier = seen.get(key);
      if (earlier) repeats.push([Number(line), earlier.first, earlier.contents.has(content)]);
      else seen.set(key, { first: Number(line), contents: new Set() });
      seen.get(key)?.contents.add(content);
    }
  }
  return repeats.toSorted(([a], [b]) => a - b);
}

const digestOf = (text: string): string => hash("sha256", text, "base64").slice(0, 20);
