import { readFileSync, writeFileSync } from "node:fs";
import { signedByTestAuthority } from "./authority/sign-request.ts";

const [file, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = process.argv.slice(2);
try {
  if (!file) throw new Error("npm run sign -- <documento.pdf>");
  const signed = file.replace(/(?:\.pdf)?$/i, "-firmada.pdf");
  writeFileSync(signed, await signedByTestAuthority(origin, readFileSync(file)));
  process.stdout.write(`${signed}: firmado con el certificado de prueba de quien firma, sin valor legal\n`);
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
