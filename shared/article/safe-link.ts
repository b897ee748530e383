/** The link as pages may carry it (http, https, mailto), or null: nothing that runs code or reaches into a machine. */
export function safeLink(link: string): string | null {
  const trimmed = link.trim();
  if (/[\s\p{Cc}]/u.test(trimmed)) return null;
  return /^(?:https?:\/\/[^/?#]|mailto:[^?]*@)/iu.test(trimmed) ? trimmed : null;
}
