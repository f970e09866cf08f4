import { listAttentions as route } from "../../../shared/contract/counter/attention-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { countedContacts } from "../../../shared/domain/counter/attention.ts";
import { officeChannels } from "../../../shared/domain/term/office-hours.ts";
import { cursorAfter, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/**
 * Answers how many contacts a month had by channel and kind, without zeros, and a page of the contacts that staff
 * entered, newest first. Look-ups that people made themselves are counted and not listed. Only a full page has a
 * cursor. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listAttentions = ({ attentions, tenant }: ReportDeps) =>
  serve(route, async ({ query: { month, limit, cursor } }) => {
    const before = positionIn(cursor, /^A#[\dTZ:.-]+#[0-9a-z]{1,60}$/);
    if (!before.ok) return before;
    const office = tenant.office.code.value;
    const [days, found] = await Promise.all([
      attentions.counts(office, month),
      attentions.list(office, month, limit, before.value),
    ]);
    const counts = officeChannels.flatMap((channel) =>
      countedContacts.map((what) => {
        const own = days.filter((day) => day.channel === channel && day.what === what);
        return { channel, what, count: own.reduce((sum, { count }) => sum + count, 0) };
      }),
    );
    return ok({
      month,
      counts: counts.filter(({ count }) => count > 0),
      attentions: found.map(({ attentionId, channel, matter, claimCode, at }) => ({
        attentionId,
        channel,
        matter,
        claimCode,
        at,
      })),
      ...cursorAfter(found, limit, ({ place }) => place),
    });
  });
