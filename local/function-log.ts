import { createWriteStream } from "node:fs";
import * as z from "zod";

const shownLength = 160;

/**
 * Opens a function's log. `record` reads one of its output streams: appends each whole line to the file at `path` and
 * passes it, cut to 160 characters, to `say`. A line of the product's own log, which is JSON, is written with the
 * instant of `now`; `say` gets only its values, without field names, and nothing if its level is `info`. `end` closes
 * the file.
 */
export function openFunctionLog(path: string, say: (line: string) => void, now: () => string) {
  const file = createWriteStream(path, { flags: "a" });
  return {
    record: (stream: NodeJS.ReadableStream): void => {
      let rest = "";
      stream.on("data", (chunk) => {
        const lines = `${rest}${String(chunk)}`.split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
          // A function that is cut off may still print after its file was ended.
          if (!file.writableEnded) file.write(`${stamped(line, now())}\n`);
          const shown = shortened(line);
          if (shown !== undefined) say(shown.slice(0, shownLength));
        }
      });
    },
    end: (): void => void file.end(),
  };
}

/** Returns a line of the product's log with its instant, as the platform adds it in the cloud; any other as it is. */
const stamped = (line: string, at: string): string =>
  line.startsWith('{"event":') ? line.replace("{", `{"at":"${at}",`) : line;

const entry = z.looseObject({ level: z.string().default("info"), event: z.string() });

/**
 * Returns the values of a line of the product's log, without field names, level, request id, trace and stack; undefined
 * if its level is `info`. Returns any other line unchanged.
 */
function shortened(line: string): string | undefined {
  try {
    const { level, requestId, stack, trace, ...fields } = entry.parse(JSON.parse(line));
    return level === "info" ? undefined : Object.values(fields).join(" ");
  } catch {
    return line;
  }
}
