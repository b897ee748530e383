/**
 * Commands: everything a person can do, by name in the palette, by keys, and from the buttons that run the same
 * functions. A room registers its commands while it is shown.
 */
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { isMac, matchesKeys } from './keys.ts';

export type Command = {
  /** Stable and unique: `article.submit`. */
  id: string;
  title: string;
  /** Heading in the palette and in the list of shortcuts. */
  group: string;
  /** `mod+shift+enter`; `mod` is Ctrl, or Cmd on a Mac. Never Ctrl+Shift alone or Alt+Z, which are UniKey's. */
  keys?: string;
  run: () => void;
  isEnabled?: boolean;
  /** Answers other keys that do the same, but is not listed twice. */
  isHidden?: boolean;
  /** The field that has the focus answers these keys itself (Ctrl+B in the text); here they are only shown. */
  isFieldsOwn?: boolean;
};

class CommandList {
  /** While a dialog is open, only what was offered after it answers to keys. */
  readonly #barriers = new Set<symbol>();
  /** While a view stands over the whole desk, what was offered before it is out of reach, but for what is everywhere. */
  readonly #covers = new Set<symbol>();
  readonly #everywhere = new Set<symbol>();
  readonly #rooms = new Map<symbol, readonly Command[]>();
  readonly #listeners = new Set<() => void>();
  #all: readonly Command[] = [];

  set(room: symbol, commands: readonly Command[] | null): void {
    if (commands === null) this.#rooms.delete(room);
    else this.#rooms.set(room, commands);
    this.#changed();
  }

  setEverywhere(room: symbol): void {
    this.#everywhere.add(room);
  }

  all(): readonly Command[] {
    return this.#all;
  }

  raise(barrier: symbol): void {
    this.#barriers.add(barrier);
    this.#rooms.set(barrier, []);
  }

  lower(barrier: symbol): void {
    this.#barriers.delete(barrier);
    this.#rooms.delete(barrier);
  }

  cover(view: symbol): void {
    this.#covers.add(view);
    this.#rooms.set(view, []);
    this.#changed();
  }

  uncover(view: symbol): void {
    this.#covers.delete(view);
    this.#rooms.delete(view);
    this.#changed();
  }

  /** Those that a key may run now, the newest room's last. */
  answering(): readonly Command[] {
    const rooms = [...this.#rooms];
    const from = rooms.findLastIndex(([room]) => this.#barriers.has(room));
    const inReach = new Set(this.#inReach());
    return rooms.slice(from + 1).flatMap(([room, commands]) => (inReach.has(room) ? commands : []));
  }

  #inReach(): readonly symbol[] {
    const rooms = [...this.#rooms.keys()];
    const from = rooms.findLastIndex((room) => this.#covers.has(room));
    return rooms.filter((room, at) => at > from || this.#everywhere.has(room));
  }

  #changed(): void {
    this.#all = this.#inReach().flatMap((room) => this.#rooms.get(room) ?? []);
    for (const listener of this.#listeners) listener();
  }

  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const CommandContext = createContext<CommandList | null>(null);

export function CommandProvider({ children }: { children: ReactNode }): ReactNode {
  const [list] = useState(() => new CommandList());
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // While an input method composes, keys are its own.
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const command = list
        .answering()
        .findLast(
          ({ keys, isEnabled = true, isFieldsOwn = false }) =>
            isEnabled && !isFieldsOwn && keys !== undefined && matchesKeys(event, keys),
        );
      if (command === undefined) return;
      event.preventDefault();
      // Handled here; for a key that was taken on its way down, nothing below it may act on it as well.
      event.stopPropagation();
      command.run();
    };
    // A button that has the focus takes every Enter for a press of itself.
    const onKeyFirst = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onKey(event);
    };
    window.addEventListener('keydown', onKeyFirst, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKeyFirst, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, [list]);
  return <CommandContext value={list}>{children}</CommandContext>;
}

function useCommandList(): CommandList {
  const list = useContext(CommandContext);
  if (list === null) throw new Error('no CommandProvider above this component');
  return list;
}

/**
 * Offers these commands while the component is shown; the newest room's keys win. `isEverywhere`: also under a view that covers
 * the desk.
 */
export function useCommands(commands: readonly Command[], { isEverywhere = false } = {}): void {
  const list = useCommandList();
  const [room] = useState(() => Symbol('room'));
  const latest = useRef(commands);
  const shape = JSON.stringify(commands.map(({ run: _, ...rest }) => rest));
  // What is listed changes only with what is seen of it; what it runs is always the latest.
  const stable = useMemo(
    () =>
      (JSON.parse(shape) as Omit<Command, 'run'>[]).map((command, index) => ({
        ...command,
        run: () => latest.current[index]?.run(),
      })),
    [shape],
  );
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    if (isEverywhere) list.setEverywhere(room);
    list.set(room, stable);
  }, [list, room, stable, isEverywhere]);
  useEffect(() => () => list.set(room, null), [list, room]);
}

/** A dialog is open: the desk below it does not answer to keys, except those of rooms within the dialog. */
export function useCommandBarrier(): void {
  const list = useCommandList();
  const [barrier] = useState(() => Symbol('barrier'));
  // Before the commands of the dialog's own rooms, which are offered in effects.
  useLayoutEffect(() => {
    list.raise(barrier);
    return () => list.lower(barrier);
  }, [list, barrier]);
}

/** A view stands over the whole desk: what it covers is neither answered by keys nor offered by name. */
export function useCommandCover(): void {
  const list = useCommandList();
  const [view] = useState(() => Symbol('view'));
  // Before the commands of the view itself, which are offered in effects.
  useLayoutEffect(() => {
    list.cover(view);
    return () => list.uncover(view);
  }, [list, view]);
}

export function useAllCommands(): readonly Command[] {
  const list = useCommandList();
  return useSyncExternalStore(
    useCallback((changed: () => void) => list.on(changed), [list]),
    () => list.all(),
  );
}

/** `mod+shift+enter` as people read it: `Ctrl+Shift+Enter`, `⇧⌘↩`. */
export function showKeys(keys: string): string {
  const names: Record<string, string> = isMac
    ? {
        mod: '⌘',
        shift: '⇧',
        alt: '⌥',
        ctrl: '⌃',
        enter: '↩',
        arrowup: '↑',
        arrowdown: '↓',
        arrowleft: '←',
        arrowright: '→',
        tab: '⇥',
        space: 'Space',
        delete: '⌦',
        escape: 'Esc',
        pagedown: '⇟',
        pageup: '⇞',
      }
    : {
        mod: 'Ctrl',
        shift: 'Shift',
        alt: 'Alt',
        ctrl: 'Ctrl',
        enter: 'Enter',
        arrowup: '↑',
        arrowdown: '↓',
        arrowleft: '←',
        arrowright: '→',
        tab: 'Tab',
        space: 'Space',
        delete: 'Delete',
        escape: 'Esc',
        pagedown: 'Page Down',
        pageup: 'Page Up',
      };
  return keys
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join(isMac ? '' : '+');
}
