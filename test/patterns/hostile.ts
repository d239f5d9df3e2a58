import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/** A text that begins with `before` and goes on with `repeated` again and again. */
export interface Hostile {
  before: string;
  repeated: string;
}

/** How often a part can repeat beyond its minimum before it is attacked. */
const repeatsMin = 10;
/** What a class of characters is tried with, beside the pattern's own characters. `/\P{L}/iu` takes even ι for no letter. */
const usual = [...'aA0 \t\n.,-\'’"“:;/@([_é=\\*…ι'];
/** How many branches of a group are tried. */
const branches = 6;
/** Texts per pattern. A pattern built of many has thousands that differ little: these are taken evenly. */
const textsMax = 120;
const parser = new RegExpParser({ ecmaVersion: 2025 });

/** Texts that repeat each part of a pattern that may repeat, alone and behind what the pattern has before it. */
export function hostileTexts({ source, flags }: Pick<RegExp, 'source' | 'flags'>): Hostile[] {
  const unicode = { unicode: flags.includes('u'), unicodeSets: flags.includes('v') };
  const pattern = parser.parsePattern(source, 0, source.length, unicode);
  const written = new Set(usual);
  const classes = new Set<string>();
  /** By the alternative they stand in, because a pattern that is built may hold the same one many times. */
  const repeating = new Map<string, AST.Quantifier>();
  visitRegExpAST(pattern, {
    onCharacterEnter({ raw, value, parent }) {
      written.add(String.fromCodePoint(value));
      if (parent.type === 'Alternative' || parent.type === 'Quantifier') classes.add(raw);
    },
    onCharacterSetEnter: ({ raw }) => void classes.add(raw),
    onCharacterClassEnter: ({ raw }) => void classes.add(raw),
    onExpressionCharacterClassEnter: ({ raw }) => void classes.add(raw),
    onQuantifierEnter(quantifier) {
      if (quantifier.max - quantifier.min < repeatsMin) return;
      const { parent, start } = quantifier;
      repeating.set(`${start - (parent?.start ?? 0)} ${parent?.raw}`, quantifier);
    },
  });
  const fits = new Map([...classes].map((raw) => [raw, new RegExp(`^${raw}$`, flags.replace(/[gy]/, ''))]));
  /** One character of each kind: the pattern takes all others for one of these. */
  const characters = new Map(
    [...written].map((character) => [[...fits.values()].map((one) => one.test(character)).join(), character]),
  );
  const charactersOf = ({ raw }: AST.Node): string[] =>
    [...characters.values()].filter((character) => fits.get(raw)?.test(character));

  /** A text that a part fits: its `nth` branches, and `preferred` where a class has that character. */
  function textOf(part: AST.Node, nth: number, preferred?: string): string {
    switch (part.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        return part.alternatives.length === 0 ? '' : inBranch(part.alternatives, nth, preferred);
      case 'Alternative':
        return part.elements.map((element) => textOf(element, nth, preferred)).join('');
      case 'Quantifier':
        return textOf(part.element, nth, preferred).repeat(Math.max(part.min, nth % 2 === 0 ? 1 : 0));
      case 'Character':
        return String.fromCodePoint(part.value);
      case 'CharacterSet':
      case 'CharacterClass':
      case 'ExpressionCharacterClass': {
        const own = charactersOf(part);
        return preferred !== undefined && own.includes(preferred) ? preferred : (own[nth % own.length] ?? '');
      }
      default:
        return '';
    }
  }
  const inBranch = (alternatives: AST.Alternative[], nth: number, preferred?: string): string => {
    const branch = alternatives[nth % alternatives.length];
    return branch === undefined ? '' : textOf(branch, nth, preferred);
  };

  /** What the pattern has before a part. */
  function textBefore(part: AST.Node, nth: number, preferred?: string): string {
    const { parent } = part;
    if (parent === null || part.type === 'Assertion') return '';
    const own =
      parent.type === 'Alternative'
        ? parent.elements
            .filter(({ end }) => end <= part.start)
            .map((element) => textOf(element, nth, preferred))
            .join('')
        : '';
    return textBefore(parent, nth, preferred) + own;
  }

  const texts = new Map<string, Hostile>();
  const add = (before: string, repeated: string) => {
    if (repeated !== '') texts.set(JSON.stringify([before, repeated]), { before, repeated });
  };
  for (const quantifier of repeating.values()) {
    for (const preferred of [undefined, ...charactersOf(quantifier.element)]) {
      for (let nth = 0; nth < (preferred === undefined ? branches : 2); nth++) {
        const repeated = textOf(quantifier.element, nth, preferred);
        const before = textBefore(quantifier, nth, preferred);
        add(before, repeated);
        add(before, before + repeated);
      }
    }
  }
  for (let nth = 0; nth < branches; nth++) add('', textOf(pattern, nth));
  const step = Math.max(1, texts.size / textsMax);
  return [...texts.values()].filter((_, nth) => nth % step < 1);
}
