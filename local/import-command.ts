import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { refused, typedArguments } from "../scripts/typed-arguments.ts";
import { type ImportKind, importKinds } from "../shared/domain/billing/import.ts";
import { type ImportProgress, importFile } from "./import-file.ts";
import { tokenOf } from "./token-request.ts";

const usage = `npm run import -- <archivo.csv> [--kind ${importKinds.join("|")}] [--against URL --token TOKEN]`;
const { values, positionals } = typedArguments(usage, {
  allowPositionals: true,
  options: {
    kind: { type: "string" },
    against: { type: "string", default: `http://127.0.0.1:${process.env["PORT"] ?? 8080}` },
    token: { type: "string" },
  },
});
const fileNames: readonly (readonly [RegExp, ImportKind])[] = [
  [/pago/i, "payments"],
  [/concepto/i, "lines"],
  [/padr[oó]n/i, "register"],
  [/control/i, "controls"],
];
const [path] = positionals;
const named = fileNames.find(([name]) => path && name.test(basename(path)))?.[1] ?? "receipts";
const kind = importKinds.find((each) => each === (values.kind ?? named));
if (path === undefined || !existsSync(path))
  refused(path === undefined ? "Falta el archivo." : `No hay ningún archivo ${path}.`, usage);
if (!kind) refused(`No hay archivos de la clase ${values.kind}.`, usage);

const numbers = new Intl.NumberFormat("es-PE");
const words: Record<ImportProgress["state"], string> = {
  waiting: "esperando el archivo",
  scanning: "revisando la estructura",
  previewed: "esperando que alguien decida",
  storing: "guardando",
  checking: "comprobando",
  done: "listo",
  refused: "rechazado",
};
const line = ({ state, progress }: ImportProgress): string =>
  `${words[state]} ${numbers.format(progress.done)} de ${numbers.format(progress.of)}; ${numbers.format(progress.withError)} con error`;

if (!(await fetch(values.against).catch(() => undefined))) {
  process.stderr.write(`Nada responde en ${values.against}: npm start\n`);
  process.exit(1);
}
try {
  const done = await importFile({
    origin: values.against,
    token: values.token ?? (await tokenOf(values.against, "billing")),
    kind,
    fileName: basename(path),
    bytes: new Uint8Array(await readFile(path)),
    onProgress: (progress) => process.stdout.write(`\r\x1b[K${line(progress)}`),
  });
  process.stdout.write("\n");
  if (done.counts) console.table(done.counts);
  else process.stdout.write(`${done.failure ?? ""}\n`);
  process.exitCode = done.state === "done" ? 0 : 1;
} catch (failure) {
  process.stderr.write(`\n${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
