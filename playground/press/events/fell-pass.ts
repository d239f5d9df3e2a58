import type { EventSheet } from '../event.ts';

export const fellPassSnow: EventSheet = {
  id: 'fell-pass-snow',
  topic: 'world',
  facts: [
    'Day 0: Fell Pass on the border with Carrovia is closed for five hours by drifting snow; 40 cars wait at the inn.',
  ],
  articles: [
    {
      outlet: 'suedmaerker-anzeiger',
      at: '0 10:30',
      title: `Schneeverwehungen: Fellpass fünf Stunden gesperrt`,
      by: 'Hanna Lerch',
      categories: ['Verkehr'],
      text: `
        Der Fellpass war am Morgen fünf Stunden lang gesperrt. Auf der carrovischen Seite hatte der Wind den Schnee anderthalb Meter hoch auf die Straße geweht, obwohl in den Tälern längst die Kirschen blühen.
        Vierzig Autos warteten am Passwirtshaus. Wirtin Leni Gruber kochte, was da war, und das war viel: „Wir hatten eine Hochzeit im Haus, und die Hochzeit kam nicht herauf.“ Gegen zehn gab die Straßenwacht beide Fahrspuren frei.`,
    },
    {
      outlet: 'agency-north',
      at: '0 10:50',
      title: `Fell Pass reopens after snow`,
      categories: ['traffic'],
      text: `
        KIRNAU (Agency North) — Fell Pass, the main road between Vennmark and Carrovia, was reopened at ten after drifting snow had closed it for five hours, the road guard said. About 40 cars had been held at the summit inn.
        Winter tyres are compulsory above 900 metres until further notice. Lorries over 20 tonnes are being sent down in convoys of six behind a plough, which adds about an hour to the journey.`,
    },
  ],
};

export const fellPassRockfall: EventSheet = {
  id: 'fell-pass-rockfall',
  topic: 'world',
  twinOf: 'fell-pass-snow',
  facts: [
    'Day 4, 08:25: 300 tonnes of rock fall on the road at Fell Pass, nobody hurt. SA says 400 at first estimate of the mayor’s office.',
    'The border is closed to lorries; with the ferries on strike no lorry reaches Skarrow, which has a causeway from Carrovia. Day 5, 06:00: one lane open.',
  ],
  picture: { motif: 'pass', alt: 'Drawing of a mountain road below two peaks, blocked by boulders' },
  articles: [
    {
      outlet: 'agency-north',
      at: '4 09:20',
      title: `Rockfall closes Fell Pass between Vennmark and Carrovia`,
      categories: ['traffic', 'Carrovia'],
      text: `
        KIRNAU (Agency North) — About 300 tonnes of rock fell on the road at Fell Pass at 08:25, closing the main crossing between Vennmark and Carrovia. Nobody was hurt, the road guard said.
        A milk lorry stopped twelve metres short of the slide. Geologists were looking at the slope with a drone before any clearing began.
        The pass is also the only way by road to the island of Skarrow, where ferries have not run since the early morning because of a strike. Drivers were asked to wait in Kirnau.`,
    },
    {
      outlet: 'daily-coast',
      at: '4 10:00',
      title: `Fell Pass shut by rockfall: no way round for lorries`,
      by: 'Agency North',
      categories: ['traffic'],
      wire: { take: 3 },
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '4 11:30',
      title: `Felssturz am Fellpass: Milchwagen bleibt zwölf Meter davor stehen`,
      by: 'Hanna Lerch',
      categories: ['Südmark'],
      text: `
        Zwölf Meter fehlten. So weit vor den Felsbrocken kam Milchfahrer Toni Ebner am Morgen zum Stehen, als sich am Fellpass die Wand löste. „Ich habe erst gebremst und dann gebetet“, sagte er, „in der richtigen Reihenfolge.“
        Nach Schätzung des Rathauses liegen 400 Tonnen Gestein auf der Straße. Bürgermeister Otto Brandmeier öffnete die Turnhalle für wartende Fahrer.
        Weil auf dem Sund die Fähren stillstehen, kommt aus der Südmark derzeit kein Lastwagen mehr auf die Inseln.`,
    },
    {
      outlet: 'sound-radio',
      at: '4 12:15',
      title: `No pass, no ferry: how Kirnau is spending the day`,
      categories: ['The country at noon'],
      text: `
        Kirnau has had calmer days. The ferries to the isles are on strike, the road to the south is under three hundred tonnes of rock, and there are ninety lorry drivers in the sports hall.
        They have organised a table-tennis tournament. The mayor lost in the first round to a driver from Carrovia and says the match was fair.
        The road guard hopes to open one lane by tomorrow morning. Until then the baker on Mill Street is giving a roll to anyone with a steering wheel.`,
    },
    {
      outlet: 'agency-north',
      at: '5 06:05',
      title: `One lane open at Fell Pass after night of clearing`,
      categories: ['traffic', 'Carrovia'],
      text: `
        KIRNAU (Agency North) — Traffic is moving on one lane at Fell Pass again after crews cleared 300 tonnes of rock during the night, the road guard said.
        Lorries cross in turns of fifteen minutes. A net will be anchored above the road before the second lane opens, which could take ten days.
        The first vehicle through was the milk lorry that had stopped just short of the slide. Its load was made into cheese in Kirnau.`,
    },
  ],
};
