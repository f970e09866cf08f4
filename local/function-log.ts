import { createWriteStream } from "node:fs";
import * as z from "zod";

const shownLength = 160;

/** Keeps what a function prints in its file, whole, and says on the terminal, shortened, what somebody should look at. */
export function openFunctionLog(path: string, say: (line: string) => void) {
  const file = createWriteStream(path, { flags: "a" });
  return {
    record: (stream: NodeJS.ReadableStream): void => {
      let rest = "";
      stream.on("data", (chunk) => {
        // What a function prints as it is cut off comes after the end of its file.
        if (!file.writableEnded) file.write(chunk);
        const lines = `${rest}${String(chunk)}`.split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
          const shown = shortened(line);
          if (shown !== undefined) say(shown.slice(0, shownLength));
        }
      });
    },
    end: (): void => void file.end(),
  };
}

const entry = z.looseObject({ level: z.string(), event: z.string() });

/** A line of the product's log without the names of its fields, none if it only informs; any other as it is. */
function shortened(line: string): string | undefined {
  try {
    const { level, requestId, stack, ...told } = entry.parse(JSON.parse(line));
    return level === "info" ? undefined : Object.values(told).join(" ");
  } catch {
    return line;
  }
}
