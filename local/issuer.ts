import { randomUUID } from "node:crypto";
import type { Configuration } from "oidc-provider";
import * as z from "zod";
import { escaped, page } from "./pages.ts";
import { type Person, subOf } from "./people.ts";
import type { PoolClient } from "./pool-clients.ts";
import type { Pool } from "./resources.ts";

export const issuersPath = "/_local/oidc";
export const issuerOf = (origin: string, pool: Pool): string => `${origin}${issuersPath}/${pool}`;

/**
 * Returns the claims that a user pool adds to a person's access token: `username`, `cognito:groups` if the person has
 * roles, and ids that are new each time. The claims that every token has, such as `sub`, are not among them.
 */
export function personClaims(one: Person): Record<string, unknown> {
  const groups = one.roles && { "cognito:groups": one.roles };
  return {
    token_use: "access",
    username: subOf(one),
    version: 2,
    origin_jti: randomUUID(),
    event_id: randomUUID(),
    ...groups,
  };
}

/**
 * Returns the names of an issuer's cookies. They begin with the pool's name, because the two issuers share one origin.
 */
export const cookieNames = (pool: Pool) => ({
  session: `${pool}-session`,
  interaction: `${pool}-sign-in`,
  resume: `${pool}-resume`,
});

/**
 * Returns the `oidc-provider` configuration by which an issuer behaves like a Cognito user pool: code flow, refresh
 * tokens that rotate, no page that asks for consent. An access token lives as long as its client says, a refresh token
 * as long as the longest of `clients`. `personOf` finds the account of a `sub`; undefined means that there is none.
 */
export function issuerConfiguration(
  pool: Pool,
  clients: readonly PoolClient[],
  settings: Pick<Configuration, "jwks" | "cookies" | "adapter">,
  personOf: (sub: string) => Person | undefined,
): Configuration {
  const api = `urn:caudal:${pool}`;
  const refreshSeconds = Math.max(...clients.map((client) => client.refreshSeconds));
  return {
    ...settings,
    clients: clients.map(({ id, redirects, logouts, scope }) => ({
      client_id: id,
      scope,
      redirect_uris: [...redirects],
      post_logout_redirect_uris: [...logouts],
      token_endpoint_auth_method: "none",
      grant_types: ["authorization_code", "refresh_token"],
      response_types: ["code"],
    })),
    scopes: [...new Set(clients.flatMap(({ scope }) => scope.split(" ")))],
    claims: { openid: ["sub"], email: ["email"], phone: ["phone_number"] },
    responseTypes: ["code"],
    findAccount: (_, sub) => {
      const one = personOf(sub);
      if (!one) return undefined;
      const [email, phone_number] = one.identifier.includes("@") ? [one.identifier] : [undefined, one.identifier];
      return { accountId: sub, claims: () => ({ sub, email, phone_number }) };
    },
    clientBasedCORS: (_, origin, { redirectUris = [] }) => redirectUris.some((uri) => new URL(uri).origin === origin),
    interactions: { url: (_, { uid }) => `${issuersPath}/${pool}/sign-in/${uid}` },
    // People need no consent for the utility's own site.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, params } = oidc;
      if (!client || !session?.accountId) return undefined;
      const grant = new oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      const scope = z.string().parse(params?.["scope"]);
      grant.addOIDCScope(scope);
      grant.addResourceScope(api, scope);
      await grant.save();
      return grant;
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true, allowedPolicy: (_, { clientId }, token) => token.clientId === clientId },
      rpInitiatedLogout: {
        enabled: true,
        // A user pool signs out without asking again, so the page submits the form by itself.
        logoutSource: (ctx, form) => {
          const leave = `<button type="submit" form="op.logoutForm" name="logout" value="yes">Salir</button>`;
          ctx.body = page("Salir", `${form}${leave}<script>document.querySelector("button").click()</script>`);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = page("Sesión cerrada", "");
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => api,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => {
          const own = clients.find(({ id }) => id === client.clientId);
          return {
            scope: own?.scope ?? "",
            audience: client.clientId,
            accessTokenTTL: own?.accessSeconds ?? 3600,
            accessTokenFormat: "jwt",
            jwt: { sign: { alg: "RS256" } },
          };
        },
      },
    },
    formats: {
      customizers: {
        jwt: ({ oidc }, token, { payload }) => {
          const one = "accountId" in token ? personOf(token.accountId) : undefined;
          const { AuthorizationCode: code, RefreshToken: refresh } = oidc.entities;
          if (one) Object.assign(payload, personClaims(one), { auth_time: (code ?? refresh)?.authTime });
        },
      },
    },
    issueRefreshToken: () => true,
    rotateRefreshToken: () => true,
    expiresWithSession: () => false,
    ttl: {
      AccessToken: (_, token) => token.resourceServer?.accessTokenTTL ?? 3600,
      IdToken: 3600,
      AuthorizationCode: 60,
      RefreshToken: refreshSeconds,
      Grant: refreshSeconds,
      Interaction: 3600,
      Session: 3600,
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.type = "html";
      ctx.body = page("No se pudo ingresar", `<p>${escaped(error)}</p><p>${escaped(error_description ?? "")}</p>`);
    },
  };
}
