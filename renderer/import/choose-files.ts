/** The platform's own dialog for files; an empty list when the person thinks better of it. */
export function chooseFiles(accept: string): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = accept;
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
