import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startAppearance } from './appearance.tsx';
import type { DeskLink } from './desk-link.ts';

export function startPage(link: DeskLink): void {
  startAppearance();
  createRoot(document.getElementById('desk')!).render(<App link={link} />);
}
