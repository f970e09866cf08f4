import { spawn } from "node:child_process";
import { type LocalStack, root } from "./stack.ts";

/** A living office being made beside the stack that it is for. */
export interface Making {
  /** What was made, in a sentence, or why nothing was. */
  readonly done: Promise<string>;
  /** Ends it; what it has not written by then is not written. */
  stop(): void;
}

/**
 * Starts to fill a stack with an invented office: claims in every stage, contacts, an agenda. Makes nothing if the
 * stack already has a claim. It runs in a process of its own, so that the stack goes on serving, and writes all at its
 * end. If it fails before that, the stack has what it had.
 */
export function makeLivingOffice({ now, environment, resources }: LocalStack): Making {
  const child = spawn(process.execPath, ["scripts/living-office.ts"], {
    cwd: root,
    env: { ...process.env, TZ: "UTC", LIVING_OFFICE: JSON.stringify({ now: now(), environment, resources }) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    said.out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    said.err += String(chunk);
  });
  const done = new Promise<string>((resolve) => {
    child.once("close", (code) =>
      resolve(
        code === 0
          ? said.out.trim()
          : `La oficina de ejemplo no se hizo: ${said.err.trim().split("\n")[0]}. Para empezar otra vez: npm run reset y npm start`,
      ),
    );
  });
  return { done, stop: () => void child.kill() };
}
