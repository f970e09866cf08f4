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
  process.stderr.write([reasonOf(failure), ...more, ""].join("\n"));
  process.exit(2);
}

/**
 * Runs what a command does, and ends with the status that it returns. If it throws, ends with 2 and the reason, without
 * a trace; for want of credentials of AWS, says where they go.
 */
export async function exitWith(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (failure) {
    refused(failure);
  }
}

function reasonOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  return failure.name === "CredentialsProviderError"
    ? `Put credentials of the account in the environment (AWS_PROFILE): ${failure.message}`
    : failure.message;
}
