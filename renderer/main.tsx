import { createRoot } from 'react-dom/client';
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { App } from './app/app.tsx';
import { startAppearance } from './app/appearance.tsx';
import { DeskLink } from './app/desk-link.ts';

startAppearance();
createRoot(document.getElementById('desk')!).render(<App link={new DeskLink()} />);
