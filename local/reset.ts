import { rmSync } from "node:fs";
import { join } from "node:path";
import { typedArguments } from "../scripts/typed-arguments.ts";
import { runningOn } from "./running.ts";

typedArguments("npm run reset\nBorra los datos de la oficina local (.local), si está cerrada.", {});
const state = join(import.meta.dirname, "..", ".local");
const origin = await runningOn(state);
if (origin) {
  process.stderr.write(`La oficina local está abierta en ${origin}: ciérrala primero.\n`);
  process.exitCode = 1;
} else {
  rmSync(state, { recursive: true, force: true });
  process.stdout.write("Datos de la oficina local borrados.\n");
}
