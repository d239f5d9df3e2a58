import { expect, test } from 'vitest';
import { around, asParagraphs, paragraphs, texts } from './page.ts';

const inside = (line: string) => texts({ body: around(`<p>${line}</p>`) });

test.each([
  'The court ruled on Monday that the video cannot be shown to the jury, because it was made without the knowledge of the deckhands.',
  'The content cannot be shown to children under twelve, and the island’s only cinema has sent the film back to the mainland.',
  'By playing down the risk, ministers hope that voters accept the deal with the operator of the ferries before the autumn.',
  'By playing for time, the operator hopes that the crews will agree to less than they asked for nine years ago on the quay.',
  'Thousands left angry words for the operator in the comments section of its page, and some of them threatened the crews.',
  'The islands across the Sound have no court of their own, and so they send them to us without papers or a guard on board.',
  'We get commission on every ticket that we sell, and without it the kiosk at the quay would have to close before the winter.',
  'Volunteers for the boats can sign up here at the town hall until Friday, and about forty of them had done so by noon.',
  'Kunden akzeptieren sie die Datenschutzregeln nur unter Protest, viele haben ihre Karten für die Fähre schon zurückgegeben.',
  'Das Gericht entschied, dass externe Inhalte auf den Seiten der Reederei nur noch nach Zustimmung angezeigt werden dürfen.',
  'A atriz publicou nos stories do <a href="/x">Instagram</a> uma foto da praia de Ilves, onde passa as férias com a família desde ontem.',
  'Our reporters asked <a href="/x">Facebook</a> for the names of those who paid for the adverts on the strike, and got none.',
  'We put the map of the boats that still run on our <a href="/x">Facebook page</a> on Monday, and by noon nine thousand had seen it there.',
])('a paragraph of news stays, whatever words of notices it has: %s', (line) => {
  expect(inside(line)).toContain(line.replace(/<[^>]*>/g, ''));
});

test.each([
  'Contact between the ships was lost on Monday night, and the coast guard has looked for the smaller one since then.',
  'Contact with the smaller boat was made at 4 in the morning, and all nine of its crew are well and on their way to Ilves.',
  'Reach for the islands is limited at the best of times, and on Monday not a single boat left the harbour of Ilves.',
])('a last paragraph of news stays, whatever words of notes on authors it has: %s', (line) => {
  expect(texts({ body: asParagraphs([...paragraphs, line]) })).toContain(line);
});

test('an outlet’s statement on itself is kept on its own page, even if its name is a single word', () => {
  const line = 'Harbourpost is the name of the ferry, too, and the crews painted it over while the police looked on.';
  expect(inside(`<b>Harbourpost</b></p><p>${line}`)).toContain(line);
});

test.each([
  'This video cannot be played.',
  'The post could not be loaded. View it on the network, where everybody can read it.',
  'By loading this map you agree to the terms of the service that draws it for us.',
  'What do you think of the walkout? Tell us in the comments below.',
  'Have you taken pictures at the quay? Send them to us and we will print the best of them on Saturday.',
  'Some of our pages have links to shops; we may earn a commission if you buy something after you followed one of the links.',
  'Want the news of the Sound every morning? Sign up here for our letter on ferries.',
  'À lire aussi : le conseil vote',
  'Lee también: el consejo vota',
  'Crédit photo : Jeanne Holm',
  'Foto: Juana Holm',
  'Haben Sie Bilder vom Hafen? Schicken Sie uns die schönsten davon bis zum Sonntag.',
  'Mit dem Laden des Beitrags akzeptieren Sie die Datenschutzerklärung des Anbieters.',
  'An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt und angezeigt werden kann.',
])('a line that addresses the readers or credits a picture is removed even amid the text: %s', (line) => {
  expect(inside(line)).toEqual(paragraphs);
});
