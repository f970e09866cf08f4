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
 * Returns the handler of a message that asks for one part of a month's claims. It reads that part and queues the next;
 * after the last part it writes the registers and finishes the build. Handling a message twice does the same again.
 * Ignores a message of another build, of a finished one, or of a part before the last one read.
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
