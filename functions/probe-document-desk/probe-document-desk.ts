import * as z from "zod";
import { listOutages } from "../../shared/contract/outage-routes.ts";

/** What it works with: the two addresses people use, without a slash at their end. */
interface Outside {
  readonly siteAddress: string;
  /** Who signs customers in. */
  readonly issuer: string;
  readonly ask: (address: string) => Promise<unknown>;
  readonly pause: (ms: number) => Promise<unknown>;
}

const tries = 3;
const betweenTriesMs = 5000;
const discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url(), jwks_uri: z.url() });

/**
 * Asks from outside what a filing by the web needs: the document desk, its table and where people sign in. Throws when they
 * have not all answered right in one of three tries: one answer lost on the way is no outage.
 */
export const probeDocumentDesk =
  ({ siteAddress, issuer, ask, pause }: Outside) =>
  async (): Promise<void> => {
    const needed = [
      [`${siteAddress}/api${listOutages.path}`, listOutages.answer],
      [`${issuer}/.well-known/openid-configuration`, discovery],
    ] as const;
    const failed = async () => {
      const answered = await Promise.all(
        needed.map(async ([address, answer]) => answer.safeParse(await ask(address).catch(() => undefined)).success),
      );
      return needed.flatMap(([address], at) => (answered[at] ? [] : address));
    };
    let silent = await failed();
    for (let attempt = 2; attempt <= tries && silent.length > 0; attempt += 1) {
      await pause(betweenTriesMs);
      silent = await failed();
    }
    if (silent.length > 0) throw new Error(`no right answer from ${silent.join(" and ")}`);
  };
