import { startLocalStack } from "../../local/stack.ts";

/** `node stack-process.ts STATE [PORT]`: a stack on that state; prints its address when it is ready. */
const [, , state, port = "0"] = process.argv;
if (!state) throw new Error("which folder of state?");
const stack = await startLocalStack({ state, port: Number(port), quiet: true });
process.stdout.write(`${stack.origin}\n`);
process.once("SIGTERM", async () => {
  await stack.stop();
  process.exit(0);
});
