/**
 * Ways to write: the text larger or smaller, the line of the caret always at one height (typewriter), everything but the
 * paragraph at hand dimmed (focus), and nothing but the page (bare). None of them touches the article.
 */
import { type RefObject, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../app/commands.tsx';
import { useRemembered } from '../app/remembered.ts';
import { followCaret, markCurrent } from './follow-caret.ts';
import { nextZoom, USUAL_ZOOM } from './zoom.ts';
import './writing.css';

export function useWritingModes(scroll: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation('writing');
  const [zoom, setZoom] = useRemembered<number>('writing.zoom', USUAL_ZOOM);
  const [isTypewriter, setTypewriter] = useRemembered('writing.typewriter', false);
  const [isFocus, setFocus] = useRemembered('writing.focus', false);
  const [isBare, setBare] = useState(false);
  const group = t('group');
  const step = (by: 1 | -1): void => setZoom(nextZoom(zoom, by));

  useEffect(() => {
    scroll.current?.style.setProperty('--zoom', String(zoom / USUAL_ZOOM));
  }, [scroll, zoom]);

  useEffect(() => {
    const scroller = scroll.current;
    if (scroller === null) return;
    scroller.classList.toggle('is-typewriter', isTypewriter);
    return isTypewriter ? followCaret(scroller) : undefined;
  }, [scroll, isTypewriter]);

  useEffect(() => {
    const scroller = scroll.current;
    if (scroller === null) return;
    scroller.classList.toggle('is-focus', isFocus);
    return isFocus ? markCurrent(scroller) : undefined;
  }, [scroll, isFocus]);

  useEffect(() => {
    if (!isBare) return;
    document.documentElement.dataset.bare = '';
    // Whatever else Esc closes comes first.
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]') !== null)
        return;
      setBare(false);
    };
    window.addEventListener('keydown', leave);
    return () => {
      delete document.documentElement.dataset.bare;
      window.removeEventListener('keydown', leave);
    };
  }, [isBare]);

  useEffect(() => {
    const scroller = scroll.current;
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      setZoom(nextZoom(zoom, event.deltaY < 0 ? 1 : -1));
    };
    scroller?.addEventListener('wheel', onWheel, { passive: false });
    return () => scroller?.removeEventListener('wheel', onWheel);
  }, [scroll, zoom, setZoom]);

  useCommands([
    { id: 'writing.bare', title: t(isBare ? 'bareOff' : 'bare'), group, keys: 'f11', run: () => setBare(!isBare) },
    {
      id: 'writing.typewriter',
      title: t(isTypewriter ? 'typewriterOff' : 'typewriter'),
      group,
      keys: 'mod+alt+t',
      run: () => setTypewriter(!isTypewriter),
    },
    {
      id: 'writing.focus',
      title: t(isFocus ? 'focusOff' : 'focus'),
      group,
      keys: 'mod+alt+f',
      run: () => setFocus(!isFocus),
    },
    {
      id: 'writing.larger',
      title: t('larger', { zoom: nextZoom(zoom, 1) }),
      group,
      keys: 'mod+alt+=',
      run: () => step(1),
    },
    {
      id: 'writing.smaller',
      title: t('smaller', { zoom: nextZoom(zoom, -1) }),
      group,
      keys: 'mod+alt+-',
      run: () => step(-1),
    },
    {
      id: 'writing.usual',
      title: t('usual'),
      group,
      run: () => setZoom(USUAL_ZOOM),
      isEnabled: zoom !== USUAL_ZOOM,
    },
  ]);
}
