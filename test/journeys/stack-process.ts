import { flushCompileCache } from "node:module";
import { startLocalStack } from "../../local/stack.ts";

/**
 * `node stack-process.ts STATE PORT DATABASE`: starts a stack on that state and prints its address when it is ready.
 */
const [, , state, port, database] = process.argv;
if (!state || !port || !database) throw new Error("which folder of state, which port, whose database?");
const stack = await startLocalStack({ state, port: Number(port), database, say: () => {} });
// A killed process saves nothing at its end, so the compile cache is saved now.
flushCompileCache();
process.stdout.write(`${stack.origin}\n`);
process.once("SIGTERM", async () => {
  await stack.stop();
  process.exit(0);
});
