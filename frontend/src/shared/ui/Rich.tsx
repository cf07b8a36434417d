import type { ReactNode } from 'react';

interface RichProps {
  /** A translated text in which <b>…</b> marks what is rendered as `b`. */
  text: string;
  as: Record<string, (inner: string) => ReactNode>;
}

const MARKED = /<(\w+)>(.*?)<\/\1>/;

/** A sentence with links or weight inside, whose order of words is the translator's. */
export function Rich({ text, as }: RichProps): ReactNode {
  const found = MARKED.exec(text);
  if (!found) return text;
  const [whole, mark = '', inner = ''] = found;
  return (
    <>
      {text.slice(0, found.index)}
      {as[mark]?.(inner) ?? inner}
      <Rich text={text.slice(found.index + whole.length)} as={as} />
    </>
  );
}
