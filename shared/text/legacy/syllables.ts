/** Whether a word has the shape of a Vietnamese syllable: how an encoding is told by what it makes of a text. */

const onsets = 'ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|r|s|t|v|x';
/** Without tone marks; those that end in c, ch, p, t bear sắc or nặng alone. */
const open =
  'a ai ao au ay am an ang anh ă ăm ăn ăng â âu ây âm ân âng e eo em en eng ê êu êm ên ênh i ia iu im in inh iê iêu iêm iên iêng yê yêu yêm yên o oi om on ong oa oai oao oay oan oang oanh oam oă oăn oăng oăm oe oeo oen oong ô ôi ôm ôn ông ơ ơi ơm ơn u ua ui um un ung uâ uây uân uâng uê uên uênh uơ uy uya uyu uyn uynh uyên uô uôi uôm uôn uông ư ưa ưi ưu ưm ưn ưng ươ ươi ươu ươm ươn ương y ya ynh yn';
const stopped =
  'ac ach at ap ăc ăt ăp âc ât âp ec et ep êch êt êp êc ich it ip iêc iêt iêp yêt oc ot op oac oach oat oap oăc oăt oet ooc ôc ôt ôp ơt ơp uc ut up uât uêch uyêt uyt uych uôc uôt uôp ưc ưt ươc ươt ươp ych';
const alternatives = (rimes: string): string =>
  rimes
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|');
const shape = new RegExp(
  `^(?:${onsets})?(?:(?:${alternatives(open)})[\u0300\u0301\u0303\u0309\u0323]?|(?:${alternatives(stopped)})[\u0301\u0323])$`,
  'u',
);
const tone = /[\u0300\u0301\u0303\u0309\u0323]/gu;

/** True for `chuyển`, `Ủy`, `hoà`; false for `été`, `ViÖt`, and for an abbreviation. */
export function isSyllableShape(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD');
  const tones = parts.match(tone) ?? [];
  if (tones.length > 1) return false;
  // The tone behind everything else, and the letters whole again.
  return shape.test(parts.replace(tone, '').normalize('NFC') + (tones[0] ?? ''));
}
