import { Anchor, Button, Grid, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { Campaign, ErrorCode, Stats } from '@/shared/api/types';
import { useErrorCodes } from '@/shared/errorCodes';
import { count } from '@/shared/format';
import { t } from '@/shared/i18n';
import { ENDED_STATES, skipReason } from '@/shared/words';
import { useFollowUp } from './followUp';

interface ReasonsCardProps {
  campaign: Campaign;
  stats: Stats | undefined;
}

const descending = (counts: Record<string, number> | undefined | null) =>
  Object.entries(counts ?? {})
    .filter(([, n]) => n > 0)
    .sort(([, a], [, b]) => b - a);

/** Why people were not reached, in plain words; shown only if there is something. */
export function ReasonsCard({ campaign, stats }: ReasonsCardProps) {
  const failed = descending(stats?.failedByCode);
  const skipped = descending(stats?.skippedByReason);
  if (failed.length + skipped.length === 0) return null;
  return (
    <Paper withBorder p="md">
      <Grid gap="xl">
        {failed.length > 0 && (
          <Grid.Col span={{ base: 12, md: skipped.length > 0 ? 7 : 12 }}>
            <Title order={2} mb="sm">
              {t('Why messages failed')}
            </Title>
            <Failures campaign={campaign} failed={failed} ended={ENDED_STATES.includes(stats?.state ?? '')} />
          </Grid.Col>
        )}
        {skipped.length > 0 && (
          <Grid.Col span={{ base: 12, md: 5 }}>
            <Title order={2} mb="sm">
              {t('Why people were skipped')}
            </Title>
            <Stack gap={6}>
              {skipped.map(([reason, n]) => (
                <Line key={reason} words={skipReason(reason)} n={n} to={`?state=skipped&reason=${reason}`} />
              ))}
            </Stack>
          </Grid.Col>
        )}
      </Grid>
    </Paper>
  );
}

interface FailuresProps {
  campaign: Campaign;
  failed: [string, number][];
  ended: boolean;
}

/** Codes that mean the same are one line. */
function Failures({ campaign, failed, ended }: FailuresProps) {
  const explain = useErrorCodes();
  const groups = new Map<string, { entry: ErrorCode | undefined; codes: string[]; n: number }>();
  for (const [code, n] of failed) {
    const entry = explain(Number(code));
    const words = entry?.meaning ?? t('Refused by WhatsApp');
    const known = groups.get(words) ?? { entry, codes: [], n: 0 };
    groups.set(words, { entry, codes: [...known.codes, code], n: known.n + n });
  }
  return (
    <Stack gap="md">
      {[...groups].map(([words, { entry, codes, n }]) => (
        <div key={words}>
          <Line words={words} n={n} to={`?state=failed&errorCode=${codes.join(',')}`} />
          <Text size="xs" c="dimmed">
            {[entry?.advice, t('Code {{code}}', { code: codes.join(', ') })].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ))}
      {ended && <RetryFailed campaign={campaign} failed={failed} />}
    </Stack>
  );
}

/** What fails for good is not worth another try; the rest becomes a draft of its own. */
function RetryFailed({ campaign, failed }: { campaign: Campaign; failed: [string, number][] }) {
  const explain = useErrorCodes();
  const followUp = useFollowUp();
  const hopeful = failed.filter(([code]) => explain(Number(code))?.class !== 'PERMANENT');
  const sum = (codes: [string, number][]) => codes.reduce((all, [, n]) => all + n, 0);
  const retry = (codes: [string, number][]) => () =>
    followUp.mutate({
      campaign,
      name: t('{{name}}, again', { name: campaign.name }),
      n: sum(codes),
      states: ['failed'],
      ...(codes.length < failed.length && { codes: codes.map(([code]) => Number(code)) }),
      step: 'check',
    });
  const all = sum(failed);
  const some = sum(hopeful);
  const icon = <IconRefresh size={14} />;
  return (
    <Group gap="xs">
      {some > 0 && some < all && (
        <Button size="xs" variant="default" leftSection={icon} loading={followUp.isPending} onClick={retry(hopeful)}>
          {t('Retry the {{n}} worth it as a new campaign', { n: count(some) })}
        </Button>
      )}
      <Button
        size="xs"
        variant={some === 0 ? 'subtle' : 'default'}
        leftSection={icon}
        loading={followUp.isPending}
        onClick={retry(failed)}
      >
        {t('Retry all {{n}} failed as a new campaign', { n: count(all) })}
      </Button>
      {some === 0 && (
        <Text size="xs" c="dimmed">
          {t('These fail for good: another try will hardly help.')}
        </Text>
      )}
    </Group>
  );
}

/** The table stands further down. */
const toRecipients = () => document.getElementById('recipients')?.scrollIntoView({ behavior: 'smooth' });

/** A number is a link to its people. */
function Line({ words, n, to }: { words: string; n: number; to: string }) {
  return (
    <Anchor component={Link} to={to} size="sm" onClick={toRecipients} preventScrollReset>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <span>{words}</span>{' '}
        <Text span size="sm" fw={650}>
          {count(n)}
        </Text>
      </Group>
    </Anchor>
  );
}
