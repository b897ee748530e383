/** What came of a restore or a mending, in words: the same on the screen, in the clipboard and in a file. */
export type Report = {
  title: string;
  /** The most important, in a sentence or two. */
  lead: string;
  facts: readonly string[];
  lost: { title: string; items: readonly { name: string; lines: readonly string[] }[] } | null;
  /** Where the damaged files of before lie. */
  folder: { label: string; path: string } | null;
  /** For who helps; not shown. */
  technical: { title: string; lines: readonly string[] } | null;
};

/** As plain text with an empty line between its parts. */
export function reportText({ title, lead, facts, lost, folder, technical }: Report, made: string): string {
  const parts = [
    `${title}\n${made}`,
    [lead, ...facts].join('\n'),
    ...(lost === null
      ? []
      : [
          [
            lost.title,
            ...lost.items.flatMap(({ name, lines }) => [`- ${name}`, ...lines.map((line) => `    ${line}`)]),
          ].join('\n'),
        ]),
    ...(folder === null ? [] : [`${folder.label}\n${folder.path}`]),
    ...(technical === null ? [] : [[technical.title, ...technical.lines].join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}
