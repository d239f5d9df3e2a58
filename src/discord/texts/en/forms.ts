/** Texts of forms, which Discord calls modals. */
export const forms = {
  change: 'Change',
  open: 'Open the form',
  /** The form's answer was too late for Discord. */
  late: 'That took too long for Discord to open the form. Please press once more.',
  /** Below a refusal: opens the form with what was typed. */
  again: 'Back to the form',
};
