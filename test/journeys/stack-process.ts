import { flushCompileCache } from "node:module";
import { startLocalStack } from "../../local/stack.ts";

/** `node stack-process.ts STATE PORT DATABASE`: a stack on that state; prints its address when it is ready. */
const [, , state, port, database] = process.argv;
if (!state || !port || !database) throw new Error("which folder of state, which port, whose database?");
const stack = await startLocalStack({ state, port: Number(port), database, quiet: true });
// Nothing is kept at the end of what is killed.
flushCompileCache();
process.stdout.write(`${stack.origin}\n`);
process.once("SIGTERM", async () => {
  await stack.stop();
  process.exit(0);
});
