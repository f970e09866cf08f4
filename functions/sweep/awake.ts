/** `HH:MM` in Lima from which reminders are recorded, an hour before the first hearing: nobody is written to at
 * night. */
export const wakes = "07:00";
