import { list } from '../words.ts';

export const stopWords = list(`
  aber alle allem allen aller alles als also am an andere anderen anderer anderes auch auf aus bei beim bereits bin
  bis bist da dabei dadurch daher damit danach dann daran darauf darum das dass davon dazu dein dem den denn der deren
  des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines
  einige einmal er erst es etwa etwas euch euer für gegen gewesen gibt hab habe haben hat hatte hatten hier hinter ich
  ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins ist ja jahr jahre jahren jede jedem jeden jeder
  jedes jedoch jetzt kann kein keine keinem keinen keiner können könnte laut machen man mehr mein meine mich mir mit
  muss müssen nach nachdem neue neuen nicht nichts noch nun nur ob oder ohne rund sagt sagte schon sehr sei sein seine
  seinem seinen seiner seit selbst sich sie sind so sogar soll sollen sollte solche sondern sonst sowie statt über um
  und uns unser unsere unter viel viele vom von vor während war waren warum was weil weiter welche welchem welchen
  welcher wenn wer werde werden weshalb wie wieder will wir wird wo wollen worden wurde wurden zu zum zur zwar zwei
  zwischen
`);
