/** Text for the benchmarks: real sentences of the sample article, drawn with a fixed seed. */
import { readFileSync } from 'node:fs';
import { seededRandom } from '../support/seeded-random.ts';

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
