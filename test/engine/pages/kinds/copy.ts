/** Invented articles, which the test pages lay out in different ways. */
export interface Copy {
  title: string;
  dek?: string;
  byline: string;
  paragraphs: readonly string[];
}

export const quarry: Copy = {
  title: 'Council rejects plan to widen Orsk quarry',
  byline: 'Hanna Voss',
  paragraphs: [
    'A plan to double the size of the limestone quarry at Orsk was thrown out on Tuesday night.',
    'Councillors voted seven to four against the extension after hearing from 31 residents, most of whom live within a mile of the pit.',
    '“My windows shake at noon and my tea tastes of chalk,” said Edith Marlow, 81, to applause from the gallery.',
    'The owner, Pale Stone, had asked to dig for another 40 years.',
    'It promised a bypass for its lorries, a wall of beech trees and £2m for the village school.',
    'Planning officers had advised the council to agree, arguing that the region would otherwise have to bring its stone in by sea.',
    'Pale Stone has six months to appeal. “We will study the decision with care,” its director, Colin Abbe, said.',
  ],
};

export const derby: Copy = {
  title: 'Late Okoro header settles the Tarn derby',
  byline: 'Luke Fennimore',
  paragraphs: [
    'It took 93 minutes and a slice of luck.',
    'Sam Okoro rose above two defenders in the last minute of added time to give Tarn United a 2-1 win over Rovers, their first in the derby for six years.',
    'Rovers had been the better side for an hour and hit the post twice before Dean Pell put them ahead from a corner.',
    'But they sat back, and United made them pay.',
    'Jonah Reid levelled from the spot with 11 minutes left, after the referee had walked to the monitor and back.',
    '“We never stop, that is all I can say,” said the United manager, Greta Lamb. “The boys were dead on their feet.”',
    'United move up to fourth. Rovers, without a win since August, stay in the bottom three.',
  ],
};

export const comet: Copy = {
  title: 'The comet that came back early',
  dek: 'Astronomers in Chile saw it first; now everybody wants to know why',
  byline: 'Priya Raman',
  paragraphs: [
    'Comet Halvorsen was not expected before 2031. Last week it turned up in the sky over the Atacama, faint, green and six years ahead of time.',
    'Comets do lose or gain a few days on their way around the sun, because jets of gas push them about like small engines.',
    'But years are another matter.',
    'Lena Ochoa, who leads the survey that made the find, first took it for a mistake in the software. “I asked the night crew to point the telescope again,” she says. “Then I asked them again.”',
    'The most likely reason is a close pass of Jupiter in 1994, which nobody could observe because the planet stood behind the sun.',
    'If that is right, the orbits of at least a dozen other comets will have to be computed anew.',
    'Amateurs with a good pair of binoculars may see Halvorsen in the second half of January, low in the west, an hour after sunset.',
  ],
};

export const bank: Copy = {
  title: 'Meridian Bank to close 80 branches',
  byline: 'Oliver Tan',
  paragraphs: [
    'Meridian Bank will close 80 of its 310 branches by the end of April, it said on Thursday, and cut about 640 jobs.',
    'The lender blamed a fall of two thirds in visits to its counters since 2019.',
    'Shares in Meridian rose 3.1 percent in early trading.',
    'The union that represents most of its staff called the plan “a kick in the teeth” and said it would ballot its members before Christmas.',
    'Under rules that came into force last year, a bank must show that cash can still be had within three miles before it shuts a branch in a rural area.',
    'Meridian said that it would set up 25 shared counters with other lenders, and that vans would call at 60 villages once a week.',
    'Analysts expect the closures to save it about £55m a year.',
  ],
};

export const court: Copy = {
  title: 'Former mayor on trial over harbour contracts',
  byline: 'Marisol Keane',
  paragraphs: [
    'The former mayor of Port Ellery went on trial on Monday, charged with taking bribes from the firm that deepened the city’s harbor.',
    'Prosecutors told the jury that Viktor Brandl, 58, accepted a boat, a kitchen and four trips to Aruba while he steered contracts worth $210 million to the company.',
    'Mr. Brandl, who resigned in March, has pleaded not guilty.',
    'His lawyer, Ana Whitlock, said that the gifts came from a friend of 30 years and that every bid had been opened in public.',
    '“You will hear a lot about a boat,” she told the jurors. “You will not hear that it floats.”',
    'The first witness, a former clerk in the harbor office, described how envelopes were moved from one pile to another on the night of Jan. 9, 2021.',
    'The trial is expected to last five weeks.',
  ],
};

export const column: Copy = {
  title: 'In praise of the slow train',
  byline: 'Agnes Moor',
  paragraphs: [
    'I have a confession to make: I like it when the train stops for no reason in the middle of a field.',
    'You look up. There is a horse, and the horse looks at you, and for three minutes neither of you has anywhere to be.',
    'The people who plan our railways call this a failure. They measure it, they fine one another for it, and they put up screens to say how sorry they are.',
    'Perhaps they should sell it.',
    'A friend of mine takes the stopping service to Lund every Friday, 19 stations in all, though the express would have her home before the soup is cold.',
    'She says that she has read all of Tolstoy between Alnarp and Hjärup.',
    'We could do worse than to follow her, and to leave the quick trains to those who have nothing to read.',
  ],
};

export const phone: Copy = {
  title: 'Lumo 4 review: a small phone with a long life',
  dek: 'It fits in one hand, lasts three days and takes poor pictures at night',
  byline: 'Theo Grant',
  paragraphs: [
    'The Lumo 4 is the first phone in years that I have forgotten in a pocket.',
    'At 118 grams it weighs about as much as a bar of chocolate, and its screen, at 5.1 inches, can be reached from corner to corner with one thumb.',
    'Yet the battery is what sells it.',
    'On a weekend away with maps, messages and two films it went from full to 21 percent, which no rival of its size comes close to.',
    'The camera is another story: shots in daylight are sharp, but after dusk everything turns to soup.',
    'Lumo promises seven years of updates, and sells the back, the battery and the screen as spare parts on its own site.',
    'At €449 it is not cheap, but it may well be the last phone you buy this decade.',
  ],
};

export const storm: Copy = {
  title: 'Storm Petra leaves 40,000 without power',
  byline: 'Ruth Calder',
  paragraphs: [
    'About 40,000 homes were without electricity on Sunday morning after Storm Petra crossed the coast with gusts of up to 94 mph.',
    'A man in his sixties was taken to hospital in Wick with a broken leg after a chimney fell onto his car.',
    'Engineers said that most lines should be back by nightfall, but warned that some islands may have to wait until Tuesday.',
    'The A9 was closed in both directions near Helmsdale.',
    'Ferries to the northern isles were called off, and the operator asked travellers not to come to the port.',
    '“The roof of the byre went over the house like a kite,” said Donald Mackay, who farms at Tongue.',
    'Forecasters expect the wind to ease in the evening, with snow to follow on high ground.',
  ],
};
