/** It has a name with a colon, such as `từ:` or `author:`, which narrows only with a value that the search knows. */
export function namesField(query: string): boolean {
  return /\p{L}:/u.test(query);
}
