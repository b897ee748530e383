/**
 * An archive of articles for the benchmarks, from a seed: real sentences of the sample articles, with people, places,
 * numbers of documents and dates of their own in each, so that words are as rare and as common as in a newsroom.
 */
import { readFileSync } from 'node:fs';
import type { ArticleDocument } from '../../shared/article/document.ts';
import { seededRandom } from '../support/seeded-random.ts';

const sources = [
  '../../resources/sample/seed-article.txt',
  '../fixtures/articles/thu-vien-xe-buyt.txt',
  '../fixtures/articles/trong-rung-ngap-man.txt',
];
const families = 'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý'.split(' ');
const middles = 'Văn Thị Tùng Thu Xuân Phú Minh Đức Hữu Ngọc Thanh Quang Bảo Hải Kim'.split(' ');
const givens =
  'Anh Bình Châu Dũng Đạt Giang Hà Hải Hạnh Hòa Hùng Hương Khánh Lan Liêm Linh Long Mai Minh Nam Nga Nhung Phúc Phượng Quân Sơn Tâm Thắng Thảo Thủy Tiến Trang Tú Tuấn Vân Việt Yến'.split(
    ' ',
  );
const places =
  'Thanh Hóa|Nghệ An|Hà Tĩnh|Quảng Bình|Đà Nẵng|Bến Tre|Cà Mau|Kiên Giang|Lào Cai|Hà Giang|Điện Biên|Sầm Sơn|Bỉm Sơn|Nga Sơn|Hậu Lộc|Quảng Xương|Thọ Xuân|Ngọc Lặc|Mường Lát|Quan Sơn'.split(
    '|',
  );
const sections = ['Tin tức', 'Chính trị', 'Kinh tế', 'Văn hóa', 'Giáo dục', 'Y tế', 'Môi trường', 'Chuyển đổi số'];
const issuers = ['NQ/TU', 'QĐ-UBND', 'CT-UBND', 'KH-UBND', 'TB-VP', 'BC-STTTT'];
const topics =
  'hạn hán|lũ lụt|trồng rừng|ngập mặn|xe buýt|thư viện|số hóa|cầu Kiểu|đê biển|bò sữa|gốm Lò Chum|hát xoan|chè lam|mắc ca|sâm Ngọc Linh|nghêu|tôm hùm|điện gió|vắc xin|học bổng'.split(
    '|',
  );
const onsets = 'b c ch d đ g h kh l m n nh ph qu r s t th tr v x'.split(' ');
const rimes = 'uých oẹo oăng ướu uynh oách iêng uốc ượp oèn oát uơ ếch ẫng ỗm ựt uyên oạch ỉu ầy'.split(' ');

/** 2016-01-01 */
const FIRST_DAY = 16_801;
const DAYS = 3_980;

export type ArchiveArticle = { document: ArticleDocument; rareWord: string };

function readSentences(): string[] {
  return sources
    .flatMap((file) => readFileSync(new URL(file, import.meta.url), 'utf8').split('\n'))
    .filter((line) => line.length > 60)
    .flatMap((line) => line.split(/(?<=[.!?]) /))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 40 && sentence.length < 400);
}

/** Articles of about `words` words each, one after the other; the same seed gives the same archive. */
export function* archive(count: number, seed: number, words = 300): Generator<ArchiveArticle> {
  const sentences = readSentences();
  const random = seededRandom(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  /** The first ones are much commoner than the last. */
  const skewed = <T>(of: readonly T[]): T => of[Math.floor(random() ** 3 * of.length)]!;
  const person = (): string => `${skewed(families)} ${pick(middles)} ${pick(givens)}`;
  const authors = Array.from({ length: 40 }, person);
  for (let number = 0; number < count; number += 1) {
    const place = pick(places);
    const topic = skewed(topics);
    const rareWord = pick(onsets) + pick(rimes);
    const publishedOn = new Date((FIRST_DAY + Math.floor((number / count) * DAYS)) * 86_400_000)
      .toISOString()
      .slice(0, 10);
    const paperNumber = `${1 + Math.floor(random() * 4000)}/${pick(issuers)}`;
    const local = [
      `Ông ${person()}, Chủ tịch UBND ${place}, cho biết ${topic} là việc cấp bách trong năm.`,
      `Theo Văn bản số ${paperNumber}, ${place} dành ${10 + Math.floor(random() * 900)} tỷ đồng cho ${topic}.`,
      `Bà ${person()} ở ${place} gọi đó là “${rareWord}” của người làm ${topic}.`,
    ];
    const paragraphs: string[] = [];
    let length = 0;
    while (length < words - 60) {
      const own = random() < 0.4 ? [pick(local)] : [];
      const paragraph = [...Array.from({ length: 2 }, () => pick(sentences)), ...own].join(' ');
      paragraphs.push(paragraph);
      length += paragraph.split(' ').length;
    }
    paragraphs.push(local.join(' '));
    const text = (value: string): ArticleDocument['blocks'][number] => ({ kind: 'paragraph', runs: [{ text: value }] });
    yield {
      rareWord,
      document: {
        version: 1,
        language: 'vi',
        headline: `${place}: ${topic} ${pick(sentences)
          .split(' ')
          .slice(0, 9)
          .join(' ')
          .replace(/[,.;:–-]+$/u, '')}`,
        lead: `${pick(sentences).split(' ').slice(0, 30).join(' ')}.`,
        blocks: paragraphs.map(text),
        photos: [],
        fields: { category: skewed(sections), author: skewed(authors), place, publishedOn, tags: [topic, place] },
      },
    };
  }
}
