import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  ResponseBodyError,
  refreshTokenGrantRequest,
  revocationRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from "oauth4webapi";
import type { OfficeAnswer } from "./office.ts";

export type Authority = OfficeAnswer["signIn"]["customers"];
export type Server = AuthorizationServer;
export interface Tokens {
  readonly access: string;
  readonly seconds: number;
  readonly refresh?: string;
}

interface Flow {
  readonly server: Server;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
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
 * Begins a code flow with PKCE: returns the provider's `address` to go to, and what `finished` needs when the person comes back.
 * `fresh` makes the provider ask for the credentials although its own session is open. Throws if the issuer cannot be asked.
 */
export async function begun(
  authority: Authority,
  redirectUri: string,
  fresh: boolean,
): Promise<Flow & { readonly address: string }> {
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
  return { server, verifier, state, nonce, address: address.href };
}

/**
 * Exchanges the code in `address` for tokens. Throws if the state, the nonce or the provider's answer is not the expected one.
 */
export async function finished(
  flow: Flow & { readonly authority: Authority },
  address: URL,
  redirectUri: string,
): Promise<Tokens> {
  const { server, authority, verifier, state, nonce } = flow;
  const client = clientOf(authority);
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
  return tokensOf(
    await processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true }),
  );
}

/** Gets new tokens for a refresh token; undefined if the provider refuses it. Throws if the provider cannot be asked. */
export async function renewed(server: Server, authority: Authority, refreshToken: string): Promise<Tokens | undefined> {
  const client = clientOf(authority);
  try {
    const response = await refreshTokenGrantRequest(server, client, None(), refreshToken, transport(authority));
    return tokensOf(await processRefreshTokenResponse(server, client, response));
  } catch (error) {
    if (error instanceof ResponseBodyError) return undefined;
    throw error;
  }
}

/**
 * Revokes the refresh token (a failure is ignored) and returns the provider's logout address, set to come back to `returnTo`;
 * undefined if the provider has none.
 */
export async function ended(
  server: Server,
  authority: Authority,
  refreshToken: string,
  returnTo: string,
): Promise<string | undefined> {
  if (server.revocation_endpoint)
    await revocationRequest(server, clientOf(authority), None(), refreshToken, transport(authority)).catch(() => {});
  if (!server.end_session_endpoint) return undefined;
  const address = new URL(server.end_session_endpoint);
  // Cognito reads logout_uri, everyone else the standard's name.
  for (const name of ["post_logout_redirect_uri", "logout_uri"]) address.searchParams.set(name, returnTo);
  address.searchParams.set("client_id", authority.clientId);
  return address.href;
}
