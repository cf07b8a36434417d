import { Anchor, Button, Drawer, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { api } from '@/shared/api/client';
import type { Schemas } from '@/shared/api/types';
import { skipReason } from '@/shared/words';
import { Answer } from '@/shared/ui/states';
import { usePages } from '@/shared/usePages';
import { t } from '@/shared/i18n';

type Reason = Schemas['SkipReason'];
type Person = Schemas['Skipped'];

const LIMIT = 50;

interface SkippedPeopleProps {
  id: number;
  reason: string;
  onClose: () => void;
}

/** Those who would be left out for one reason. */
export function SkippedPeople({ id, reason, onClose }: SkippedPeopleProps) {
  const people = usePages<Person>(['skipped', id, reason], async (cursor) => {
    const query = { reason: reason as Reason, limit: LIMIT, cursor };
    const { data } = await api.GET('/api/v1/campaigns/{id}/preview/skipped', { params: { path: { id }, query } });
    return data;
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      title={skipReason(reason)}
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
      <Answer of={{ data: people.rows, error: people.error, refetch: people.refetch }}>
        {(rows) => (
          <Stack gap="xs">
            {rows.map(({ contactId, phone, name }) => (
              <Group key={contactId} justify="space-between" wrap="nowrap">
                <Anchor component={Link} to={`/contacts/${contactId}`} size="sm">
                  {name ?? t('Without a name')}
                </Anchor>
                <Text size="sm">{phone}</Text>
              </Group>
            ))}
            {people.hasNextPage && (
              <Button variant="default" loading={people.isFetchingNextPage} onClick={() => void people.fetchNextPage()}>
                {t('More')}
              </Button>
            )}
          </Stack>
        )}
      </Answer>
    </Drawer>
  );
}
