import * as z from "zod";

const answer = z.union([z.object({ token: z.string() }), z.object({ message: z.string() })]);

/**
 * Returns a new access token of a seeded person from the local stack that runs at `origin`.
 * @throws if no stack answers at `origin`, or if the stack does not know the person
 */
export async function tokenOf(origin: string, person: string): Promise<string> {
  const response = await fetch(`${origin}/_local/tokens/${encodeURIComponent(person)}`).catch(() => undefined);
  if (!response) throw new Error(`Nada responde en ${origin}: npm start`);
  const answered = answer.parse(await response.json());
  if ("message" in answered) throw new Error(answered.message);
  return answered.token;
}
