import type { Adapter, AdapterFactory, AdapterPayload } from "oidc-provider";
import * as z from "zod";
import type { RecordFile } from "./records.ts";

const kept = z.object({
  payload: z.custom<AdapterPayload>((value) => typeof value === "object" && value !== null),
  until: z.number(),
});

/**
 * How many seconds a used refresh token can still be used, as with the user pools' rotation: a second tab or a lost
 * answer must not sign a person out.
 */
const graceSeconds = 30;

/**
 * Returns the adapter by which a pool's sign-in server keeps sessions, codes and tokens in `file`. An expired item is
 * not found. For 30 seconds after its first use, a refresh token is returned as if it were unused.
 */
export function tokenStore(file: RecordFile, pool: string): AdapterFactory {
  return (model): Adapter => {
    const records = file.of(`oidc ${pool} ${model}`);
    const seconds = () => Math.floor(Date.now() / 1000);
    const find = async (id: string): Promise<AdapterPayload | undefined> => {
      const found = kept.safeParse(records.get(id));
      if (!found.success || found.data.until <= seconds()) return undefined;
      const { consumed, ...fresh } = found.data.payload;
      const inGrace = model === "RefreshToken" && typeof consumed === "number" && consumed + graceSeconds > seconds();
      return inGrace ? fresh : found.data.payload;
    };
    const findBy = (name: "uid" | "userCode") => async (wanted: string) => {
      const found = records.all().find(({ value }) => kept.parse(value).payload[name] === wanted);
      return found && find(found.key);
    };
    return {
      upsert: async (id, payload, expiresIn = Number.MAX_SAFE_INTEGER) =>
        records.set(id, { payload, until: seconds() + expiresIn }),
      find,
      findByUid: findBy("uid"),
      findByUserCode: findBy("userCode"),
      consume: async (id) => {
        const { payload, until } = kept.parse(records.get(id));
        records.set(id, { payload: { ...payload, consumed: payload.consumed ?? seconds() }, until });
      },
      destroy: async (id) => records.delete(id),
      revokeByGrantId: async (grantId) => {
        for (const { key, value } of records.all())
          if (kept.parse(value).payload.grantId === grantId) records.delete(key);
      },
    };
  };
}
