/** Runs something while the functions' log, which would be longer than the figures, is written nowhere. */
export async function unlogged<Value>(run: () => Promise<Value>): Promise<Value> {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await run();
  } finally {
    process.stdout.write = write;
  }
}
