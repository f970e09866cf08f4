import { refused, typedArguments } from "../scripts/typed-arguments.ts";
import { storyLines } from "./trace.ts";

const usage = `npm run trace -- RE-2026-000001-1 [URL]
Cuenta qué pasó con un reclamo de la oficina local: cada anotación y lo que dijo de ella cada función.`;
const { positionals } = typedArguments(usage, { allowPositionals: true });
const [code, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = positionals;
if (code === undefined) refused("Falta el código del reclamo.", usage);
const asked = await fetch(`${origin}/_local/trace/${code}`).catch(() => undefined);
const answered = asked && (await asked.json());
const failure = asked ? answered.message : `Nada responde en ${origin}: npm start`;
(failure ? process.stderr : process.stdout).write(`${failure ?? storyLines(answered).join("\n")}\n`);
process.exitCode = failure ? 1 : 0;
