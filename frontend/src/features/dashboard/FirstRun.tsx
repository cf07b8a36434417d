import { Button, Group, List, Paper, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { $api } from '@/shared/api/client';
import type { Campaign } from '@/shared/api/types';
import { t } from '@/shared/i18n';

/** Before the first campaign there is nothing to watch; so this shows the way to it. */
export function FirstRun({ draft }: { draft: Campaign | undefined }) {
  const sandbox = $api.useQuery('get', '/api/v1/sandbox', {}, { staleTime: Infinity, retry: false });
  const real = sandbox.error !== null;
  return (
    <Paper withBorder p="xl" maw={640}>
      <Title order={2}>{real ? t('Send your first message') : t('Send your first message in the sandbox')}</Title>
      {!real && (
        <Text mt="xs">
          {t(
            'The sandbox plays Meta: it takes messages, delivers them to nobody, and reports back as the real one does. Nothing leaves this machine and nothing is charged.',
          )}
        </Text>
      )}
      <List type="ordered" my="md" spacing={4}>
        <List.Item>{t('Choose an approved template.')}</List.Item>
        <List.Item>{t('Choose a group of people.')}</List.Item>
        <List.Item>{t('Send, and watch the counts move.')}</List.Item>
      </List>
      <Group>
        <Button component={Link} to="/setup-campaign" rightSection={<IconArrowRight size={16} />}>
          {t('Set up campaign')}
        </Button>
        {draft && (
          <Button component={Link} to={`/setup-campaign/${draft.id}`} variant="default">
            {t('Go on with “{{name}}”', { name: draft.name })}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
