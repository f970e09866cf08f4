import { stopOpenNews as route } from "../../../shared/contract/open-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Ends the consent of an account to messages about new receipts, by the key in each such message; nobody has to sign
 * in. Answers the same if the consent ended before. Refuses `news-not-found` if no consent had the key.
 */
export const stopOpenNews = ({ receiptNews }: ClaimDeps) =>
  serve(route, async ({ params }) =>
    (await receiptNews.stopByKey(params.newsKey)) ? ok({ stopped: true }) : refused("news-not-found"),
  );
