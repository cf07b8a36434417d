import { Alert, Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconClipboard } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOf } from '@/shared/api/problem';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';
import { AT_MOST, type Found, contactsOf, phonesIn } from './pastedPhones';

interface PastePhonesProps {
  /** How many single contacts are chosen already. */
  taken: number;
  onAdd: (ids: number[]) => void;
}

/** A list of phones from anywhere; who is not known yet becomes a contact. */
export function PastePhones(props: PastePhonesProps) {
  const [open, box] = useDisclosure();
  if (open) return <Paste {...props} onClose={box.close} />;
  return (
    <Group>
      <Button size="xs" variant="default" leftSection={<IconClipboard size={14} />} onClick={box.open}>
        {t('Paste phone numbers')}
      </Button>
    </Group>
  );
}

function Paste({ taken, onAdd, onClose }: PastePhonesProps & { onClose: () => void }) {
  const [text, setText] = useState('');
  const [optedIn, setOptedIn] = useState(false);
  const phones = phonesIn(text);
  const tooMany = taken + phones.length > AT_MOST;
  const find = useMutation({
    mutationFn: () => contactsOf(phones, optedIn),
    meta: { inline: true },
    onSuccess: ({ ids }) => {
      onAdd(ids);
      setText('');
    },
  });
  return (
    <Stack gap="xs" role="group" aria-label={t('Paste phone numbers')}>
      <Textarea
        label={t('Phone numbers')}
        description={t('With + and country code; one a line, or separated by commas')}
        autosize
        minRows={3}
        maxRows={8}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <Checkbox
        label={t('The new ones among them have opted in to marketing')}
        checked={optedIn}
        onChange={(e) => setOptedIn(e.currentTarget.checked)}
      />
      {tooMany && (
        <Text size="sm" c="var(--mantine-color-error)">
          {t('At most {{n}} single contacts: import more as a CSV file into a group.', { n: count(AT_MOST) })}
        </Text>
      )}
      {find.error && (
        <Alert color="red" variant="outline" role="alert">
          {wordsOf(find.error)}
        </Alert>
      )}
      {find.data && <Outcome found={find.data} />}
      <Group gap="xs">
        <Button
          size="xs"
          disabled={phones.length === 0 || tooMany}
          loading={find.isPending}
          onClick={() => find.mutate()}
        >
          {phones.length > 0 ? t('Add {{n}} numbers', { n: count(phones.length), count: phones.length }) : t('Add')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t('Close')}
        </Button>
      </Group>
    </Stack>
  );
}

const Outcome = ({ found: { ids, created, refused } }: { found: Found }) => (
  <Text size="sm" role="status">
    {t('{{n}} added, {{fresh}} of them new.', { n: count(ids.length), fresh: count(created) })}
    {refused.length > 0 && ` ${t('Not a phone number: {{phones}}', { phones: refused.slice(0, 20).join(', ') })}`}
  </Text>
);
