import { list } from '../words.ts';

export const stopWords = list(`
  a à afin ai ainsi alors an ans année années après as assez au aucun aucune aujourd'hui auprès auquel aura aurait
  auront aussi autour autre autres aux auxquelles auxquels avaient avait avant avec avez avoir avons ayant beaucoup bien
  c ça car ce ceci cela celle celles celui cent cependant certain certaine certaines certains ces cet cette ceux chaque
  chez ci combien comme comment contre d dans de déjà demain depuis dernier dernière derniers dernières des dès désormais
  deux devant devenu devient devrait dire dit doit doivent donc dont du durant elle elles en encore enfin ensuite entre
  environ es est et étaient était étant été être eu eux faire fait faut fois font hier hors ici il ils j je jour jours
  jusqu jusque l la là laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais malgré
  même mêmes mes mieux mille moins mois mon n ne ni non nos notre nous nouveau nouveaux nouvelle nouvelles on ont ou
  où par parce parmi pas pendant peu peut peuvent plus plusieurs plutôt pour pourquoi pourrait près premier première
  presque puis puisqu puisque qu quand que quel quelle quelles quelqu quelque quelques quels qui quoi quoiqu rien s sa
  sans sauf se selon semaine semaines sera serait seront ses si sien soi soit son sont sous suis sur surtout t ta tandis
  tant te tel telle telles tels tes toi ton toujours tous tout toute toutefois toutes très trois trop tu un une va vers
  veut voici voilà vont vos votre vous vu y
  lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre
  octobre novembre décembre
`);
