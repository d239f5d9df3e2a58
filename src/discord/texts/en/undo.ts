/** Texts of **Undo**. */
export const undo = {
  button: 'Undo',
  all: 'Undone: everything is as it was before.',
  some: 'Undone, except for what has changed again since.',
  none: 'This has changed again since, so there is nothing to undo.',
  late: 'Changes can be undone for 10 minutes, and that time has passed.',
};
