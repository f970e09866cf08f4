import * as z from "zod";
import type { BuildDeps } from "./build-deps.ts";
import { readPart } from "./read-part.ts";
import { writeRegisters } from "./write-registers.ts";

const task = z.strictObject({
  month: z.string(),
  buildId: z.string(),
  part: z.number().int().min(0),
  after: z.string().optional(),
});

/**
 * Returns the handler of a message that asks for one part of a month's claims. The handler reads that part and queues
 * the next one; after the last part it writes the registers and finishes the build. A message handled twice reads and
 * queues the same again. It ignores a message if another build replaced its build, if the build is finished, or if a
 * later part was read already.
 */
export function reportMessages(deps: BuildDeps): (body: unknown) => Promise<void> {
  const office = deps.tenant.office.code.value;
  return async (body) => {
    const { month, buildId, part, after } = task.parse(body);
    const build = await deps.builds.find(office, month);
    if (build?.buildId !== buildId || build.state === "done" || build.part > part + 1) return;
    const { read, last } = await readPart(deps, { ...build, part }, after);
    await deps.builds.advance(office, { ...build, part }, read);
    if (last !== undefined) return deps.work.send({ month, buildId, part: part + 1, after: last });
    const files = await writeRegisters(deps, build, part + 1);
    await deps.builds.finish(office, build, files, deps.now());
  };
}
