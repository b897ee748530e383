/** Which beginnings and rimes a Vietnamese syllable is made of, written without tones. */

const words = (text: string): string[] => text.trim().split(/\s+/u);

/** Longest first, as they are looked for. `qu` and `gi` are beginnings of their own. */
export const onsets = words('ngh ng nh gh gi kh ch ph th tr qu b c d đ g h k l m n p r s t v x');

/** Rimes that begin with e, ê, i or y ask for k, gh and ngh; the others for c, g and ng. */
export const frontRimes = new Set(
  words(`
    e ec em en eng eo ep et
    ê êch êm ên ênh êp êt êu
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
    y
  `),
);

export const backRimes = new Set(
  words(`
    a ac ach ai am an ang anh ao ap at au ay
    ă ăc ăm ăn ăng ăp ăt
    â âc âm ân âng âp ât âu ây
    o oc oi om on ong op ot ooc oong
    ô ôc ôi ôm ôn ông ôp ôt ôông
    ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uôc uôi uôm uôn uông uôt
    ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
  `),
);

/** With a glide before the vowel: they stand behind no beginning that is made with the lips, but for loanwords. */
export const glideRimes = new Set(
  words(`
    oa oac oach oai oam oan oang oanh oao oap oat oay
    oăc oăm oăn oăng oăp oăt
    oe oem oen oeo oet
    uân uâng uât uây
    uê uêch uên uênh uêt
    uơ uy uya uych uyn uynh uyp uyt uyu uyên uyêt
  `),
);

/** Behind `qu`, whose u is the glide. */
export const quRimes = new Set(
  words(`
    a ac ach ai am an ang anh ao ap at au ay
    ă ăc ăm ăn ăng ăp ăt
    ân âng ât ây âu
    e en eng eo et ec
    ê êch ên ênh êt êu
    i ich in inh it iu
    y yên yêt ynh yt ych
    ơ ơi ơn ơt ôc
  `),
);

/** A syllable of a rime alone that begins with y. */
export const bareYRimes = new Set(words('y yêm yên yêng yêt yêu'));

/** Beginnings after which a lone i may be written y (lý, kỹ, Mỹ). */
export const yOnsets = new Set(words('h k l m s t v'));

export const lipOnsets = new Set(words('b m ph v'));

/** Rimes that end in these take the tones sắc and nặng only. */
export const stops = ['ch', 'c', 'p', 't'];
