import type { TenantValue } from "../../tenant/tenant-value.ts";

/** A value of a tenant as staff read it: its name and itself in Spanish, with its status and source. */
export interface ShownValue extends Omit<TenantValue<unknown>, "value"> {
  readonly name: string;
  readonly value: string;
}

/** Values that belong together, under their name in Spanish. */
export interface ValueGroup {
  readonly name: string;
  readonly values: readonly ShownValue[];
}

/** The name of a value in Spanish, and how the value itself is said. */
export type Named<Value> = readonly [name: string, says: (value: Value) => string];

/** Returns a value as staff read it. */
export function shown<Value>({ value, ...stated }: TenantValue<Value>, [name, says]: Named<Value>): ShownValue {
  return { name, value: says(value), ...stated };
}

/** Returns a group of values; every value of `values` has its name in `names`, in whose order they come. */
export function valueGroup<Values extends object>(
  name: string,
  values: { readonly [Key in keyof Values]: TenantValue<Values[Key]> },
  names: { readonly [Key in keyof Values]: Named<Values[Key]> },
): ValueGroup {
  const rows: ShownValue[] = [];
  for (const key in names) rows.push(shown(values[key], names[key]));
  return { name, values: rows };
}

const unit =
  (one: string, many: string) =>
  (count: number): string =>
    `${count} ${count === 1 ? one : many}`;

export const workingDays = unit("día hábil", "días hábiles");
export const calendarDays = unit("día calendario", "días calendario");
export const months = unit("mes", "meses");
export const hours = unit("hora", "horas");
export const minutes = unit("minuto", "minutos");
export const times = unit("vez", "veces");
export const files = unit("archivo", "archivos");
export const megabytes = (count: number): string => `${count} MB`;
export const percent = (count: number): string => `${count} %`;
export const text = (words: string): string => words;
export const number = (count: number): string => String(count);
export const yesOrNo = (is: boolean): string => (is ? "sí" : "no");
export const list = (words: readonly string[]): string => words.join("; ");
export const between = ({ opens, closes }: { readonly opens: string; readonly closes: string }): string =>
  `de ${opens} a ${closes}`;
export const dayOfFiling = (day: number): string => `día hábil ${day} desde que se presenta`;
