/** The paragraphs that every page shows. */
export async function readParagraphs() {
  const response = await fetch('./text.json');
  return response.json();
}
