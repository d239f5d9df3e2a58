import { describe, expect, test } from 'vitest';
import { namedQuotes } from '../../src/summaries/namedQuotes.ts';
import { findQuotes } from '../../src/summaries/quotes.ts';

const namedIn = (paragraph: string) => namedQuotes([paragraph]).map(({ speaker }) => speaker);

describe('a pronoun is nobody who was merely named', () => {
  test.each([
    [
      'Ann Lowe won the vote in May. She beat Carla Moss by ten points. “I want to thank all who voted for me,” she said.',
      'Ann Lowe',
    ],
    ['President Tom Reed flew to Orn. There he met Paul Dale. “We had a very good talk today,” he said.', 'Tom Reed'],
    [
      'Tom Reed said the fans were “angry,” but owner Leo Marsh backs him. “I know they are angry with me now,” he said.',
      'Tom Reed',
    ],
  ])('%s', (paragraph, speaker) => {
    expect(namedIn(paragraph).filter((one) => !speaker.endsWith(one) && !one.endsWith(speaker))).toEqual([]);
  });

  test.each([
    'She was arrested for the murder of Anna Price. “I did nothing wrong that day at all,” she told the court.',
    'She was charged with killing Anna Price. “I did nothing wrong that day at all,” she told the court.',
    'Police were called after Kevin Moss was shot dead on Monday. “He never had a chance to run,” he said.',
    'The crowd sang for Anna Price. “I did nothing wrong that day at all,” she said.',
  ])('%s', (paragraph) => {
    expect(namedIn(paragraph)).toEqual([]);
  });
});

describe('nobody speaks to whom German words are said, or who only stands before a colon', () => {
  test.each([
    'Dag Moe wurde gefragt: „Warum gehen Sie nicht nach Hause?“',
    'Dag Moe wurde von der Polizei gewarnt: „Gehen Sie sofort nach Hause.“',
    'Mia Lund wird seit Wochen bedroht: „Wir kriegen dich noch alle.“',
    'Mia Lund wurde in einem Brief beschimpft: „Wir kriegen dich noch alle.“',
    '„Wir kriegen dich noch bald“, wurde Dag Moe in einem Brief gedroht.',
    '„Sie müssen hier sofort weg“, wurde Dag Moe gesagt.',
    '„Sie müssen hier sofort weg“, hatte Mia Lund gehört, Dag Moe habe das gesagt.',
    'Mia Lund sah am Tor ein Schild: „Hier kommt keiner mehr rein.“',
    'Mia Lund ist Opfer einer Kampagne im Netz: „Wir kriegen dich noch alle.“',
    'Mia Lund hielt ein Plakat in der Hand: „Wir haben lange genug gewartet.“',
    'Mia Lund bleibt unvergessen: „Sie war die beste von uns.“',
    'Mia Lund ist für Dag Moe unersetzlich: „Sie war die beste von uns.“',
    'Mia Lund reagierte auf den Vorwurf von Dag Moe: „Sie war immer gegen uns.“',
    'Mia Lund nahm einen Zettel vom Tisch: „Wir haben lange genug gewartet.“',
    'Mia Lund war das Ziel der Rufe: „Wir haben lange genug gewartet.“',
    'Bayern München hielt an ihm fest: „Er ist der Beste von allen.“',
    'South Sudan war victims had one plea: “Please help us all to live.”',
  ])('%s', (paragraph) => {
    expect(namedIn(paragraph)).toEqual([]);
  });
});

describe('who reports in German what another said does not speak', () => {
  test.each([
    'Nach Angaben von Mia Lund drohte Dag Moe „Ich bringe euch heute alle um.“',
    'Laut Mia Lund sagte der Täter nur „Ich bringe euch heute alle um.“',
    'Wie Mia Lund mitteilte, schrieb Dag Moe an den Rat „Ich bringe euch heute alle um.“',
    'Mia Lund kritisierte den Satz von Dag Moe „Wir haben lange genug gewartet.“',
    'Mia Lund erinnerte an Dag Moes Worte: „Wir haben lange genug gewartet.“',
    'Mia Lund kritisierte, dass Dag Moe den Leuten „Ihr seid alle nicht von hier.“ zurief.',
    '„Ich habe die Bombe im Keller versteckt“, hörte Dag Moe den Mann sagen.',
    '„Kommen Sie sofort nach Hause“, erreichte Dag Moe die Nachricht am Abend.',
    '„Der Tag an dem alles begann“, inszenierte Mia Lund im Theater von Orn.',
  ])('%s', (paragraph) => {
    expect(namedIn(paragraph).filter((one) => one !== 'Dag Moe' || !/^(?:Nach|Wie)/.test(paragraph))).toEqual([]);
  });
});

describe('who tells in French, Spanish or Italian what another said does not speak', () => {
  test.each([
    'Selon Marie Roche, Paul Durand a crié « Vous allez tous mourir ici ce soir. »',
    'Marie Roche a critiqué la phrase de Paul Durand : « Vous allez tous mourir ici ce soir. »',
    'Marie Roche a dénoncé les menaces reçues : « Vous allez tous mourir ici ce soir. »',
    'Marie Roche raconte que son patron lui a dit : « Vous allez tous partir ici ce soir. »',
    'Pablo Rey denunció amenazas: «Vais a morir todos aquí esta noche.»',
    'Pablo Rey criticó la pancarta: «Vais a morir todos aquí esta noche.»',
    'Pablo Rey contó que su jefe le dijo: «Vais a salir todos de aquí esta noche.»',
    'Marco Rea ha denunciato le minacce ricevute: «Morirete tutti qui questa notte.»',
    'Marco Rea ha criticato lo striscione: «Morirete tutti qui questa notte.»',
  ])('%s', (paragraph) => {
    expect(namedIn(paragraph).filter((one) => one !== 'Paul Durand' || !paragraph.startsWith('Selon'))).toEqual([]);
  });
});

describe('nobody speaks', () => {
  test.each([
    [
      'before a colon that another follows',
      'Anna Dale shook her head as Tom Reed spoke: “I was afraid of him that night.”',
      'Anna Dale',
    ],
    [
      'whose question is answered',
      'The answer to Tom Reed’s question was that “There is no money left at all.”',
      'Tom Reed',
    ],
    [
      'who tells of a phrase',
      'Ida Brandt says the phrase “People like us never win anything”, printed on shirts, is hers.',
      'Ida Brandt',
    ],
  ])('%s: %s', (_, paragraph, name) => {
    expect(namedIn(paragraph)).not.toContain(name);
  });
});

describe('in whose eyes or words something is', () => {
  const speakersOf = (paragraph: string) => findQuotes([paragraph]).map(({ speaker }) => speaker);
  test.each([
    ['In the eyes of the law he is “a free man,” Ida Brandt said.', 'Ida Brandt'],
    ['In the eyes of many he is “a free man,” Ida Brandt said.', 'Ida Brandt'],
    ['In the opinion of most Germans the port is “a lost case,” Ida Brandt said.', 'Ida Brandt'],
    ['In the words of Ida Brandt, he is “a free man”.', 'Ida Brandt'],
    ['He is, in the view of the minister, “a free man”.', 'the minister'],
    ['It was, to quote the late mayor Ida Brandt, “a lost case”.', 'the late mayor Ida Brandt'],
  ])('%s', (paragraph, speaker) => {
    expect(speakersOf(paragraph)).toEqual([speaker]);
  });
});

describe('nor does anybody', () => {
  test.each([
    'Mary Brandt was angry at the lies about Henry Dahl. Her lawyer was brief. “We will see you in court soon,” he said.',
    'Trainer Dag Moe ist sicher tot: „Er war der beste von uns.“',
    'Dag Moe zum Rücktritt gedrängt: „Sie müssen jetzt sofort gehen.“',
    'Dag Moe gibt sich nicht sicher genug: „Er muss viel mehr üben.“',
    'Dag Moe war von Mia Lund enttäuscht worden: „Er war der beste von uns.“',
    'Mia Lund wurde laut Polizei angerufen: „Sie müssen jetzt sofort gehen.“',
    'Mia Lund wurde laut beschimpft: „Sie müssen jetzt sofort gehen.“',
    'Mia Lund ärgerte ein Schild am Tor: „Hier kommt heute keiner mehr rein.“',
    'Laut Mia Lund steht auf dem Schild „Hier kommt heute keiner mehr rein.“',
    'Laut Mia Lund hat Dag Moe „Ich bringe euch heute alle um.“ gerufen.',
    'Wie Mia Lund sagte, habe Dag Moe „Ich bringe euch heute alle um.“ gerufen.',
    'Mia Lund las den Brief von Dag Moe vor: „Ich bringe euch heute alle um.“',
    'Mia Lund zitierte Dag Moe: „Ich bringe euch heute alle um.“',
    'Marie Roche a lu la lettre de Paul Durand : « Vous allez tous mourir ici ce soir. »',
    'Marie Roche a rappelé ce que disait Paul Durand : « Vous allez tous mourir ici ce soir. »',
    'Ida Brandt, accused by Tom Reed: “She took it all for herself.”',
    'Mary Brandt left early. Her lawyer was brief. “We will see you in court soon,” she said.',
    'Kevin Moss was shot dead on Monday. “He never had a chance to run,” he said.',
    'Anna Price, 40, died on Monday. “I loved her more than anyone,” she said.',
    '“We are all tired of this here”, so Ida Brandt left the room.',
    '„Wir haben lange genug gewartet“, rief ein Mann Dag Moe zu.',
    'Dag Moe drohte der Mann: „Ich bringe dich heute noch um.“',
    'Mia Lund sagte, jemand habe geschrien: „Ich bringe dich heute noch um.“',
    '«Vais a morir todos aquí», dijo su jefe a Pablo Rey.',
    'Según Pablo Rey, el hombre gritó: «Vais a morir todos aquí esta noche.»',
    'Secondo Marco Rea, il capo avrebbe urlato: «Morirete tutti qui questa notte.»',
    'Marco Rea ha raccontato che il capo gli ha urlato: «Morirete tutti qui questa notte.»',
    'Marie Roche, accusée par Paul Durand : « Elle a tout pris pour elle. »',
    'Marie Roche a été accusée par son patron : « Elle a tout pris pour elle. »',
    'Pablo Rey fue criticado por su jefe: «Ha sido el peor de todos.»',
    'Marco Rea è stato accusato dal sindaco: «Ha preso tutto per sé.»',
    '« Vous allez tous mourir ici », a été accusé Paul Durand.',
  ])('%s', (paragraph) => {
    expect(namedIn(paragraph)).toEqual([]);
  });
});
