const PICTURE_NAME = /\.(?:jpe?g|png|webp|gif|avif|heic|heif|bmp|tiff?|svg)$/iu;

/** Whether a file is meant as a picture, by what the system says of it, or else by its name. */
export function isPicture({ type, name }: Pick<File, 'type' | 'name'>): boolean {
  return type === '' ? PICTURE_NAME.test(name) : type.startsWith('image/');
}
