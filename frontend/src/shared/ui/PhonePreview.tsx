import { Text } from '@mantine/core';
import type { Template, VariableValue } from '@/shared/api/types';
import { type Piece, shown, textOf } from '@/shared/templateText';
import classes from './PhonePreview.module.css';

interface PhonePreviewProps {
  template: Template | undefined;
  /** What the variables are mapped to; without it the examples are shown. */
  variables?: Record<string, VariableValue | undefined>;
}

/** The message as it will look on a phone. */
export function PhonePreview({ template, variables }: PhonePreviewProps) {
  const text = textOf(template?.components);
  const examples = new Map((template?.variables ?? []).map((v) => [v.key, v.example]));
  const render = (list: Piece[]) =>
    list.map((piece, i) => {
      if (!piece.key) return <span key={i}>{piece.text}</span>;
      const value = variables ? shown(variables[piece.key], undefined) : (examples.get(piece.key) ?? undefined);
      return (
        <span key={i} className={`${classes.variable} ${value ? '' : classes.missing}`}>
          {value ?? piece.text}
        </span>
      );
    });
  return (
    <div className={classes.phone} role="region" aria-label="Preview on a phone">
      {template ? (
        <>
          <div className={classes.bubble}>
            {text.media && <div className={classes.media}>{text.media.toLowerCase()}</div>}
            {text.header.length > 0 && <strong>{render(text.header)}</strong>}
            {text.header.length > 0 && '\n'}
            {render(text.body)}
            {text.footer && <div className={classes.footer}>{text.footer}</div>}
          </div>
          {text.buttons.map((label, i) => (
            <div key={i} className={classes.button}>
              {label}
            </div>
          ))}
        </>
      ) : (
        <Text size="sm" className={classes.footer}>
          The message appears here.
        </Text>
      )}
    </div>
  );
}
