import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  clockTolerance,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  revocationRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from "oauth4webapi";
import type { OfficeAnswer } from "./office.ts";

export type Authority = OfficeAnswer["signIn"]["customers"];
export type Server = AuthorizationServer;
export interface Tokens {
  readonly access: string;
  /** For how long the access token is valid. */
  readonly seconds: number;
  readonly refresh?: string;
}

/** What the tab keeps while the person is at the provider's. */
interface Pending {
  readonly authority: Authority;
  readonly server: Server;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly returnTo: string;
}

interface Leaving {
  /** Under which the tab keeps what `finished` needs. */
  readonly key: string;
  /** The address to which the provider sends the person back. */
  readonly redirectUri: string;
  /** The page where the person was, which `finished` returns. */
  readonly returnTo: string;
  /** Asks for the credentials although the provider's own session is open. */
  readonly fresh: boolean;
}

const scope = "openid email";

/** Lets the library use plain HTTP only if the page came over it and the issuer is on the page's own host. */
const transport = ({ issuer }: Authority) => ({
  [allowInsecureRequests]: location.protocol === "http:" && new URL(issuer).hostname === location.hostname,
});

const clientOf = ({ clientId }: Authority) => ({ client_id: clientId });

function tokensOf({ access_token, expires_in = 60, refresh_token }: TokenEndpointResponse): Tokens {
  return { access: access_token, seconds: expires_in, ...(refresh_token !== undefined && { refresh: refresh_token }) };
}

/**
 * Begins a sign-in by OpenID Connect's code flow with PKCE. Keeps in sessionStorage, under `key`, what `finished`
 * needs, and returns the provider's address to which the person must go. Throws if the provider cannot be asked or its
 * answer is not valid.
 */
export async function begun(authority: Authority, { key, redirectUri, returnTo, fresh }: Leaving): Promise<string> {
  const issuer = new URL(authority.issuer);
  const server = await processDiscoveryResponse(issuer, await discoveryRequest(issuer, transport(authority)));
  const [verifier, state, nonce] = [generateRandomCodeVerifier(), generateRandomState(), generateRandomNonce()];
  const address = new URL(server.authorization_endpoint ?? issuer);
  const query = {
    client_id: authority.clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    ...(fresh && { prompt: "login" }),
  };
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const pending: Pending = { authority, server, verifier, state, nonce, returnTo };
  sessionStorage.setItem(key, JSON.stringify(pending));
  return address.href;
}

/**
 * Completes the sign-in that `begun` began under `key`: exchanges the code in the page's address for tokens. Before
 * that, deletes what `begun` kept and the query of the address, even if the exchange then fails. Undefined if nothing
 * was begun in this tab. Throws if the provider refused or cannot be asked, or if the state, the nonce or the answer is
 * not the expected one.
 */
export async function finished(
  key: string,
  redirectUri: string,
): Promise<(Pick<Pending, "authority" | "server" | "returnTo"> & { readonly tokens: Tokens }) | undefined> {
  const pending: Pending | null = JSON.parse(sessionStorage.getItem(key) ?? "null");
  const address = new URL(location.href);
  sessionStorage.removeItem(key);
  history.replaceState(null, "", address.pathname);
  if (!pending) return undefined;
  const { server, authority, verifier, state, nonce, returnTo } = pending;
  // A phone may be a day wrong: what arrives here is asked of the issuer itself, once, with the nonce of this tab.
  const client = { ...clientOf(authority), [clockTolerance]: 2 * 24 * 3600 };
  const answer = validateAuthResponse(server, client, address, state);
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    answer,
    redirectUri,
    verifier,
    transport(authority),
  );
  const tokens = await processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  return { authority, server, returnTo, tokens: tokensOf(tokens) };
}

/**
 * Revokes the refresh token if the provider can, and ignores a failure of that. Returns the address of the provider's
 * logout page, with `returnTo` as the address to come back to; undefined if the provider has no such page.
 */
export async function ended(
  server: Server,
  authority: Authority,
  refreshToken: string,
  returnTo: string,
): Promise<string | undefined> {
  if (server.revocation_endpoint)
    await revocationRequest(server, clientOf(authority), None(), refreshToken, transport(authority)).catch(() => {});
  // Without signal its page would be the browser's own of an error, in place of what waits in the phone.
  if (!server.end_session_endpoint || !navigator.onLine) return undefined;
  const address = new URL(server.end_session_endpoint);
  // Cognito reads logout_uri, everyone else the standard's name.
  for (const name of ["post_logout_redirect_uri", "logout_uri"]) address.searchParams.set(name, returnTo);
  address.searchParams.set("client_id", authority.clientId);
  return address.href;
}
