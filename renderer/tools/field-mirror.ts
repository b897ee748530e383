/**
 * The text of a field cannot be marked. So an invisible copy of it, with the same letters in the same places, is laid over
 * it, and the copy is marked.
 */
const copied = [
  'font',
  'letterSpacing',
  'wordSpacing',
  'textIndent',
  'textTransform',
  'textWrap',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
] as const;

export class FieldMirrors {
  readonly #layer: HTMLElement;
  readonly #mirrors = new Map<HTMLTextAreaElement, HTMLElement>();

  constructor(layer: HTMLElement) {
    this.#layer = layer;
  }

  /** The copy of a field's text as it is now. */
  mirrorOf(field: HTMLTextAreaElement): HTMLElement {
    let mirror = this.#mirrors.get(field);
    if (mirror === undefined) {
      mirror = document.createElement('div');
      mirror.className = 'field-mirror';
      this.#mirrors.set(field, mirror);
      this.#layer.append(mirror);
    }
    if (mirror.textContent !== field.value) mirror.textContent = field.value;
    this.#lay(field, mirror);
    return mirror;
  }

  /** Lays the copies over their fields again: the page has another width, or what is above has grown. */
  layAll(): void {
    for (const [field, mirror] of this.#mirrors) this.#lay(field, mirror);
  }

  /** Takes away the copies of other fields. */
  keepOnly(fields: ReadonlySet<HTMLTextAreaElement>): void {
    for (const [field, mirror] of this.#mirrors) {
      if (fields.has(field)) continue;
      mirror.remove();
      this.#mirrors.delete(field);
    }
  }

  #lay(field: HTMLTextAreaElement, mirror: HTMLElement): void {
    const [own, layer] = [field.getBoundingClientRect(), this.#layer.getBoundingClientRect()];
    const style = getComputedStyle(field);
    for (const name of copied) mirror.style[name] = style[name];
    mirror.style.left = `${own.left - layer.left}px`;
    mirror.style.top = `${own.top - layer.top}px`;
    mirror.style.width = `${own.width}px`;
    mirror.style.height = `${own.height}px`;
  }
}
