import { stopOpenNews as route } from "../../shared/contract/open-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Ends, by the key in a message, the consent of its account to be written to about new receipts. Does so without signing
 * in, and again without a complaint if the consent ended before. Refuses `news-not-found` if no consent had that key.
 */
export const stopOpenNews = ({ receiptNews }: ClaimDeps) =>
  serve(route, async ({ params }) =>
    (await receiptNews.stopByKey(params.newsKey)) ? ok({ stopped: true }) : refused("news-not-found"),
  );
