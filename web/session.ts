import { type Outcome, transportProblem } from "./client.ts";
import type { Authority, Server, Tokens } from "./sign-in-flow.ts";

export interface Session {
  /** The access token, renewed if it is about to lapse; `signed-out` if nobody is signed in, `unreachable` if it fails. */
  readonly token: () => Promise<Outcome<string>>;
  readonly isOpen: () => boolean;
  /**
   * Calls `listener` when somebody signs in or out, and when the token is renewed; returns the function that stops it. It is
   * not called when a session lapses: the page that is refused says so where the person is.
   */
  readonly onChange: (listener: () => void) => () => void;
  /** Leaves for the provider's sign-in page. `finish` then returns `returnTo`. `fresh` asks for the credentials again. */
  readonly begin: (returnTo: string, fresh?: boolean) => Promise<Outcome<void>>;
  /**
   * Completes what `begin` began, from the address the provider came back to, and clears that address. Returns `returnTo`;
   * undefined if nothing was begun or it failed.
   */
  readonly finish: () => Promise<string | undefined>;
  /** Forgets the session, revokes its token, and leaves for the provider's logout page if it has one. */
  readonly end: () => Promise<void>;
}

export interface SessionOptions {
  readonly name: "customers" | "staff";
  readonly redirectPath: string;
  readonly authority: () => Promise<Outcome<Authority>>;
}

/** What sessionStorage keeps until the tab is closed: the refresh token and its provider. Never an ID token or a name. */
interface Kept {
  readonly authority: Authority;
  readonly server: Server;
  readonly refreshToken: string;
}

interface Pending {
  readonly authority: Authority;
  readonly server: Server;
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly returnTo: string;
}

/** A new access token is asked for this long before the old one lapses. */
const slackMs = 30_000;

/**
 * A session with an OpenID Connect provider. The access token is kept in memory only. `name` separates its keys in
 * storage. The sign-in library is loaded only when it is used.
 */
export function createSession({ name, redirectPath, authority }: SessionOptions): Session {
  const keptKey = `caudal.${name}.session`;
  const pendingKey = `caudal.${name}.sign-in`;
  const listeners = new Set<() => void>();
  let access: { readonly token: string; readonly until: number } | undefined;
  let renewing: Promise<Outcome<string>> | undefined;

  const read = <Value>(key: string): Value | undefined =>
    JSON.parse(sessionStorage.getItem(key) ?? "null") ?? undefined;
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
    const kept = read<Kept>(keptKey);
    if (!kept) return transportProblem("signed-out");
    try {
      const { renewed } = await import("./sign-in-flow.ts");
      const tokens = await renewed(kept.server, kept.authority, kept.refreshToken);
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
    isOpen: () => access !== undefined || read(keptKey) !== undefined,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    begin: async (returnTo, fresh = false) => {
      const asked = await authority();
      if (!asked.ok) return asked;
      try {
        const { begun } = await import("./sign-in-flow.ts");
        const { address, ...flow } = await begun(asked.value, redirectUri(), fresh);
        const pending: Pending = { ...flow, authority: asked.value, returnTo };
        sessionStorage.setItem(pendingKey, JSON.stringify(pending));
        location.assign(address);
        return { ok: true, value: undefined };
      } catch {
        return transportProblem("unreachable");
      }
    },
    finish: async () => {
      const pending = read<Pending>(pendingKey);
      const address = new URL(location.href);
      sessionStorage.removeItem(pendingKey);
      history.replaceState(null, "", redirectPath);
      if (!pending) return undefined;
      try {
        const { finished } = await import("./sign-in-flow.ts");
        keep(await finished(pending, address, redirectUri()), pending);
        return pending.returnTo;
      } catch {
        return undefined;
      }
    },
    end: async () => {
      const kept = read<Kept>(keptKey);
      forget();
      announce();
      if (!kept) return;
      try {
        const { ended } = await import("./sign-in-flow.ts");
        const address = await ended(kept.server, kept.authority, kept.refreshToken, redirectUri());
        if (address) location.assign(address);
      } catch {
        // The session is over in this browser; the provider's own session lapses by itself.
      }
    },
  };
}
