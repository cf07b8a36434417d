import { Text } from '@mantine/core';
import {
  IconCopy,
  IconCornerUpLeft,
  IconExternalLink,
  IconFile,
  IconForms,
  IconMapPin,
  IconMovie,
  IconPhone,
  IconPhoto,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { Rendered, Template, VariableValue } from '@/shared/api/types';
import { contentOf, mediaIdOf } from '@/shared/media/media';
import { type Piece, type TemplateText, shown, textOf } from '@/shared/templateText';
import { t } from '@/shared/i18n';
import classes from './PhonePreview.module.css';
import { RenderedText, WhatsAppText } from './WhatsAppText';

interface PhonePreviewProps {
  template: Pick<Template, 'components'> | undefined;
  /** What the variables are mapped to; without it the examples are shown. */
  variables?: Record<string, VariableValue | undefined>;
  /** As the server renders it for one person; stands before all else. */
  rendered?: Rendered | undefined;
}

/** The message as it will look on a phone. */
export function PhonePreview(props: PhonePreviewProps) {
  return (
    <div className={classes.phone} role="region" aria-label={t('Preview on a phone')}>
      {props.template && !isEmpty(textOf(props.template.components)) ? (
        <PhoneMessage {...props} />
      ) : (
        <Text size="sm" className={classes.footer}>
          {t('The message appears here.')}
        </Text>
      )}
    </div>
  );
}

const isEmpty = ({ media, header, offer, body, footer, buttons, cards }: TemplateText) =>
  [header, body, buttons, cards].every((part) => part.length === 0) && !media && !footer && offer === null;

/** The message without the phone, for where many stand side by side. */
export function PhoneMessage({ template, variables, rendered }: PhonePreviewProps) {
  const valueOf = ({ key = '', example }: Piece) => (variables ? shown(variables[key]) : example);
  const fileOf = ({ mediaKey, mediaExample }: TemplateText) => {
    const value = variables?.[mediaKey];
    return variables ? (value?.mediaId ?? mediaIdOf(value?.value)) : mediaIdOf(mediaExample);
  };
  return <Bubble text={textOf(template?.components)} valueOf={valueOf} fileOf={fileOf} rendered={rendered} />;
}

interface BubbleProps {
  text: TemplateText;
  valueOf: (piece: Piece) => string | undefined;
  /** Which of our files stands in the header. */
  fileOf: (text: TemplateText) => number | undefined;
  rendered: Rendered | undefined;
}

function Bubble({ text, valueOf, fileOf, rendered }: BubbleProps) {
  return (
    <>
      <div className={classes.bubble}>
        {text.media && <Media format={text.media} file={rendered?.media?.mediaId ?? fileOf(text)} />}
        {text.header.length > 0 && (
          <div className={classes.header}>
            <Words pieces={text.header} valueOf={valueOf} rendered={rendered?.header} />
          </div>
        )}
        {text.offer !== null && <div className={classes.offer}>{text.offer || '…'}</div>}
        <Words pieces={text.body} valueOf={valueOf} rendered={rendered?.body} />
        {text.footer && <div className={classes.footer}>{text.footer}</div>}
      </div>
      {text.buttons.map(({ type, text: label }, i) => (
        <div key={i} className={classes.button}>
          <ButtonIcon type={type} />
          {label}
        </div>
      ))}
      {text.cards.length > 0 && (
        // Scrollable by keyboard.
        <div className={classes.cards} tabIndex={0} role="group" aria-label={t('Cards')}>
          {text.cards.map((card, i) => (
            <div key={i} className={classes.card}>
              <Bubble text={card} valueOf={valueOf} fileOf={fileOf} rendered={rendered?.cards?.[i]} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

interface WordsProps {
  pieces: Piece[];
  valueOf: (piece: Piece) => string | undefined;
  rendered: string | null | undefined;
}

const Words = ({ pieces, valueOf, rendered }: WordsProps) =>
  rendered != null ? <RenderedText text={rendered} /> : <WhatsAppText pieces={pieces} valueOf={valueOf} />;

const MEDIA: Record<string, [TablerIcon, () => string]> = {
  IMAGE: [IconPhoto, () => t('Picture')],
  VIDEO: [IconMovie, () => t('Video')],
  DOCUMENT: [IconFile, () => t('Document')],
  LOCATION: [IconMapPin, () => t('Place on the map')],
  PRODUCT: [IconPhoto, () => t('Product')],
};

function Media({ format, file }: { format: string; file: number | undefined }) {
  const [missing, setMissing] = useState<number>();
  const [Icon, words] = MEDIA[format] ?? [IconPhoto, () => format.toLowerCase()];
  if (format === 'IMAGE' && file !== undefined && file !== missing)
    return <img className={classes.picture} src={contentOf(file)} alt={words()} onError={() => setMissing(file)} />;
  return (
    <div className={classes.media}>
      <Icon size={22} aria-hidden />
      {words()}
    </div>
  );
}

const BUTTONS: Record<string, TablerIcon> = {
  QUICK_REPLY: IconCornerUpLeft,
  URL: IconExternalLink,
  PHONE_NUMBER: IconPhone,
  VOICE_CALL: IconPhone,
  COPY_CODE: IconCopy,
  OTP: IconCopy,
  FLOW: IconForms,
};

function ButtonIcon({ type }: { type: string }) {
  const Icon = BUTTONS[type];
  return Icon ? <Icon size={14} aria-hidden style={{ verticalAlign: '-2px', marginInlineEnd: 6 }} /> : null;
}
