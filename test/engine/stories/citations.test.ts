import { describe, expect, test } from 'vitest';
import type { Outlets } from '../../../src/engine/articles/outlets.ts';
import { type CitingArticle, createCiting } from '../../../src/engine/stories/citations.ts';
import { cpuTimeOf } from '../../cpuTime.ts';

const facts = { country: '', paywall: false, topicIds: new Set<string>() };
const outlets: Outlets = new Map([
  ['post', { ...facts, name: 'Harbour Post', owner: 'Harl Media' }],
  ['coast', { ...facts, name: 'Daily Coast', owner: 'Harl Media' }],
  ['orn', { ...facts, name: 'Radio Orn', owner: '' }],
  ['anker', { ...facts, name: 'Anker', owner: '' }],
]);
const citationIn = createCiting(outlets);
const cited = (more: Partial<CitingArticle>) =>
  citationIn({ outletId: 'orn', outletName: 'Radio Orn', title: 'Ferries', paragraphs: [], language: 'en', ...more });
const citedBy = (sentence: string, language = 'en') => cited({ paragraphs: [sentence], language })?.of;

describe('an article names as its source', () => {
  test.each([
    ['Crews will walk out at four, the chair of the union told the Harbour Post on Monday.', 'post'],
    ['The strike was first reported by the Harbour Post.', 'post'],
    ['According to a report in the Harbour Post, the ferry company has no money left.', 'post'],
    ['The company is for sale, Harbour Post reporter notes show, Reuters reported.', 'Reuters'],
    ['Nine routes do not run, state-run Xinhua news agency said.', 'Xinhua'],
    ['The mayor said in an interview with Axios that she will not resign.', 'Axios'],
    ['HARL (Reuters) - Deckhands stopped work on Monday.', 'Reuters'],
    ['[Premium Times] The governor has signed the water bill.', 'Premium Times'],
    ['“We will wait,” the harbour master told CNN’s Ida Brandt.', 'CNN'],
  ])('in English: %s', (sentence, of) => {
    expect(citedBy(sentence)).toBe(of);
  });

  test.each([
    ['Die Reederei steht laut der Nachrichtenagentur Reuters vor dem Verkauf.', 'Reuters'],
    ['Der Streik könne Wochen dauern, sagte die Hafenmeisterin der dpa.', 'Deutsche Presse-Agentur'],
    ['Wie die «Bild»-Zeitung berichtet, fahren neun Fähren nicht.', 'Bild'],
    ['Zuerst hatte der „Spiegel“ über die Pläne berichtet.', 'Der Spiegel'],
    ['Das bestätigte ein Sprecher gegenüber dem «Anker».', 'anker'],
    ['Der Reederei fehlt Geld, so zeigt es eine ZDF-Recherche.', 'ZDF'],
    ['Einem Bericht der „Harbour Post“ zufolge wird verhandelt.', 'post'],
  ])('in German: %s', (sentence, of) => {
    expect(citedBy(sentence, 'de')).toBe(of);
  });

  test.each([
    ['La compagnie est à vendre, a déclaré la ministre à l’AFP.', 'Agence France-Presse'],
    ['Selon Le Monde, neuf lignes sont à l’arrêt.', 'Le Monde'],
    ['La grève a été révélée par Mediapart.', 'Mediapart'],
    ['« Nous attendrons », a confié la maire dans un entretien au Parisien.', 'Le Parisien'],
    ['L’AFP compte 2 400 salariés.', undefined],
    ['Le monde change, selon elle.', undefined],
  ])('in French: %s', (sentence, of) => {
    expect(citedBy(sentence, 'fr')).toBe(of);
  });

  test.each([
    ['El ministro dimitirá, según Reuters.', 'Reuters'],
    ['“No lo sé”, dijo a la agencia AFP un vecino.', 'Agence France-Presse'],
    ['Según publica el diario Le Monde, la empresa cerrará.', 'Le Monde'],
    ['Reuters ha adelantado el acuerdo.', 'Reuters'],
    ['El pacto fue revelado por la agencia Reuters.', 'Reuters'],
    ['Reuters cumple 175 años.', undefined],
  ])('in Spanish: %s', (sentence, of) => {
    expect(citedBy(sentence, 'es')).toBe(of);
  });

  test('the first one cited in the title, in the first two sentences, or as an agency in a credit at the end', () => {
    const own = ['The sea was calm on Monday.', 'Nobody had slept much.', 'Lorries stood in a row.'];
    const title = 'Ferries to be sold, Harbour Post reports';
    expect(cited({ title })).toEqual({ of: 'post', text: title });
    const late = 'The tea ran out at noon, a driver told Reuters.';
    expect(cited({ paragraphs: [...own, late] })).toBeUndefined();
    expect(cited({ paragraphs: [own[0] ?? '', late] })).toEqual({ of: 'Reuters', text: late });
    const text = '(With inputs from AFP)';
    const credited = cited({ paragraphs: [...own, text, 'Read all about the strike in our app.'] });
    expect(credited).toEqual({ of: 'Agence France-Presse', text });
  });

  test("the source in its feed, by any of the source's names", () => {
    expect(cited({ outletName: 'AP' })).toEqual({ of: 'Associated Press', text: '' });
    expect(cited({ outletName: 'Daily Coast' })).toEqual({ of: 'coast', text: '' });
  });
});

describe('an article names nobody as its source', () => {
  test.each([
    ['Paramount says the sale of CNN is on the table.', 'en'],
    ['Harbour Post readers like the sea more than the land.', 'en'],
    ['The study was published in Nature on Monday.', 'en'],
    ['NASA said that the launch is off.', 'en'],
    ['The Independent Commission told Parliament so.', 'en'],
    ['People said they had waited for hours.', 'en'],
    ['The quay at noon. (Photo: Ida Brandt/Reuters)', 'en'],
    ['The company did not respond to interview requests from Reuters.', 'en'],
    ['Im kommenden Jahr zeigt das ZDF die letzte Staffel.', 'de'],
    ['Der Bund erklärt das Gesuch für gescheitert.', 'de'],
    ['Die Welt schreibt man sich schön, sagte er.', 'de'],
    ['Der Anker berichtet von nichts, er liegt im Hafen.', 'de'],
    ['Das sagte ein Sprecher der ARD.', 'de'],
  ])('%s', (sentence, language) => {
    expect(citedBy(sentence, language)).toBeUndefined();
  });

  test('if that is its own outlet or a sister title: then it reports itself', () => {
    const told = 'Crews will walk out at four, the union told the Daily Coast.';
    expect(cited({ outletId: 'coast', outletName: 'Daily Coast', paragraphs: [told] })).toBeUndefined();
    expect(cited({ outletId: 'post', outletName: 'Harbour Post', paragraphs: [told] })).toBeUndefined();
    const both = 'The chair told the Daily Coast and Reuters.';
    expect(cited({ outletId: 'coast', outletName: 'Daily Coast', paragraphs: [both] })).toBeUndefined();
  });
});

/** A sentence of 900 characters. */
const between = (text: string) => `AFP ${text.padEnd(70, text)} `.repeat(12);

test.each(["'", '’', '1', '-', "1'", 'A.', 'A-'])(
  'a sentence that names an agency a dozen times takes no longer: %s',
  (text) => {
    const timeOf = (filling: string) =>
      cpuTimeOf(() => ['en', 'de', 'fr', 'es'].map((language) => citedBy(between(filling), language)));
    expect(timeOf(text) / timeOf('and the crews of ferries ')).toBeLessThan(4);
  },
);
