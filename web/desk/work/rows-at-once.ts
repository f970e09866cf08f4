/** The rows of a work list that are asked for at once: two screens of an office's cheapest monitor. */
export const rowsAtOnce = 30;
