/** What every function finds in its environment besides its stores' resources. */
export interface Environment {
  readonly originKey: string;
  readonly build: string;
}

/** @throws when a variable is missing. */
export function environment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const { ORIGIN_KEY: originKey, BUILD: build } = variables;
  if (!originKey || !build) throw new Error("ORIGIN_KEY or BUILD is missing");
  return { originKey, build };
}
