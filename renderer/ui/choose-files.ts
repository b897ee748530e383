/** The platform's own dialog for files; an empty list when the person thinks better of it. */
export function chooseFiles(accept: string): Promise<readonly File[]> {
  return choose({ accept });
}

/** The platform's own dialog for folders: every file below the chosen one, or none when the person thinks better of it. */
export function chooseFolder(): Promise<readonly File[]> {
  return choose({ webkitdirectory: true });
}

function choose(what: Partial<Pick<HTMLInputElement, 'accept' | 'webkitdirectory'>>): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = Object.assign(document.createElement('input'), what);
    input.type = 'file';
    input.multiple = true;
    input.hidden = true;
    const answer = (): void => {
      input.remove();
      resolve([...(input.files ?? [])]);
    };
    input.addEventListener('change', answer, { once: true });
    input.addEventListener('cancel', answer, { once: true });
    // In the page while the dialog is open: an input that nothing holds may be collected before it answers.
    document.body.append(input);
    input.click();
  });
}
