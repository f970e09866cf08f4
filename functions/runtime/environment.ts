/** What every function of the API reads from its environment, besides the names of its stores. */
export interface Environment {
  /** What the site's edge sends in `x-origin-key`. */
  readonly originKey: string;
  /** Taken besides, while the key is changed. */
  readonly otherOriginKey?: string;
  readonly build: string;
}

/** Returns an environment variable. Throws when it is missing or empty: then the template and the code disagree. */
export function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is missing`);
  return value;
}

export function environment(): Environment {
  const otherOriginKey = process.env["ORIGIN_KEY_OTHER"];
  return {
    originKey: required("ORIGIN_KEY"),
    ...(otherOriginKey && { otherOriginKey }),
    build: required("BUILD"),
  };
}
