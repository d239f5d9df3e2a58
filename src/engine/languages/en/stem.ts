import { stemmer } from 'stemmer';

/** Folds accents and cuts suffixes by Porter's steps. */
export function stem(lower: string): string {
  const plain = lower.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
  return /^[a-z]+$/.test(plain) ? stemmer(plain) : plain;
}
