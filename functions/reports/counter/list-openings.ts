import { listOpenings as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Opened, Opening } from "../../../shared/domain/counter/openings.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { cursorOf, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/** A name without case and accents, as it is looked for. */
const plain = (name: string): string => name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();

/**
 * Answers a page of what staff opened in a month, or on one day of it, newest first. With `who`, only of staff whose
 * names contain that text, whatever the capitals and accents. With `about`, only of the claim, request for attention or
 * submission with that number or, if none has it, of the supply with that code. A page may have fewer rows than its
 * limit and still a cursor. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listOpenings = (deps: ReportDeps) =>
  serve(route, async ({ now, query: { month, day, who, about, limit, cursor } }) => {
    const before = positionIn(cursor, /^\d{4}-\d{2}-\d{2}T[\d:.]+Z#[\w=-]{1,80}#\d{1,3}$/);
    if (!before.ok) return before;
    const office = deps.tenant.office.code.value;
    const staff = await deps.staffRegister.recent(office, now);
    const asked = {
      month,
      day,
      ...(who && { by: staff.filter(({ name }) => plain(name).includes(plain(who))).map(({ sub }) => sub) }),
      ...(about && { about: await namedBy(deps, about) }),
    };
    const { openings, position } = await deps.openingsReader.list(office, asked, limit, before.value);
    const numbers = await numbersOf(deps, openings);
    return ok({
      openings: openings.map(({ at, by, what, id, part }) => ({
        ...{ at, name: staff.find(({ sub }) => sub === by)?.name, what, id, number: numbers.get(id), part },
      })),
      ...(position !== undefined && { cursor: cursorOf(position) }),
    });
  });

/** What a typed text names: a number of the office, else the code of a supply. */
async function namedBy({ caseFiles, tenant }: ReportDeps, about: string): Promise<Pick<Opened, "what" | "id">> {
  const numbered = await caseFiles.numbered(about.toUpperCase());
  if (numbered && numbered.what !== "observation") return { what: numbered.what, id: numbered.id };
  return { what: "supply", id: normalizeSupplyCode(about, tenant.supplyCodeLength.value) };
}

/** The numbers of the claims, requests and documents that were opened, by their ids. */
async function numbersOf(
  { caseFiles, submissions, problems }: ReportDeps,
  openings: readonly Opening[],
): Promise<ReadonlyMap<string, string>> {
  const idsOf = (thing: Opening["what"]) => [
    ...new Set(openings.filter(({ what }) => what === thing).map(({ id }) => id)),
  ];
  const [heads, documents, requests] = await Promise.all([
    caseFiles.heads(idsOf("claim")),
    submissions.named(idsOf("submission")),
    problems.found(idsOf("problem")),
  ]);
  return new Map([
    ...heads.map(({ claimId, code }) => [claimId, code] as const),
    ...documents.map(({ submissionId, number }) => [submissionId, number] as const),
    ...requests.map(({ problemId, code }) => [problemId, code] as const),
  ]);
}
