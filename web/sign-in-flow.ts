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

/** Code flow with PKCE. This file, and the library it brings, loads only when somebody signs in or already has. */
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

/** A page that came over plain HTTP may speak it to its own host, as on a developer's machine; nowhere else. */
const transport = ({ issuer }: Authority) => ({
  [allowInsecureRequests]: location.protocol === "http:" && new URL(issuer).hostname === location.hostname,
});

const clientOf = ({ clientId }: Authority) => ({ client_id: clientId });

function tokensOf({ access_token, expires_in = 60, refresh_token }: TokenEndpointResponse): Tokens {
  return { access: access_token, seconds: expires_in, ...(refresh_token !== undefined && { refresh: refresh_token }) };
}

/**
 * Where to send the person, and what must be remembered until they come back. Throws when the issuer cannot be asked.
 * @param fresh asks who it is although the provider's own session is open
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

/** The tokens for the code in `address`. Throws when the answer is not the one that was asked for. */
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

/** New tokens, or `undefined` when the provider ended the session. Throws when it cannot be asked. */
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

/** Takes the refresh token back; answers where the provider ends its own session, if it says. */
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
