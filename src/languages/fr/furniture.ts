import type { Furniture } from '../language.ts';

export const furniture: Furniture = {
  dateWords: `lundi mardi mercredi jeudi vendredi samedi dimanche publié publiée modifié modifiée actualisé mis mise jour
    le la à et er il y a h heure heures minute minutes hier aujourd hui ce matin soir de paris`,
  stamp: 'publié(?:e)?|mis(?:e)? à jour|modifié(?:e)?|actualisé(?:e)?',
  by: 'par|propos recueillis par|texte :|écrit par|rédigé par',
  credit: 'photos?|images?|vidéo|source|légende|illustration|cr[eé]dits?(?: photos?)?',
  rights: 'tous droits réservés',
  promo: [
    'temps de lecture\\s?:?\\s?(?:ca\\.?\\s)?\\d{1,3}|lecture\\s?:?\\s?\\d{1,3}\\s?min',
    '\\d{1,3}[ -]min(?:utes?)?\\.? de lecture',
    'page \\d{1,3} (?:sur|de) \\d{1,3}',
    'publicité|annonce|contenu sponsorisé|la suite après|passer la publicité',
    '(?:à )?(?:lire|voir|écouter|regarder|découvrir) (?:aussi|également|encore|plus)|à (?:lire|voir|écouter)|lire la suite',
    'en savoir plus|plus d.infos?|sur le même (?:sujet|thème)|les plus lus|nos (?:derniers|autres) articles',
    'partager(?: (?:sur|cet))?|imprimer|envoyer par|commenter|réagir|ajouter (?:à|un commentaire)|copier le lien',
    'abonnez-vous|s.abonner|je m.abonne|inscrivez-vous|s.inscrire|se connecter|suivez-nous|suivre|téléchargez',
    'cliquez ici|écouter (?:cet )?(?:l.)?article|temps d.écoute|newsletters?|sélection|vous aimerez',
    'cet article (?:est|a été) (?:initialement|d.abord) publié|mots[- ]clés|thèmes? :|tags?',
  ],
  appeal: [
    'suivez-nous|abonnez-vous|inscrivez-vous à|recevez (?:chaque|notre|nos|toute|l)',
    'réservé (?:à nos|aux) abonnés|il (?:vous )?reste [^.!?]{0,40}(?:cet article|à lire)|déjà abonné|pas encore abonné',
    'dans votre boîte (?:mail|aux lettres)|sans engagement|résiliable à tout moment',
    '(?:téléchargez|retrouvez) (?:notre|nos|l.)[^.!?]{0,40}appli|sur (?:notre|nos) (?:chaîne|application|réseaux)',
    '^pour (?:lire la suite|continuer|poursuivre votre lecture|accéder à)|^lisez la suite',
    '^(?:ce contenu|cette vidéo|cette publication) [^.!?]{0,60}(?:bloqué|cookies|accept|disponible)',
    '^(?:soutenez|faites un don)|^(?:en cliquant|en vous inscrivant)[^.!?]{0,80}(?:accept|consent)',
    '^(?:une question|une info|un témoignage)[^.!?]{0,40}\\?|contactez-nous|écrivez-nous',
  ],
  offer: 'gratuit|abonn|inscri|boîte mail',
  reports: 'déclaré|expliqué|annoncé|affirmé|selon|indiqué',
  openingNote: [
    'note de la rédaction|ndlr|avertissement|mise à jour|rectificatif|correction|erratum',
    '(?:cet|cette) (?:article|tribune|chronique|entretien|analyse) (?:est|a été|a paru|est paru|contient|provient)',
    'traduit (?:de|par)|veuillez activer|votre navigateur|article offert|article réservé',
  ],
};
