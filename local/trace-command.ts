import { storyLines } from "./trace.ts";

const [code, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = process.argv.slice(2);
const asked = code === undefined ? undefined : await fetch(`${origin}/_local/trace/${code}`).catch(() => undefined);
const answered = asked && (await asked.json());
const failure =
  code === undefined
    ? "npm run trace -- RE-2026-000001-1"
    : asked
      ? answered.message
      : `Nada responde en ${origin}: npm start`;
(failure ? process.stderr : process.stdout).write(`${failure ?? storyLines(answered).join("\n")}\n`);
process.exitCode = failure ? 1 : 0;
