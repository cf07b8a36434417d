import { Alert } from '@mantine/core';
import type { Template } from '@/shared/api/types';
import { humanize, moment } from '@/shared/format';
import { category } from '@/shared/words';
import { message, t } from '@/shared/i18n';

const REJECTED: Record<string, string> = {
  ABUSIVE_CONTENT: message('It threatens or insults people, Meta says. Change the words and submit it again.'),
  INCORRECT_CATEGORY: message('It belongs into another category, Meta says. Change the category and submit it again.'),
  INVALID_FORMAT: message('A variable, a link or another part is not written as Meta wants it. Look at each of them.'),
  PROMOTIONAL: message(
    'It advertises, which Meta does not allow in its category. Choose Marketing, or leave that out.',
  ),
  SCAM: message('It asks for something that swindlers ask for, such as card numbers. Leave that out.'),
  TAG_CONTENT_MISMATCH: message('The language or the category does not fit the words.'),
};

/** What one has to know before one sends it: why it was rejected, a pause, a change of the category. */
export function Notices({ template }: { template: Template }) {
  const { status, rejectedReason, pausedUntil, announcedCategory, missing, notSendable } = template;
  const known = status === 'REJECTED' || status === 'PAUSED' || status === 'PENDING' || status === 'DRAFT';
  return (
    <>
      {status === 'REJECTED' && (
        <Alert color="red" variant="outline" title={t('Rejected by Meta')}>
          {rejection(rejectedReason)}
        </Alert>
      )}
      {status === 'PAUSED' && (
        <Alert color="yellow" variant="outline" title={t('Paused by Meta for low quality')}>
          {pausedUntil
            ? t('Until {{when}}. People blocked or reported it; say it in another way.', { when: moment(pausedUntil) })
            : t('People blocked or reported it; say it in another way.')}
        </Alert>
      )}
      {status === 'PENDING' && (
        <Alert color="blue" variant="outline">
          {t('Meta usually decides within minutes, sometimes within a day. This page follows.')}
        </Alert>
      )}
      {status === 'DRAFT' && (
        <Alert color="blue" variant="outline">
          {t('Only kept here so far: submit it, and Meta reviews it.')}
        </Alert>
      )}
      {announcedCategory && (
        <Alert color="yellow" variant="outline" title={t('Its category changes')}>
          {t('Within a day Meta takes it as {{category}}, with that category’s price and rules.', {
            category: category(announcedCategory),
          })}
        </Alert>
      )}
      {notSendable && !known && (
        <Alert color="yellow" variant="outline">
          {missing ? t('Meta no longer lists it; it cannot be sent.') : notSendable}
        </Alert>
      )}
    </>
  );
}

function rejection(reason: string | null | undefined): string {
  const words = REJECTED[reason ?? ''];
  if (words) return t(words);
  if (!reason || reason === 'NONE') return t('Meta gave no reason. Look at its rules for templates.');
  return t('Meta’s reason: {{reason}}', { reason: humanize(reason) });
}
