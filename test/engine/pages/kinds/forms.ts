import { column, quarry } from './copy.ts';
import { doc, each, type Kind, kindOf, ld, ps } from './kind.ts';

const chapters = [
  ['12 March 2019', 'The company asks for leave to dig under the beech wood, and 2,000 people sign against it.'],
  ['4 June 2022', 'A first vote ends in a tie, and the mayor, who has the last word, is on holiday.'],
  ['18 November 2025', 'The council votes seven to four against the plan.'],
] as const;

const recipeSteps = [
  'Peel the onions, cut them into thin rings and fry them in the butter over a low flame until they are the colour of straw.',
  'Dust with the flour, stir, and pour in the cider a little at a time so that no lumps form.',
  'Add the stock and simmer for forty minutes with the lid half on.',
];

const recipeThings = ['1 kg onions', '60 g butter', '1 tbsp flour', '300 ml dry cider', '1 l beef stock'];

/** Pages of articles that are not simply paragraphs under a headline. */
export const forms: Kind[] = [
  kindOf('a recipe', column, {
    url: 'https://www.kitchentable.example/onion-soup-with-cider/',
    title: 'Onion soup with cider',
    paragraphs: [
      'My grandmother made this soup when the orchard was bare, and she never wrote it down.',
      'It took me eleven winters to get it right, and most of a cellar of cider.',
      ...recipeThings,
      ...recipeSteps,
    ],
    either: [
      'Ingredients',
      'Method',
      'Onion soup with cider',
      'Serves 4',
      'Prep 20 min',
      'Cook 1 h',
      'Serves 4Prep 20 minCook 1 h',
    ],
    html: doc(
      `<title>Onion soup with cider | Kitchen Table</title>${ld({ '@graph': [{ '@type': 'WebPage' }, { '@type': 'Recipe', name: 'Onion soup with cider', author: { '@type': 'Person', name: 'June Hollis' }, datePublished: '2025-11-01', recipeIngredient: recipeThings }] })}`,
      `<main><article class="post"><h1>Onion soup with cider</h1>
<div class="entry-meta">By June Hollis · Nov 1, 2025</div>
<div class="wprm-jump"><a href="#r">Jump to Recipe</a> <a href="#p">Print Recipe</a></div>
<div class="entry-content">${ps(['My grandmother made this soup when the orchard was bare, and she never wrote it down.', 'It took me eleven winters to get it right, and most of a cellar of cider.'])}<div id="r" class="wprm-recipe-container">
<h2 class="wprm-recipe-name">Onion soup with cider</h2><div class="wprm-rating">4.8 from 31 votes</div>
<div class="wprm-times"><span>Serves 4</span><span>Prep 20 min</span><span>Cook 1 h</span></div><h3>Ingredients</h3>
<ul>${each(recipeThings, '<li>', '</li>')}</ul><h3>Method</h3><ol>${each(recipeSteps, '<li>', '</li>')}</ol></div>
</div></article></main>`,
    ),
  }),
  kindOf('a chronicle', quarry, {
    url: 'https://www.orskpost.example/timeline/quarry',
    title: 'Six years of quarrel over a hole',
    paragraphs: ['How a plan to dig under a beech wood divided a valley, in three dates.', ...chapters.flat()],
    html: doc(
      `<title>Six years of quarrel over a hole - Orsk Post</title>${ld({ '@type': 'NewsArticle', headline: 'Six years of quarrel over a hole', datePublished: '2025-11-19T09:00:00Z' })}`,
      `<article><h1>Six years of quarrel over a hole</h1>
<p>How a plan to dig under a beech wood divided a valley, in three dates.</p>
<div class="timeline">${chapters
        .map(
          ([day, text]) => `<div class="event"><h3 class="event-date">${day}</h3>
<p>${text}</p></div>`,
        )
        .join('')}</div></article>`,
    ),
  }),
];
