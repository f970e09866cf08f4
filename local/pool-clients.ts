import * as z from "zod";
import { type Pool, poolOf, type Resource } from "./resources.ts";
import type { Assembly } from "./templates.ts";

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;
const unit = z.enum(["seconds", "minutes", "hours", "days"]);
const poolClient = z.object({
  UserPoolId: z.string(),
  CallbackURLs: z.array(z.string()).default([]),
  LogoutURLs: z.array(z.string()).default([]),
  AllowedOAuthScopes: z.array(z.string()),
  AccessTokenValidity: z.number().default(1),
  RefreshTokenValidity: z.number().default(30),
  TokenValidityUnits: z.object({ AccessToken: unit.default("hours"), RefreshToken: unit.default("days") }).prefault({}),
});

/** A client of a pool: a page that signs people in. */
export interface PoolClient {
  readonly id: string;
  readonly pool: Pool;
  /** Where the sign-in may return to, and where the sign-out may. */
  readonly redirects: readonly string[];
  readonly logouts: readonly string[];
  /** The scopes, with a space between them. */
  readonly scope: string;
  /** How long an access token and a refresh token last. */
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

/**
 * Returns the clients of the templates' user pools. Their addresses for sign-in and sign-out are the templates' paths
 * at `origin`.
 * @throws if a client's pool is not in the templates, or if one of the properties read here has another shape
 */
export function poolClients(assembly: Assembly, origin: string): readonly PoolClient[] {
  return assembly.of("AWS::Cognito::UserPoolClient").map((resource) => clientOf(assembly, resource, origin));
}

function clientOf(assembly: Assembly, resource: Resource, origin: string): PoolClient {
  const wanted = assembly.read(resource, poolClient);
  const userPool = assembly.of("AWS::Cognito::UserPool").find((one) => assembly.attribute(one) === wanted.UserPoolId);
  if (!userPool) throw new Error(`${resource.stack}.${resource.id}: no user pool ${wanted.UserPoolId}`);
  // The template's domain is replaced by the gateway's.
  const here = (urls: readonly string[]) => urls.map((url) => `${origin}${new URL(url).pathname}`);
  const { AccessToken, RefreshToken } = wanted.TokenValidityUnits;
  return {
    id: assembly.attribute(resource),
    pool: poolOf(userPool),
    redirects: here(wanted.CallbackURLs),
    logouts: here(wanted.LogoutURLs),
    scope: wanted.AllowedOAuthScopes.join(" "),
    accessSeconds: wanted.AccessTokenValidity * unitSeconds[AccessToken],
    refreshSeconds: wanted.RefreshTokenValidity * unitSeconds[RefreshToken],
  };
}
