/** Words of what takes a change back. */
export const setup = () => ({
  undo: {
    button: 'Undo',
    all: 'Taken back: everything is as it was before.',
    some: 'Taken back, except for what was changed again since.',
    none: 'This was changed again since, so there is nothing to take back.',
    late: 'A change can be taken back for 10 minutes, and that time is over.',
  },
});
