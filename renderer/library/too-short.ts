/** Nothing can be found by it yet: no letter or digit, or a single one. */
export function isTooShort(query: string): boolean {
  return (query.match(/[\p{L}\p{N}]/gu) ?? []).length < 2;
}
