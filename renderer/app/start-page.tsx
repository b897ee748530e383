import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startAppearance } from './appearance.tsx';
import type { DeskLink } from './desk-link.ts';
import { watchTyping } from './typing-pause.ts';

export function startPage(link: DeskLink): void {
  startAppearance();
  watchTyping();
  createRoot(document.getElementById('desk')!).render(<App link={link} />);
}
