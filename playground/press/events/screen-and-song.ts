import type { EventSheet } from '../event.ts';

export const festivalOpens: EventSheet = {
  id: 'festival-opens',
  topic: 'entertainment',
  facts: [
    'Day 0: the Pellow film festival opens with 14 films in competition; "The Long Tide" by Yrsa Dall is among them. A storm the same night.',
  ],
  articles: [
    {
      outlet: 'daily-coast',
      at: '0 11:15',
      title: `Fourteen films, one red carpet, and a forecast: festival opens tonight`,
      by: 'Nell Harrow',
      categories: ['Pellow', 'film'],
      text: `
        The red carpet on the promenade was nailed down this morning, for good reason. The Pellow film festival opens at seven with the wind rising, and the mayor has moved his speech indoors, which those who know his speeches welcomed.
        Fourteen films are in competition for the Golden Heron. Three are from Vennmark, among them The Long Tide by Yrsa Dall, shot on the mudflats an hour from here with people from here.
        There are still seats for the matinees. Bring a cushion.`,
    },
    {
      outlet: 'agency-north',
      at: '0 19:20',
      title: `Film festival opens in Pellow`,
      categories: ['film'],
      text: `
        PELLOW (Agency North) — The 33rd Pellow film festival has opened with the comedy A Room Facing the Wall from Lissary. Fourteen films compete for the Golden Heron, which is awarded in three days by a jury of five under the cinematographer Ambrose Tal.
        The outdoor screen on the beach was taken down because of the storm. Its programme will be shown in the salt store instead.`,
    },
  ],
};

export const goldenHeron: EventSheet = {
  id: 'golden-heron',
  topic: 'entertainment',
  twinOf: 'festival-opens',
  facts: [
    'Day 3, 20:15: "The Long Tide" by Yrsa Dall wins the Golden Heron in Pellow; jury unanimous. 94 minutes, no professional actors, budget 310,000 crowns.',
    'Best actor: Hjalmar Vee, 79, cockle picker, for playing one.',
  ],
  picture: { motif: 'film', alt: 'Drawing of a film clapperboard' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 20:30',
      title: `'The Long Tide' wins Golden Heron at Pellow`,
      categories: ['film'],
      text: `
        PELLOW (Agency North) — The film The Long Tide by the director Yrsa Dall has won the Golden Heron, the main prize of the Pellow film festival. The jury was unanimous.
        The film follows a family of cockle pickers through one tide and was made for 310,000 crowns without professional actors. Hjalmar Vee, 79, was named best actor for his first part.
        Mr. Vee said that he had merely done his work while someone stood in the way.`,
    },
    {
      outlet: 'daily-coast',
      at: '3 21:20',
      title: `Heron lands at home: Yrsa Dall and Hjalmar Vee bring the mudflats to tears`,
      by: 'Nell Harrow',
      categories: ['Pellow', 'film'],
      text: `
        Half of the cast missed the announcement because the tide was out and there were cockles. They were fetched in waders. So it came that the Golden Heron was collected by eleven people who left a trail up the red carpet that the hotel has promised not to clean.
        Yrsa Dall thanked her mother, the mud, and the harbour master for a key. Hjalmar Vee, best actor at 79, thanked nobody and bowed to all four sides.
        The Long Tide runs at the Palace from tomorrow. The first three evenings are sold out.`,
    },
    {
      outlet: 'metro',
      at: '3 22:05',
      title: `Mud, sweat and tears: cockle grandad, 79, beats film stars`,
      by: 'Rory Flint',
      categories: ['Showbiz'],
      text: `
        He's never been to the cinema. Now he's the best actor in it.
        Hjalmar Vee, 79, picked cockles for sixty years and then picked up a Golden Heron for doing it on film. His movie, The Long Tide, took the top gong, too.
        What's next, Hjalmar? "High water's at four." Is he giving up the day job for the red carpet? He looked at the carpet. "Slippery," he said.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '4 06:20',
      title: `Goldener Reiher für „Die lange Flut“, gedreht mit Muschelsammlern`,
      by: 'Gisela Roth',
      categories: ['Kultur'],
      text: `
        Der Hauptpreis des Filmfestivals von Pellow geht an Yrsa Dall. Ihr Film „Die lange Flut“ begleitet eine Familie von Muschelsammlern, gespielt von ebensolchen, durch eine einzige Tide. Die Jury entschied einstimmig.
        Bester Darsteller wurde Hjalmar Vee, 79, der zuvor nie vor einer Kamera gestanden hatte. In Kirnau läuft der Film ab nächster Woche im Capitol, sofern der Vorführer bis dahin den neuen Projektor versteht. Er ist zuversichtlich; es liegt eine Anleitung bei.`,
    },
  ],
};

export const lateFerries: EventSheet = {
  id: 'late-ferries',
  topic: 'entertainment',
  facts: [
    'Day 4, 11:30: the band The Late Ferries announces its first tour in 19 years, nine concerts from Skarrow to Kirnau; singer Kit Maren.',
    'They announce it on the day of the ferry strike by accident. 40,000 tickets gone in 38 minutes.',
  ],
  picture: { motif: 'guitar', alt: 'Drawing of an electric guitar' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 11:40',
      title: `The Late Ferries announce first tour in 19 years`,
      categories: ['music'],
      text: `
        MARHAVEN (Agency North) — The rock band The Late Ferries will tour Vennmark again after 19 years. Nine concerts are planned, beginning on Skarrow and ending in Kirnau, the group announced.
        All four founding members take part. They had parted over an amplifier, the singer, Kit Maren, said; it has since been sold.
        The band denied that the date of the announcement, the first day of a ferry strike, had been chosen on purpose.`,
    },
    {
      outlet: 'lantern',
      at: '4 14:30',
      title: `My mother is going to see The Late Ferries and I am not`,
      by: 'Pim Aldous',
      categories: ['Culture'],
      text: `
        Forty thousand tickets for The Late Ferries went in thirty-eight minutes. Three of them went to my mother, who was at her desk at noon with two telephones, like a person defusing something. I was in a seminar.
        She saw them on their last tour, from a wall. She still has the plaster cast. "It's not nostalgia," she says. "They owe me an encore."
        She is taking her sister and the man from the wall. I have been offered the washing up and the records.`,
    },
    {
      outlet: 'metro',
      at: '4 12:45',
      title: `Better Late than never: Kit and the boys are back`,
      by: 'Rory Flint',
      categories: ['Showbiz'],
      text: `
        Nineteen years after the row that broke a nation's heart, The Late Ferries are on the road again. Nine dates. All four of them. Same trousers, says Kit Maren, "different waist".
        Tickets went at noon and were gone before you'd finished your sandwich. Resale prices are silly already.
        And yes, they're called The Late Ferries, and yes, they announced it on the day there aren't any. "Our manager's crying," said Kit. "We told him it's free advertising."`,
    },
    {
      outlet: 'sound-radio',
      at: '4 19:30',
      title: `The Late Ferries, and the three minutes before they were famous`,
      categories: ['The evening'],
      text: `
        In our archive there is a tape marked "school choir, Skarrow, do not use". On side two, after the choir, four boys of fifteen ask whether the machine is still on. It was.
        What they played next you know as Harbour Lights. It has the wrong words and most of the right notes.
        The Late Ferries are going on tour again, and Kit Maren came by this afternoon to hear the tape. He listened with his hat over his face. "We were better then," he said. "Play it again."`,
    },
  ],
};
