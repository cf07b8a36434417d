import { Anchor, Group, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import { type Sender, itemsOf } from '@/shared/api/types';
import { count } from '@/shared/format';
import { quality } from '@/shared/words';
import { Answer } from '@/shared/ui/states';
import { t } from '@/shared/i18n';
import classes from './builder.module.css';

interface SenderChoiceProps {
  senders: { data: { items?: unknown[] } | undefined; error: unknown; refetch: () => unknown };
  chosen: number | undefined;
  onChoose: (id: number) => void;
}

export function SenderChoice({ senders, chosen, onChoose }: SenderChoiceProps) {
  const all = itemsOf<Sender>(senders.data);
  return (
    <Radio.Group
      label={t('Sender')}
      value={chosen === undefined ? null : String(chosen)}
      onChange={(v) => onChoose(Number(v))}
    >
      <Answer of={senders}>
        {() =>
          all.length > 0 ? (
            <SimpleGrid cols={{ base: 1, xs: 2 }} mt={6} spacing="sm">
              {all.map((sender) => (
                <SenderCard key={sender.id} sender={sender} />
              ))}
            </SimpleGrid>
          ) : (
            <Text size="sm" mt="xs">
              {t('There is no sender yet.')}{' '}
              <Anchor component={Link} to="/senders" inherit>
                {t('Connect a number')}
              </Anchor>
            </Text>
          )
        }
      </Answer>
    </Radio.Group>
  );
}

function SenderCard({ sender }: { sender: Sender }) {
  const limits = $api.useQuery('get', '/api/v1/senders/{id}/limits', { params: { path: { id: sender.id } } });
  const room =
    limits.data &&
    (limits.data.messagingLimit == null
      ? t('no daily limit')
      : t('{{n}} left today', { n: count(limits.data.remaining) }));
  return (
    <Radio.Card value={String(sender.id)} className={classes.card}>
      <Group wrap="nowrap" align="flex-start">
        <Radio.Indicator />
        <Stack gap={0}>
          <Text size="sm" fw={600}>
            {sender.name}
          </Text>
          <Text size="sm">{sender.displayPhoneNumber ?? sender.phoneNumberId}</Text>
          <Text size="xs" c="dimmed">
            {[room, t('Quality: {{quality}}', { quality: quality(sender.quality) })].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  );
}
