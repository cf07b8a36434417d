import { Button, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { $api } from '@/shared/api/client';
import { type Sender, itemsOf } from '@/shared/api/types';
import { t } from '@/shared/i18n';

/** Reads the templates of a sender's account from Meta. */
export function Sync() {
  const queries = useQueryClient();
  const senders = $api.useQuery('get', '/api/v1/senders', { params: { query: { limit: 200 } } });
  const sync = $api.useMutation('post', '/api/v1/templates/sync', {
    onSuccess: async ({ created = 0, updated = 0, missing = 0 }) => {
      notifications.show({
        message: t('{{created}} new, {{updated}} changed, {{missing}} no longer at Meta', {
          created,
          updated,
          missing,
        }),
      });
      await queries.invalidateQueries({ queryKey: ['get', '/api/v1/templates'] });
    },
  });
  const all = itemsOf<Sender>(senders.data);
  if (all.length === 0) return null;
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconRefresh size={16} />} loading={sync.isPending}>
          {t('Read from Meta')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('Account of')}</Menu.Label>
        {all.map((sender) => (
          <Menu.Item key={sender.id} onClick={() => sync.mutate({ body: { senderId: sender.id } })}>
            {sender.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
