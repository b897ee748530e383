/** Theme and density: of this computer, set before the first paint, the same for everybody who works at it. */
import { createContext, type ReactNode, useContext, useState } from 'react';
import { recall, remember } from './kept.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const densities = ['two-lines', 'one-line'] as const;
export type Density = (typeof densities)[number];

type Appearance = {
  theme: Theme;
  setTheme: (theme: Theme) => void;
  density: Density;
  setDensity: (density: Density) => void;
};

const AppearanceContext = createContext<Appearance | null>(null);

function recallOne<T extends string>(key: string, choices: readonly T[]): T {
  const kept = recall<string>(key, '');
  return choices.find((choice) => choice === kept) ?? choices[0]!;
}

function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Before the first paint. */
export function startAppearance(): void {
  applyTheme(recallOne('theme', themes));
}

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (appearance === null) throw new Error('no AppearanceProvider above this component');
  return appearance;
}

export function AppearanceProvider({ children }: { children: ReactNode }): ReactNode {
  const [theme, keepTheme] = useState(() => recallOne('theme', themes));
  const [density, keepDensity] = useState(() => recallOne('density', densities));
  const setTheme = (next: Theme): void => {
    keepTheme(next);
    applyTheme(next);
    remember('theme', next);
  };
  const setDensity = (next: Density): void => {
    keepDensity(next);
    remember('density', next);
  };
  return <AppearanceContext value={{ theme, setTheme, density, setDensity }}>{children}</AppearanceContext>;
}
