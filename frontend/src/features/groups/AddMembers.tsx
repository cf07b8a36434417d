import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { $api } from '@/shared/api/client';
import { people } from '@/shared/format';
import { t } from '@/shared/i18n';
import { useMembersChanged } from './useMembersChanged';

/** Existing contacts by their phones, pasted in any form that lists take; who is unknown is named. */
export function AddMembers({ groupId }: { groupId: number }) {
  const [text, setText] = useState('');
  const membersChanged = useMembersChanged();
  const add = $api.useMutation('post', '/api/v1/groups/{id}/members', {
    onSuccess: async () => {
      setText('');
      await membersChanged();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const phones = text
      .split(/[\n,;]+/)
      .map((phone) => phone.trim())
      .filter(Boolean);
    if (phones.length > 0) add.mutate({ params: { path: { id: groupId } }, body: { phones } });
  };
  const unknown = add.data?.unknown ?? [];
  return (
    <form onSubmit={submit}>
      <Stack gap="xs" maw={520}>
        <Textarea
          label={t('Add contacts by phone')}
          description={t('One a line, or separated by commas')}
          autosize
          minRows={1}
          maxRows={6}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Group>
          <Button type="submit" variant="default" disabled={!text.trim()} loading={add.isPending}>
            {t('Add')}
          </Button>
          {add.data && (
            <Text size="sm" role="status">
              {t('{{people}} added.', { people: people(add.data.added ?? 0) })}
              {unknown.length > 0 && ` ${t('No contact has: {{phones}}', { phones: unknown.join(', ') })}`}
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}
