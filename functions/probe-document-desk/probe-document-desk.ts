import * as z from "zod";
import { fileOpenClaim } from "../../shared/contract/open-routes.ts";
import { listOutages } from "../../shared/contract/problem/outage-routes.ts";

/** What the probe needs; the addresses have no slash at their end. */
interface Outside {
  readonly siteAddress: string;
  /** The provider that signs customers in. */
  readonly issuer: string;
  readonly ask: (address: string) => Promise<unknown>;
  /** Sends a body, and returns the answer if it has this status. */
  readonly file: (address: string, body: object, status: number) => Promise<unknown>;
  readonly pause: (ms: number) => Promise<unknown>;
}

export const probeTries = 3;
const betweenTriesMs = 5000;
const discovery = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url(), jwks_uri: z.url() });

/** What a claim that lacks everything is answered. */
const incomplete = z.object({ type: z.literal("urn:caudal:invalid-request") });

/**
 * Checks from outside that somebody could file by web; throws if not. Asks for the list of outages, for the discovery
 * document of the customers' sign-in, and for the refusal of an empty claim, which writes nothing. If any does not
 * answer as it must, asks for all three again, up to three times in all, five seconds apart. The error names the
 * addresses that failed the last time.
 */
export const probeDocumentDesk =
  ({ siteAddress, issuer, ask, file, pause }: Outside) =>
  async (): Promise<void> => {
    const filing = `${siteAddress}/api${fileOpenClaim.path}`;
    const needed = [
      [`${siteAddress}/api${listOutages.path}`, listOutages.answer, ask],
      [`${issuer}/.well-known/openid-configuration`, discovery, ask],
      [filing, incomplete, () => file(filing, {}, 400)],
    ] as const;
    const failed = async () => {
      const answered = await Promise.all(
        needed.map(
          async ([address, answer, asked]) => answer.safeParse(await asked(address).catch(() => undefined)).success,
        ),
      );
      return needed.flatMap(([address], at) => (answered[at] ? [] : address));
    };
    let failing = await failed();
    for (let attempt = 2; attempt <= probeTries && failing.length > 0; attempt += 1) {
      await pause(betweenTriesMs);
      failing = await failed();
    }
    if (failing.length > 0) throw new Error(`no right answer from ${failing.join(" and ")}`);
  };
