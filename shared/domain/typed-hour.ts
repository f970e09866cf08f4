const hourForm = /^(\d{1,2})(?: ?[:.h]? ?(\d{2}))? ?(?:h|hs|hrs|horas)?\.? ?(?:([ap])\.? ?m\.?)?$/;

/**
 * Returns as `HH:MM` an hour as people type it: «9», «9:00», «9.30», «9h30», «0930», «2:30 p. m.». Undefined if it is
 * no hour of a day, or one from 1 to 6 with neither a zero before it nor «a. m.» or «p. m.»: «2» may be either.
 */
export function typedHour(typed: string): string | undefined {
  const [, digits = "", minutes = "00", half] = hourForm.exec(plain(typed)) ?? [];
  const written = Number(digits);
  const hour = half === undefined ? written : half === "a" ? written % 12 : (written % 12) + 12;
  const isUnclear = half === undefined && /^[1-6]$/.test(digits);
  const isHour = digits !== "" && written <= (half === undefined ? 23 : 12) && Number(minutes) <= 59;
  return isHour && !isUnclear ? `${String(hour).padStart(2, "0")}:${minutes}` : undefined;
}

/** Returns as `HH:MM-HH:MM` the hours from one to another, each as in `typedHour`: «8-10», «8:00 a 10:00». */
export function typedHours(typed: string): string | undefined {
  const [from, to, ...more] = plain(typed)
    .split(/ ?[-–] ?| a (?:las )?/)
    .map(typedHour);
  return from && to && more.length === 0 ? `${from}-${to}` : undefined;
}

function plain(typed: string): string {
  return typed.trim().toLowerCase().replace(/\s+/g, " ");
}
