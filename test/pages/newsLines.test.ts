import { expect, test } from 'vitest';
import { extractArticle } from '../../src/pages/extract.ts';
import { asParagraphs, page, paragraphs, url } from './page.ts';

const inside = (line: string) =>
  `${asParagraphs(paragraphs.slice(0, 3))}<p>${line}</p>${asParagraphs(paragraphs.slice(3))}`;
const atEnd = (line: string) => `${asParagraphs(paragraphs)}<p>${line}</p>`;
const read = (body: string) => extractArticle(page({ body }), url)?.paragraphs;

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
  '경찰은 영화를 무단 복제해 인터넷에서 판매한 일당 세 명을 지난 월요일 부산에서 붙잡아 조사하고 있으며, 피해 금액은 약 2억 원으로 추산된다.',
  '국회는 무단 복제를 금지하는 법안을 월요일에 통과시켰으며, 이 법은 내년 3월부터 시행될 예정이라고 국회 사무처는 덧붙였다.',
  '저작권자는 지난 월요일 법원에 소송을 냈으며, 첫 재판은 내년 3월에 부산에서 열릴 예정이고 판결은 여름에 나올 것으로 보인다.',
  '漫画を無断転載したサイトを運営した疑いで、県警は25日、東京都の会社員の男ら3人を逮捕した。被害額は約2億円に上るとみられている。',
  '新聞記事を無断複製して社員に配った鉄道会社に、東京地裁は26日、賠償を命じる判決を言い渡した。判決は約50万円の支払いを命じた。',
  '无法确定该图片的版权所有者是谁,法院因此于周一驳回了这家渡轮公司的诉讼,并要求其在三十天内支付全部费用,公司表示将上诉。',
])('a paragraph of news stays, whatever words of notices it has: %s', (line) => {
  expect(read(inside(line))).toContain(line.replace(/<[^>]*>/g, ''));
});

test.each([
  'Contact between the ships was lost on Monday night, and the coast guard has looked for the smaller one since then.',
  'Contact with the smaller boat was made at 4 in the morning, and all nine of its crew are well and on their way to Ilves.',
  'Reach for the islands is limited at the best of times, and on Monday not a single boat left the harbour of Ilves.',
])('a last paragraph of news stays, whatever words of notes on authors it has: %s', (line) => {
  expect(read(atEnd(line))).toContain(line);
});

test('what a page of an outlet says on itself under its name of one word stays', () => {
  const line =
    'Harbourpost is the name of the ferry, too, and the crews painted it over on Monday while the police looked on.';
  expect(read(inside(`<b>Harbourpost</b></p><p>${line}`))).toContain(line);
});

test('a last line on how to reach the author goes', () => {
  expect(read(atEnd('Contact Ada Lind at ada.lind@harbourpost.example or on the quay.'))).toEqual(paragraphs);
  expect(read(atEnd('Reach our reporter on +44 20 7946 0000 at any time of the day.'))).toEqual(paragraphs);
});

test.each([
  'This video cannot be played.',
  'The post could not be loaded. View it on the network, where everybody can read it.',
  'By loading this map you agree to the terms of the service that draws it for us.',
  'What do you think of the walkout? Tell us in the comments below.',
  'Have you taken pictures at the quay? Send them to us and we will print the best of them on Saturday.',
  'Some of our pages have links to shops; we may earn a commission if you buy something after you followed one of the links.',
  'Want the news of the Sound every morning? Sign up here for our letter on ferries.',
  'Haben Sie Bilder vom Hafen? Schicken Sie uns die schönsten davon bis zum Sonntag.',
  'Mit dem Laden des Beitrags akzeptieren Sie die Datenschutzerklärung des Anbieters.',
  'An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt und angezeigt werden kann.',
  'Więcej wiadomości z portu znajdziesz na <a href="/x">naszym kanale na WhatsAppie</a>, codziennie od rana.',
  'Больше новостей пролива каждый день читайте в <a href="/x">нашем телеграм-канале</a> для пассажиров.',
  '<저작권자(c) 하버포스트, 무단 전재-재배포, AI 학습 및 활용 금지>',
  '本サイトの記事・写真の無断転載を禁じます。すべての内容は著作権法により保護されています。',
  '記事の無断複製・転載禁止',
  '版权所有 未经授权不得转载',
])('a line to the readers goes from amid the text: %s', (line) => {
  expect(read(inside(line))).toEqual(paragraphs);
});
