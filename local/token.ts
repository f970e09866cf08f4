import { seededPeople } from "./people.ts";
import { tokenOf } from "./token-request.ts";

const [person, origin = `http://127.0.0.1:${process.env["PORT"] ?? 8080}`] = process.argv.slice(2);
if (person) process.stdout.write(`${await tokenOf(origin, person)}\n`);
else process.stderr.write(`npm run token -- <persona>: ${Object.keys(seededPeople).join(", ")}\n`);
