import { startLocalStack } from "../../local/stack.ts";

/** `node stack-process.ts STATE`: a stack on that state; prints its address when it is ready. */
const [, , state] = process.argv;
if (!state) throw new Error("which folder of state?");
const stack = await startLocalStack({ state, quiet: true });
process.stdout.write(`${stack.origin}\n`);
process.once("SIGTERM", async () => {
  await stack.stop();
  process.exit(0);
});
