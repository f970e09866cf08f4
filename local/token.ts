import { refused, typedArguments } from "../scripts/typed-arguments.ts";
import { seededPeople } from "./people.ts";
import { tokenOf } from "./token-request.ts";

const usage = `npm run token -- <persona> [URL]: ${Object.keys(seededPeople).join(", ")}`;
const { positionals } = typedArguments(usage, { allowPositionals: true });
const [person, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = positionals;
if (person === undefined || !Object.hasOwn(seededPeople, person)) refused("Falta la persona, una de estas:", usage);
try {
  process.stdout.write(`${await tokenOf(origin, person)}\n`);
} catch (failure) {
  process.stderr.write(`${failure instanceof Error ? failure.message : String(failure)}\n`);
  process.exitCode = 1;
}
