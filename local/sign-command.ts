import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { refused, typedArguments } from "../scripts/typed-arguments.ts";
import { signedByTestAuthority } from "./authority/sign-request.ts";

const usage = `npm run sign -- <documento.pdf> [URL]
Firma un PDF como quien firma en la oficina local, con el certificado de prueba, sin valor legal.`;
const { positionals } = typedArguments(usage, { allowPositionals: true });
const [file, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = positionals;
if (file === undefined || !existsSync(file))
  refused(file === undefined ? "Falta el documento." : `No hay ningún archivo ${file}.`, usage);
try {
  const signed = file.replace(/(?:\.pdf)?$/i, "-firmada.pdf");
  writeFileSync(signed, await signedByTestAuthority(origin, readFileSync(file)));
  process.stdout.write(`${signed}: firmado con el certificado de prueba de quien firma, sin valor legal\n`);
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
