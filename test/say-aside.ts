/** Prints a line of a stack as one of the product's log, which is shown only if the test fails (`quiet-log.ts`). */
export const sayAside = (line: string): void =>
  void process.stdout.write(`{"event":"said","text":${JSON.stringify(line)}}\n`);
