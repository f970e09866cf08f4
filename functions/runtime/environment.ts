/** What every function of the API finds in its environment besides its stores' resources. */
export interface Environment {
  readonly originKey: string;
  readonly build: string;
}

/** @throws when the variable is missing: the template and the code disagree. */
export function required(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is missing`);
  return value;
}

export function environment(): Environment {
  return { originKey: required("ORIGIN_KEY"), build: required("BUILD") };
}
