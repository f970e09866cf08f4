const [to, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = process.argv.slice(2);
const asked = to === undefined ? {} : { method: "POST", body: JSON.stringify({ to }) };
const response = await fetch(`${origin}/_local/clock`, asked).catch(() => undefined);
const { now, message } = response
  ? await response.json()
  : { now: undefined, message: `Nada responde en ${origin}: npm start` };
(message ? process.stderr : process.stdout).write(`${message ?? now}\n`);
process.exitCode = message ? 1 : 0;
