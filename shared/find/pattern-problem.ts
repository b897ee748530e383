/** Why a regular expression is none, told apart by the engine's own words (V8's), which no one should have to read. */
const problems = [
  ['group-open', /unterminated group/i],
  ['group-close', /unmatched '\)'/i],
  ['class-open', /unterminated character class|lone quantifier brackets|unmatched '\]'/i],
  ['nothing-to-repeat', /nothing to repeat/i],
  ['class-order', /out of order in character class|invalid character class/i],
  ['quantifier', /out of order in .* quantifier|incomplete quantifier/i],
  ['escape', /escape|at end of pattern|property name/i],
  ['group-kind', /group/i],
] as const;

export type PatternProblem = (typeof problems)[number][0] | 'other';

export function patternProblem(message: string): PatternProblem {
  return problems.find(([, words]) => words.test(message))?.[0] ?? 'other';
}
