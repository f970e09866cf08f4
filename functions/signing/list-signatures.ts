import type { CaseDeps } from "../../shared/casework/case/record.ts";
import { daysOfClaims } from "../../shared/casework/claim/claim-summary.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { listSignatures as route } from "../../shared/contract/resolution/signing-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { cents, formatCents } from "../../shared/domain/receipt/money.ts";
import { mostSignedAtOnce } from "../../shared/domain/resolution/signature.ts";
import type { ToSign, ToSignPosition } from "../../shared/storage/resolution/signature-list.ts";
import { cursorAfter, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import type { SigningDeps } from "./signing-deps.ts";

type Row = AnswerOf<typeof route>["documents"][number];

/**
 * Answers a page of the documents that wait for a signature or, if `waitsFor` says so, for the second look at a
 * signature by hand. A document that a term waits for has the days of its claim, as the work list says them now. Also
 * answers the ways to sign and how many documents can be signed at once. Only a full page has a cursor. Refuses
 * `malformed-cursor` if the cursor cannot be read.
 */
export const listSignatures = (deps: Pick<SigningDeps, "caseFiles" | "workLists"> & Pick<CaseDeps, "tenant">) =>
  serve(route, async ({ query: { waitsFor, limit, cursor }, caller, now }) => {
    const after = cursor === undefined ? undefined : positionIn(cursor);
    if (cursor !== undefined && !after) return refused("malformed-cursor");
    const { office, signature } = deps.tenant;
    const listed = await deps.workLists.toSign(office.code.value, waitsFor, limit, after);
    const termed = listed.flatMap(({ claimId, isTerm }) => (isTerm ? claimId : []));
    const days = await daysOfClaims(deps, termed, now);
    return ok({
      documents: listed.map((one) => ({
        ...rowOf(one, caller.sub),
        ...(one.isTerm && { days: days.get(one.claimId) }),
      })),
      most: mostSignedAtOnce,
      ways: [...signature.ways.value],
      ...cursorAfter(listed, limit, ({ day, claimId, seq }) => `${day}#${claimId}#${seq}`),
    });
  });

/**
 * Returns a row; `isOthers` is true if the caller prepared or signed the document, so that another person has to act.
 */
function rowOf(listed: ToSign, sub: string): Row {
  const { preparedBy, claimedBy, scanId, waitsFor, result, ...about } = listed;
  const { day: _, isTerm: __, seq: ___, sizeBytes: ____, ...shown } = about;
  return {
    ...shown,
    ...(result && { result: resultShown(result) }),
    isOthers: waitsFor === "signature" ? preparedBy.includes(sub) : claimedBy === sub,
    ...(scanId !== undefined && { scanId }),
  };
}

function resultShown({ outcome, amounts }: NonNullable<ToSign["result"]>): NonNullable<Row["result"]> {
  if (!amounts) return { outcome };
  return { outcome, before: formatCents(cents(amounts.before)), after: formatCents(cents(amounts.after)) };
}

function positionIn(cursor: string): ToSignPosition | undefined {
  const [, day, claimId, seq] = /^(\d{4}-\d{2}-\d{2})#([0-9a-z]{1,60})#(\d{1,5})$/.exec(readCursor(cursor)) ?? [];
  return day && claimId && seq ? { day, claimId, seq: Number(seq) } : undefined;
}
