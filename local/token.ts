import { seededPeople } from "./people.ts";
import { tokenOf } from "./token-request.ts";

const [person, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = process.argv.slice(2);
try {
  if (!person) throw new Error(`npm run token -- <persona>: ${Object.keys(seededPeople).join(", ")}`);
  process.stdout.write(`${await tokenOf(origin, person)}\n`);
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
