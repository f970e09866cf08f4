import { createWriteStream } from "node:fs";
import * as z from "zod";

const shownLength = 160;

/** Keeps what a function prints in its file, whole, and says each line, shortened, on the terminal. */
export function openFunctionLog(path: string, say: (line: string) => void) {
  const file = createWriteStream(path, { flags: "a" });
  return {
    record: (stream: NodeJS.ReadableStream): void => {
      let rest = "";
      stream.on("data", (chunk) => {
        file.write(chunk);
        const lines = `${rest}${String(chunk)}`.split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) say(shortened(line).slice(0, shownLength));
      });
    },
    end: (): void => void file.end(),
  };
}

const entry = z.looseObject({ level: z.string(), event: z.string() });

/** A line of the product's log without the names of its fields; any other as it is. */
function shortened(line: string): string {
  try {
    const { level, requestId, stack, ...told } = entry.parse(JSON.parse(line));
    return Object.values(told).join(" ");
  } catch {
    return line;
  }
}
