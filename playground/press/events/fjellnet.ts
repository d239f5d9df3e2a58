import type { EventSheet } from '../event.ts';

export const fjellnetEvening: EventSheet = {
  id: 'fjellnet-evening',
  topic: 'technology',
  facts: ['Day 0, 15:20–16:50: Fjellnet fails in Ostrand only, 38,000 customers; a digger cut a cable.'],
  articles: [
    {
      outlet: 'agency-north',
      at: '0 16:05',
      title: `Digger cuts cable, Fjellnet down in Ostrand`,
      categories: ['telecoms'],
      text: `
        OSTRAND (Agency North) — About 38,000 customers of the telephone company Fjellnet in Ostrand have been without a connection since twenty past three, after a digger cut a cable at a building site on Mill Lane.
        Technicians were splicing 288 fibres by hand, the company said, and expected to finish by five. Emergency calls go through other networks.
        The driver of the digger reported the damage himself, from a telephone box, the last in town.`,
    },
    {
      outlet: 'metro',
      at: '0 17:20',
      title: `Hello? Hello? Ostrand cut off by one man in a digger`,
      by: 'Kit Barlow',
      categories: ['Tech'],
      text: `
        One scoop was all it took. A digger on Mill Lane bit through Fjellnet's main cable and silenced half of Ostrand for an hour and a half.
        It was back by ten to five. In between, say locals, people talked. "To each other," said barber Emin, 44. "In the shop. It was a bit much."
        The digger man has been given the rest of the day off and a map.`,
    },
  ],
};

export const fjellnetOutage: EventSheet = {
  id: 'fjellnet-outage',
  topic: 'technology',
  twinOf: 'fjellnet-evening',
  facts: [
    'Day 3, 10:40–17:55: Fjellnet fails in the whole country because a security certificate ran out. 310,000 customers.',
    'Sound Radio says 400,000 on day 3 and corrects it on day 4. Plainly So says it was an attack; it was not.',
    'The renewal was in a calendar that belonged to an engineer who had retired. Spokeswoman Katrin Moe.',
    'Compensation: three days of fees.',
  ],
  picture: { motif: 'mast', alt: 'Drawing of a radio mast with waves that break off' },
  articles: [
    {
      outlet: 'agency-north',
      at: '3 11:05',
      title: `Fjellnet mobile and internet service fails across Vennmark`,
      categories: ['telecoms'],
      text: `
        MARHAVEN (Agency North) — Mobile and internet connections of the telephone company Fjellnet failed in large parts of Vennmark at 10:40. The company spoke of a fault in its central systems and gave no time for a repair.
        Emergency numbers can be reached through other networks. Card payments were not working in many shops, and trains ran on paper orders.
        Fjellnet has 1.2 million customers. It was not clear how many were affected.`,
    },
    {
      outlet: 'sound-radio',
      at: '3 12:00',
      title: `Fjellnet is down: what works and what does not`,
      categories: ['The country at noon'],
      text: `
        If your telephone is quiet, it is not you. The Fjellnet network has been down since twenty to eleven, and four hundred thousand customers have no connection.
        Emergency calls work. So do landlines of other companies, and so, as you can hear, does radio. Cash machines of Merrow Bank are open; those of Coast Savings are not.
        The company's spokeswoman, Katrin Moe, came to our studio on a bicycle, because she could not ring us. She says nobody has broken in. Something inside has stopped trusting something else.`,
      changed: {
        at: '4 09:05',
        title: `Correction: 310,000 Fjellnet customers were cut off, not 400,000`,
        text: `
          Correction: yesterday at noon we said that four hundred thousand customers of Fjellnet had no connection. The company's final count is three hundred and ten thousand. Our figure was an estimate by a reseller, and we should have said so.
          The Fjellnet network was down from twenty to eleven until five to six in the evening. Emergency calls worked throughout, and so did radio.
          The company's spokeswoman, Katrin Moe, had come to our studio on a bicycle, because she could not ring us. She said nobody had broken in: something inside had stopped trusting something else.`,
      },
    },
    {
      outlet: 'metro',
      at: '3 12:40',
      title: `No bars! Fjellnet goes dark and the nation looks up`,
      by: 'Kit Barlow',
      categories: ['Tech'],
      text: `
        Fjellnet has gone down like a sack of bricks. No calls, no maps, no cat videos since 10.40.
        In Marhaven, tourists are asking policemen the way. Policemen are asking taxi drivers. A proposal at the Lighthouse Café went ahead without a photo and she said yes anyway.
        Paying? Bring coins. The chip shop on Quay Street is taking promises, "from people I like the look of", says owner Bea.`,
    },
    {
      outlet: 'suedmaerker-anzeiger',
      at: '3 13:15',
      title: `Netzausfall bei Fjellnet: In Kirnau läuten die Glocken`,
      by: 'Gisela Roth',
      categories: ['Technik'],
      text: `
        Seit 10.40 Uhr geht bei Fjellnet landesweit nichts mehr. In Kirnau wusste man sich zu helfen: Bürgermeister Otto Brandmeier ließ die Glocken läuten und auf dem Markt einen Tisch aufstellen, an dem die Feuerwehr Notrufe annimmt.
        Bis Mittag kamen zwei, beide von Leuten, die ausprobieren wollten, ob es funktioniert. Der Bäcker schreibt wieder an.
        Das Unternehmen hat in der Südmark rund 26.000 Kunden. Zur Ursache hieß es, man suche noch.`,
    },
    {
      outlet: 'plainly-so',
      at: '3 15:00',
      title: `Fjellnet was hacked, and I know the colour of the hat`,
      by: 'Grant Ormerod',
      text: `
        At 10:40 the network fell silent. At 10:41 my kettle switched itself off. You may call it coincidence. My kettle is connected to nothing, which is exactly what a careful attacker would choose.
        I say a foreign power has taken down Fjellnet to test us. The company says it is "a fault". Who profits from a fault? Nobody. Who profits from an attack? Somebody. There you have it.
        This was written by hand and carried to a library with a working line.`,
    },
    {
      outlet: 'courier',
      at: '3 17:45',
      title: `An expired certificate, and a calendar nobody read, silenced Fjellnet`,
      by: 'Jens Okker',
      standfirst: `Internal note names the cause of the seven-hour failure`,
      categories: ['Telecoms'],
      text: `
        The failure of Fjellnet's network was caused by a security certificate that ran out at 10:40, according to an internal note seen by the Courier. The systems that admit telephones to the network stopped believing one another, as they are built to.
        The reminder to renew it had been sent, three times, to the calendar of an engineer who retired in the autumn. He saw it on his boat. “I thought they were being sentimental,” he said.
        A renewal takes four minutes. Finding out which of 2,100 certificates it was took six hours.`,
    },
    {
      outlet: 'agency-north',
      at: '3 18:15',
      title: `Fjellnet back after seven hours; 310,000 customers were cut off`,
      categories: ['telecoms'],
      text: `
        MARHAVEN (Agency North) — The Fjellnet network has been working again throughout Vennmark since 17:55, the company said. Some 310,000 customers had been without a connection for more than seven hours.
        Fjellnet confirmed that an expired certificate was to blame and ruled out an attack. Customers will get three days of fees back.
        The telecoms authority opened an inquiry. "We would like to know how many other calendars there are," its head, Ludo Brack, said.`,
    },
    {
      outlet: 'harbour-post',
      at: '4 05:15',
      title: `Seven hours without Fjellnet: a city finds its pockets`,
      by: 'Clara Bonde',
      categories: ['city life'],
      text: `
        By two in the afternoon the queue at the last telephone box on Exchange Square was eleven people long and in excellent spirits. Somebody had brought coins in a jam jar. A man in a good coat was explaining to a boy what the dial was for.
        Yesterday's silence in the Fjellnet network was caused by a certificate that nobody had renewed, and it is right that there will be an inquiry. Ambulances lost minutes. A bakery threw out a day's orders.
        But the city also looked up. On the number 9 tram a whole carriage learned that the driver whistles.`,
    },
  ],
};
