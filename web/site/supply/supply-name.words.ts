export const supplyName = (code: string): string => `Suministro ${code}`;
