import { Text } from '@mantine/core';
import type { Rendered, Template, VariableValue } from '@/shared/api/types';
import { type Piece, shown, textOf } from '@/shared/templateText';
import { t } from '@/shared/i18n';
import classes from './PhonePreview.module.css';

interface PhonePreviewProps {
  template: Template | undefined;
  /** What the variables are mapped to; without it the examples are shown. */
  variables?: Record<string, VariableValue | undefined>;
  /** As the server renders it for one person; stands before all else. */
  rendered?: Rendered | undefined;
}

/** The message as it will look on a phone. */
export function PhonePreview({ template, variables, rendered }: PhonePreviewProps) {
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
    <div className={classes.phone} role="region" aria-label={t('Preview on a phone')}>
      {template ? (
        <>
          <div className={classes.bubble}>
            {text.media && <div className={classes.media}>{text.media.toLowerCase()}</div>}
            {text.header.length > 0 && <strong>{rendered?.header ?? render(text.header)}</strong>}
            {text.header.length > 0 && '\n'}
            {rendered?.body ?? render(text.body)}
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
          {t('The message appears here.')}
        </Text>
      )}
    </div>
  );
}
