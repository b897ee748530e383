import { PHOTO_ATTRIBUTE } from './embed-node.ts';

const kept = new Set(['href', PHOTO_ATTRIBUTE]);

/** The editor's HTML as other programs expect it: neighbouring lists of one item are one list, no classes or styles. */
export function joinListsOfHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const list of [...body.querySelectorAll('ul, ol')]) {
    const before = list.previousElementSibling;
    const isNeighbour = before !== null && before.tagName === list.tagName && list.previousSibling === before;
    if (!isNeighbour) continue;
    before.append(...list.childNodes);
    list.remove();
  }
  for (const element of body.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) if (!kept.has(name)) element.removeAttribute(name);
  }
  return body.innerHTML;
}
