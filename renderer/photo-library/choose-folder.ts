/** The platform's own dialog for folders: every file below the chosen one, or none when the person thinks better of it. */
export function chooseFolder(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.webkitdirectory = true;
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
