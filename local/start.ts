import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { typedArguments } from "../scripts/typed-arguments.ts";
import { type Making, makeLivingOffice } from "./living-office.ts";
import { seed } from "./seed.ts";
import { root, startLocalStack } from "./stack.ts";

const usage = `npm start
Construye y abre la oficina entera en esta máquina, en http://127.0.0.1:8080/; Ctrl-C la cierra. Con PORT=9090 npm start, en otro
puerto; con OFFICE=empty npm start, sin la oficina de ejemplo.`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function start(): Promise<void> {
  // Functions run in UTC, and their threads take the zone of the process.
  process.env["TZ"] = "UTC";
  const built = spawnSync(process.execPath, ["scripts/build.ts"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) return refuse("La construcción falló: lo que dice arriba es la causa.");
  const began = performance.now();
  const stack = await startLocalStack({ port: Number(process.env["PORT"] ?? 8080), state: join(root, ".local") });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  process.stdout.write(`
Oficina local lista en ${seconds} s
  sitio       ${stack.origin}/
  escritorio  ${stack.origin}/desk/
  API         ${stack.origin}/api/docs
  mensajes    ${stack.origin}/_local/
Ctrl-C la cierra; los datos y lo que dice cada función (logs) quedan en .local (npm run reset los borra).

`);
  let isStopping = false;
  let making: Making | undefined;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, async () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      making?.stop();
      await stack.stop();
      process.exit(0);
    });
  const { supplyCode, receiptNumber, total, printedKey, documentNumber } = (await seed(stack, say)).example;
  process.stdout.write(
    `Para probar: suministro ${supplyCode}, recibo ${receiptNumber} con total a pagar S/ ${total}. Abren también el nombre y la dirección, y vinculan: clave del recibo ${printedKey}, o documento ${documentNumber}\n`,
  );
  if (process.env["OFFICE"] === "empty" || isStopping) return;
  say(
    "Preparando una oficina de ejemplo, con reclamos en cada bandeja; el sitio y el escritorio ya atienden. Quien presente algo antes de que esté, se queda sin ella…",
  );
  making = makeLivingOffice(stack);
  const made = await making.done;
  if (!isStopping) say(made);
}

function refuse(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

typedArguments(usage, {});
await start().catch((failure: unknown) => {
  if (failure instanceof Error && failure.name === "CannotStart") return refuse(failure.message);
  throw failure;
});
