import * as z from "zod";
import { listOutages } from "../../shared/contract/outage-routes.ts";

/** What the probe needs; the addresses have no slash at their end. */
interface Outside {
  readonly siteAddress: string;
  /** The provider that signs customers in. */
  readonly issuer: string;
  readonly ask: (address: string) => Promise<unknown>;
  readonly pause: (ms: number) => Promise<unknown>;
}

const tries = 3;
const betweenTriesMs = 5000;
const discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url(), jwks_uri: z.url() });

/**
 * Asks, from outside, for the two things that a submission by web needs: the list of outages, which the document desk
 * reads from its table, and the discovery document of the sign-in. Asks up to three times, five seconds apart, because
 * one lost answer is no outage. Throws if no try gets the right answer from both; the error names the addresses that
 * failed last.
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
    let failing = await failed();
    for (let attempt = 2; attempt <= tries && failing.length > 0; attempt += 1) {
      await pause(betweenTriesMs);
      failing = await failed();
    }
    if (failing.length > 0) throw new Error(`no right answer from ${failing.join(" and ")}`);
  };
