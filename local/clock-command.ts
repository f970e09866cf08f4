import { typedArguments } from "../scripts/typed-arguments.ts";

const usage = `npm run clock [-- +35wd|+35d|AAAA-MM-DD [URL]]
Dice qué hora es en la oficina local, o adelanta su reloj: días hábiles (wd), días (d) o hasta una fecha.`;
const { positionals } = typedArguments(usage, { allowPositionals: true });
const [to, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = positionals;
const asked = to === undefined ? {} : { method: "POST", body: JSON.stringify({ to }) };
const response = await fetch(`${origin}/_local/clock`, asked).catch(() => undefined);
const { now, message } = response
  ? await response.json()
  : { now: undefined, message: `Nada responde en ${origin}: npm start` };
(message ? process.stderr : process.stdout).write(`${message ?? now}\n`);
process.exitCode = message ? 1 : 0;
