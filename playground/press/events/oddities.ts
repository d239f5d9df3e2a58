import type { EventSheet } from '../event.ts';

export const mooseOnTheLine: EventSheet = {
  id: 'moose-night-train',
  topic: 'world',
  facts: [
    'Day 4, 02:40: a moose stands on the line at Imber Halt; the night train Hask–Marhaven waits 94 minutes.',
    'Only Lantern has it, because two of its editors were on the train.',
  ],
  picture: { motif: 'moose', alt: 'Drawing of a moose standing in front of a night train with one bright lamp' },
  articles: [
    {
      outlet: 'lantern',
      at: '4 06:15',
      title: `Moose delays the night train`,
      by: 'Pim Aldous',
      categories: ['News'],
      text: `
        We can report at first hand that a moose does not care about the timetable. At twenty to three this morning one was standing between the rails at Imber Halt, facing the night train from Hask, and for ninety-four minutes neither gave way.
        The driver, Solveig Marr, tried the horn, the lamp, and a recording of wolves that the railway keeps for the purpose. The moose listened to the wolves with what looked like interest.
        In the end the guard opened a crate of stored apples that were travelling to Marhaven and laid a trail to the birches. The train reached the capital at nine minutes to six. The apples are listed as "delivered in part".`,
    },
  ],
};

export const libraryBook: EventSheet = {
  id: 'library-book',
  topic: 'entertainment',
  facts: [
    'Day 5: a book lent by Skarrow library 74 years ago comes back, by post, from a lighthouse on Lissary. Fine: waived.',
    'Only Daily Coast has it.',
  ],
  picture: { motif: 'book', alt: 'Drawing of an old library book with a lighthouse on its cover' },
  articles: [
    {
      outlet: 'daily-coast',
      at: '5 06:50',
      title: `Book on tides comes back to Skarrow library, 74 years after it went out`,
      by: 'Nell Harrow',
      categories: ['people'],
      text: `
        A book called Tides for the Patient has been returned to Skarrow library, 74 years late. It came by post from a lighthouse on the coast of Lissary, wrapped in oilcloth, with a note that read: "Finished. Very good. Sorry."
        Librarian Hilde Vaar found the card still in its pocket. The borrower had been a keeper's apprentice who took a berth abroad the week after.
        At a farthing a day the fine would have come to 28 crowns. Ms Vaar has waived it, as the reader had plainly been patient. The book is already out again, and there is a list.`,
    },
  ],
};

export const parliamentClock: EventSheet = {
  id: 'parliament-clock',
  topic: 'politics',
  facts: [
    'Day 2: the clock of the Chamber has run seven minutes slow since a pigeon nested in it. Only Sound Radio has it.',
  ],
  articles: [
    {
      outlet: 'sound-radio',
      at: '2 12:40',
      title: `Why parliament has been seven minutes late`,
      categories: ['Before we go'],
      text: `
        For three weeks every sitting of the Chamber has ended seven minutes late, and nobody could say why. The clerks suspected the members. The members suspected the clerks.
        Yesterday the clockmaker climbed up and found a pigeon on the minute hand, with two eggs. It rides up to the half hour, steps off, and gets on again.
        The clock will stay slow until the young have flown. A motion to that effect was carried without debate, seven minutes late.`,
    },
  ],
};
