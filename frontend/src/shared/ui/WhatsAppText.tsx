import { Fragment, type ReactNode } from 'react';
import type { Piece } from '@/shared/templateText';
import classes from './PhonePreview.module.css';

// Marks of our own, from the part of Unicode that has no meaning: where a variable's value, or its lack, begins and ends.
const VALUE = '\uE000';
const LACK = '\uE001';
const END = '\uE002';

const MARKED =
  /```([^`]+)```|(?<![\w*])\*(?=\S)([^*\n]*[^*\s])\*(?![\w*])|(?<!\w)_(?=\S)([^_\n]*[^_\s])_(?!\w)|(?<![\w~])~(?=\S)([^~\n]*[^~\s])~(?![\w~])|\uE000([^\uE002]*)\uE002|\uE001([^\uE002]*)\uE002/u;

const AS: ((inner: ReactNode) => ReactNode)[] = [
  (inner) => <code>{inner}</code>,
  (inner) => <strong>{inner}</strong>,
  (inner) => <em>{inner}</em>,
  (inner) => <s>{inner}</s>,
  (inner) => <span className={classes.variable}>{inner}</span>,
  (inner) => <span className={`${classes.variable} ${classes.missing}`}>{inner}</span>,
];

/** *bold*, _italic_, ~struck~ and ```fixed```, as WhatsApp shows them. */
function formatted(text: string): ReactNode {
  const found = MARKED.exec(text);
  if (!found) return text;
  const kind = found.slice(1).findIndex((inner) => inner !== undefined);
  return (
    <Fragment>
      {text.slice(0, found.index)}
      {AS[kind]?.(formatted(found[kind + 1] ?? ''))}
      {formatted(text.slice(found.index + found[0].length))}
    </Fragment>
  );
}

interface WhatsAppTextProps {
  pieces: Piece[];
  /** What stands for a variable; undefined: nothing does, and its place is marked. */
  valueOf: (piece: Piece) => string | undefined;
}

export function WhatsAppText({ pieces, valueOf }: WhatsAppTextProps) {
  const text = pieces.map((piece) => {
    if (!piece.key) return piece.text;
    const value = valueOf(piece);
    return value ? VALUE + value + END : LACK + piece.text + END;
  });
  return formatted(text.join(''));
}

export const RenderedText = ({ text }: { text: string }) => formatted(text);
