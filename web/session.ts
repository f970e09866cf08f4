import { type Outcome, transportProblem } from "./client.ts";
import type { Authority, Server, Tokens } from "./sign-in-flow.ts";

export interface Session {
  /**
   * Gives the access token, renewed if it lapses within 30 seconds. `signed-out` if nobody is signed in or the provider
   * refuses to renew it; `unreachable` if the provider cannot be asked.
   */
  readonly token: () => Promise<Outcome<string>>;
  /** Whether this tab holds a session. The provider is not asked: it may have ended the session meanwhile. */
  readonly isOpen: () => boolean;
  /**
   * Calls `listener` when somebody signs in or out, and when the token is renewed; returns the function that stops it.
   * It is not called when a session lapses: the page that is refused says so where the person is.
   */
  readonly onChange: (listener: () => void) => () => void;
  /**
   * Leaves for the provider's sign-in page. After the sign-in, `finish` returns `returnTo`. `fresh` makes the provider
   * ask for the credentials again. Fails with the problem of `authority`, or `unreachable` if the provider cannot be
   * asked.
   */
  readonly begin: (returnTo: string, fresh?: boolean) => Promise<Outcome<void>>;
  /**
   * Completes what `begin` began, from the address the provider came back to, and clears that address. Returns
   * `returnTo`; undefined if nothing was begun or it failed.
   */
  readonly finish: () => Promise<string | undefined>;
  /**
   * Forgets the session, revokes its refresh token, and leaves for the provider's logout page if it has one. Ignores a
   * failure at the provider.
   */
  readonly end: () => Promise<void>;
}

export interface SessionOptions {
  /** Part of the keys under which sessionStorage keeps the session, so that the two kinds of session do not meet. */
  readonly name: "customers" | "staff";
  /** The path of the page to which the provider sends the person back, after a sign-in and after a sign-out. */
  readonly redirectPath: string;
  /** Asks for the provider's address and our client id there, when a sign-in begins. */
  readonly authority: () => Promise<Outcome<Authority>>;
  /** Sends the request that renews the access token. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/**
 * What sessionStorage keeps until the tab is closed: the refresh token and its provider. Never an ID token or a name.
 */
interface Kept {
  readonly authority: Authority;
  readonly server: Server;
  readonly refreshToken: string;
}

/** A new access token is asked for this long before the old one lapses. */
const slackMs = 30_000;

/**
 * Asks the provider for new tokens. Undefined if the provider answers 400 or 401: the session is over. Throws if it
 * cannot be asked or gives another answer without a token. Does without the sign-in library, so that a page which opens
 * with a session need not load it.
 */
async function renewed(
  { server, authority, refreshToken }: Kept,
  fetch: SessionOptions["fetch"],
): Promise<Tokens | undefined> {
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    client_id: authority.clientId,
  });
  const response = await fetch(server.token_endpoint ?? "", { method: "POST", body });
  if (response.status === 400 || response.status === 401) return undefined;
  if (!response.ok) throw new Error(`the provider answered ${response.status}`);
  const { access_token: access, expires_in: seconds = 60, refresh_token: refresh } = await response.json();
  if (typeof access !== "string") throw new Error("the provider gave no token");
  return { access, seconds, ...(refresh !== undefined && { refresh }) };
}

/**
 * Returns the session of a person with an OpenID Connect provider. Nothing is asked until one of its functions is
 * called. The access token is kept in memory only, the refresh token in sessionStorage until the tab is closed. The
 * sign-in library is loaded only to sign in or out.
 */
export function createSession({ name, redirectPath, authority, fetch }: SessionOptions): Session {
  const keptKey = `caudal.${name}.session`;
  const pendingKey = `caudal.${name}.sign-in`;
  const flow = () => import("./sign-in-flow.ts");
  const listeners = new Set<() => void>();
  let access: { readonly token: string; readonly until: number } | undefined;
  let renewing: Promise<Outcome<string>> | undefined;

  const read = (): Kept | undefined => JSON.parse(sessionStorage.getItem(keptKey) ?? "null") ?? undefined;
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  const redirectUri = (): string => `${location.origin}${redirectPath}`;

  function keep(tokens: Tokens, { authority, server }: Pick<Kept, "authority" | "server">): void {
    access = { token: tokens.access, until: Date.now() + tokens.seconds * 1000 - slackMs };
    if (tokens.refresh) {
      const kept: Kept = { authority, server, refreshToken: tokens.refresh };
      sessionStorage.setItem(keptKey, JSON.stringify(kept));
    }
    announce();
  }

  function forget(): void {
    access = undefined;
    sessionStorage.removeItem(keptKey);
  }

  async function renew(): Promise<Outcome<string>> {
    const kept = read();
    if (!kept) return transportProblem("signed-out");
    try {
      const tokens = await renewed(kept, fetch);
      if (!tokens) {
        forget();
        return transportProblem("signed-out");
      }
      keep({ refresh: kept.refreshToken, ...tokens }, kept);
      return { ok: true, value: tokens.access };
    } catch {
      return transportProblem("unreachable");
    }
  }

  return {
    token: async () => {
      if (access && Date.now() < access.until) return { ok: true, value: access.token };
      renewing ??= renew().finally(() => {
        renewing = undefined;
      });
      return renewing;
    },
    isOpen: () => access !== undefined || read() !== undefined,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: async (returnTo, fresh = false) => {
      const asked = await authority();
      if (!asked.ok) return asked;
      try {
        location.assign(
          await (await flow()).begun(asked.value, { key: pendingKey, redirectUri: redirectUri(), returnTo, fresh }),
        );
        return { ok: true, value: undefined };
      } catch {
        return transportProblem("unreachable");
      }
    },
    finish: async () => {
      try {
        const done = await (await flow()).finished(pendingKey, redirectUri());
        if (done) keep(done.tokens, done);
        return done?.returnTo;
      } catch {
        return undefined;
      }
    },
    end: async () => {
      const kept = read();
      forget();
      announce();
      if (!kept) return;
      try {
        const address = await (await flow()).ended(kept.server, kept.authority, kept.refreshToken, redirectUri());
        if (address) location.assign(address);
      } catch {
        // The session is over in this browser; the provider's own session lapses by itself.
      }
    },
  };
}
