import { type RefObject, useEffect, useState } from 'react';

/** A4 less the margins of print.css, in CSS pixels. */
const paper = { width: ((210 - 2 * 14) / 25.4) * 96, height: ((297 - 2 * 16) / 25.4) * 96 };

/** How many A4 pages the page around the element takes in print, to a tenth; undefined until it is measured. */
export function usePrintedPages(element: RefObject<HTMLElement | null>, content: unknown): number | undefined {
  const [pages, setPages] = useState<number>();
  useEffect(() => {
    const measure = () => setPages(element.current ? measured(element.current.parentElement!) : undefined);
    measure();
    // Names and tables that arrive later change the length.
    const observer = new ResizeObserver(measure);
    if (element.current) observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, content]);
  return pages;
}

/** Lays out a copy as wide as the paper, unseen. */
function measured(element: HTMLElement): number {
  const frame = document.createElement('div');
  frame.dataset['paper'] = '';
  Object.assign(frame.style, {
    position: 'absolute',
    left: '-9999px',
    width: `${paper.width}px`,
    visibility: 'hidden',
    fontSize: '10pt',
  });
  const copy = element.cloneNode(true) as HTMLElement;
  Object.assign(copy.style, { maxWidth: 'none', padding: '0' });
  for (const part of copy.querySelectorAll('[data-screen-only]')) part.remove();
  frame.append(copy);
  document.body.append(frame);
  const { height } = frame.getBoundingClientRect();
  frame.remove();
  return Math.ceil((10 * height) / paper.height) / 10;
}
