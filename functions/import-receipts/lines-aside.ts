import { hash } from "node:crypto";
import { appendFileSync, createReadStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Lines that wait on disk, so that what an import knows of all its rows takes no memory. */
export interface LinesAside {
  /** Keeps a line, which has no line break. Lines of one key stay in one group, in the order in which they came. */
  add(key: string, line: string): void;
  /** Yields what was kept, group after group, some 10,000 lines at once; `group` is the number of theirs. */
  slices(): AsyncGenerator<Slice>;
  /** Deletes what was kept. */
  remove(): void;
}

interface Slice {
  readonly group: number;
  readonly lines: readonly string[];
}

const linesAtOnce = 10_000;
/** Characters of a group that wait in memory before they are written. */
const waitingLength = 4_096;

/** Opens a place for lines: a temporary folder of its own, made when there are too many lines for memory. */
export function linesAside(): LinesAside {
  const waiting = new Map<number, string>();
  const written = new Set<number>();
  let folder: string | undefined;
  const fileOf = (group: number): string => {
    folder ??= mkdtempSync(join(tmpdir(), "import-"));
    return join(folder, String(group));
  };
  return {
    add: (key, line) => {
      const [group = 0] = hash("sha256", key, "buffer");
      const text = `${waiting.get(group) ?? ""}${line}\n`;
      waiting.set(group, text);
      if (text.length <= waitingLength) return;
      appendFileSync(fileOf(group), text);
      written.add(group);
      waiting.delete(group);
    },
    slices: async function* () {
      for (const group of [...new Set([...written, ...waiting.keys()])].toSorted((a, b) => a - b)) {
        if (written.has(group)) for await (const lines of linesOf(fileOf(group))) yield { group, lines };
        const lines = waiting.get(group)?.split("\n").slice(0, -1);
        if (lines) yield { group, lines };
      }
    },
    remove: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function* linesOf(file: string): AsyncGenerator<readonly string[]> {
  let lines: string[] = [];
  let rest = "";
  for await (const chunk of createReadStream(file, "utf8")) {
    lines.push(...`${rest}${chunk}`.split("\n"));
    rest = lines.pop() ?? "";
    if (lines.length < linesAtOnce) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}
