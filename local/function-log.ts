import { createWriteStream } from "node:fs";
import * as z from "zod";

const shownLength = 160;

/**
 * Opens a function's log: appends what it prints to the file at `path`, and says each whole line cut to 160 characters.
 * A line of the product's log is said without field names, and not at all if its level is `info`.
 */
export function openFunctionLog(path: string, say: (line: string) => void) {
  const file = createWriteStream(path, { flags: "a" });
  return {
    record: (stream: NodeJS.ReadableStream): void => {
      let rest = "";
      stream.on("data", (chunk) => {
        // A function that is cut off may still print after its file was ended.
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

/**
 * Returns the values of a line of the product's log without field names, undefined if its level is `info`; any other
 * line as it is.
 */
function shortened(line: string): string | undefined {
  try {
    const { level, requestId, stack, ...fields } = entry.parse(JSON.parse(line));
    return level === "info" ? undefined : Object.values(fields).join(" ");
  } catch {
    return line;
  }
}
