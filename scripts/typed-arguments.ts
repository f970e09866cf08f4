import { type ParseArgsConfig, parseArgs } from "node:util";
import { stageOf } from "../infra/stage.ts";
import type { Stage } from "../settings.ts";

/**
 * Returns what was typed after a command's name. Before the command does anything, ends the process: with 0 and the
 * usage after `--help`; with 2, the reason and the usage after an argument that the command does not take.
 */
export function typedArguments<Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  if (process.argv.slice(2).includes("--help")) {
    process.stdout.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (failure) {
    return refused(failure, usage);
  }
}

/** Returns the stage of a typed name, `dev` without one. Ends the process with 2 and the reason if there is none. */
export function typedStage(name: string | undefined): Stage {
  try {
    return stageOf(name);
  } catch (failure) {
    return refused(failure);
  }
}

function refused(failure: unknown, ...more: readonly string[]): never {
  process.stderr.write([failure instanceof Error ? failure.message : String(failure), ...more, ""].join("\n"));
  process.exit(2);
}
