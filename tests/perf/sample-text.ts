/** Text for the benchmarks: real sentences of the sample article, drawn with a fixed seed. */
import { readFileSync } from 'node:fs';

/** Mulberry32: a small seeded generator of numbers in [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Paragraphs of three to six sentences with about `words` whitespace-separated words in all. */
export function sampleParagraphs(words: number, seed: number): string[] {
  const file = new URL('../../resources/sample/seed-article.txt', import.meta.url);
  const sentences = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.length > 200)
    .flatMap((line) => line.split(/(?<=[.!?]) /))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 40);
  const random = seededRandom(seed);
  const paragraphs: string[] = [];
  let count = 0;
  while (count < words) {
    const length = 3 + Math.floor(random() * 4);
    const paragraph = Array.from({ length }, () => sentences[Math.floor(random() * sentences.length)]).join(' ');
    paragraphs.push(paragraph);
    count += paragraph.split(/\s+/).length;
  }
  return paragraphs;
}
