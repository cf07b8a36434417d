import { Button, Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { $api } from '@/shared/api/client';
import { itemsOf } from '@/shared/api/types';
import { Answer, Nothing } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import { type Endpoint, EndpointCard } from './EndpointCard';
import { EndpointForm } from './EndpointForm';
import { ShownOnce } from './ShownOnce';

const LOOK_MS = 10_000;
const ALL = { params: { query: { limit: 200 } } };

/** Where other programs are told what happens. */
export function WebhookEndpoints() {
  const endpoints = $api.useQuery('get', '/api/v1/webhook-endpoints', ALL, { refetchInterval: LOOK_MS });
  const [open, dialog] = useDisclosure();
  const [secret, setSecret] = useState<string>();
  return (
    <Stack maw={860}>
      <Text size="sm">
        {t('Tells your own programs what happens: campaigns, messages, opt-outs and replies, by signed posts.')}
      </Text>
      <Group>
        <Button variant="default" leftSection={<IconPlus size={16} />} onClick={dialog.open}>
          {t('Add an endpoint')}
        </Button>
      </Group>
      {open && <EndpointForm onClose={dialog.close} onCreated={({ secret: fresh }) => setSecret(fresh)} />}
      {secret && <ShownOnce value={secret} about={t('With this your program checks that a post comes from here.')} />}
      <Answer of={endpoints}>
        {(page) => {
          const all = itemsOf<Endpoint>(page);
          if (all.length === 0) return <Nothing>{t('Nobody is told yet')}</Nothing>;
          return all.map((endpoint) => <EndpointCard key={endpoint.id} endpoint={endpoint} />);
        }}
      </Answer>
    </Stack>
  );
}
