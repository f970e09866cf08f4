import { type ParseArgsConfig, parseArgs } from "node:util";

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

/** Ends the process with 2, and writes the reason and what else is to be said. */
export function refused(failure: unknown, ...more: readonly string[]): never {
  process.stderr.write([failure instanceof Error ? failure.message : String(failure), ...more, ""].join("\n"));
  process.exit(2);
}
