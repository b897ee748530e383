/** The page's first code is small: it asks the core, and reads the rest of the page while the core answers. */
import './ui/fonts.css';
import './ui/tokens.css';
import './ui/base.css';
import { DeskLink } from './app/desk-link.ts';

const link = new DeskLink();
const { startPage } = await import('./app/start-page.tsx');
startPage(link);
